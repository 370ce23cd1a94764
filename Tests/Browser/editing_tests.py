"""The pages of `album serve` on which a site is edited, as a methodist uses them.

Each test works on a copy of the repository's own content with the program that was built last.
"""

import re
import shutil
import signal
import urllib.request
from urllib.parse import unquote_plus

from accessibility_tests import AXE, offences
from firefox import Firefox
from harness import REFUSED, UNANSWERED, expect, until
from preview_tests import ROOT, Preview, preview

MATERIAL = "content/practices/asha-msoko.md"
FORM = "_edit/material/practices/asha-msoko"
HEADS = ["Мероприятие", "Участники", "Исполнители", "Сроки", "Ожидаемый результат"]
# As a spreadsheet copies a block: a title, heads in an order of their own, five ways of writing a term.
TERMS = ["сен.24", "15.10.2024", "октябрь 2024", "45536", "IV квартал 2024"]
BLOCK = "\n".join(
    ["План мероприятий на 2024 год\t\t", "Сроки\tМероприятие\tИсполнители"]
    + [f"{TERMS[number % 5]}\tСеминар {number + 1}\tОтдел" for number in range(12)]) + "\n"


class EditedCopy(Preview):
    """The program at work on a copy of the repository's content."""

    def lay(self):
        self.folder.mkdir()
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, self.folder / name)
        shutil.copy(ROOT / "album.yml", self.folder)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)


def edited(visit):
    return preview(visit, EditedCopy)


def form(visit, address):
    """A form whose script has looked at it once."""
    checked(visit.page, lambda: visit.open(address))
    return visit.page


def checked(page, act):
    """Does something, and waits until it was looked at: an answer on its way is to what was there before."""
    with page.expect_request(lambda asked: asked.url.endswith("/_edit/check")) as sent:
        act()
    sent.value.response().finished()
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")


def refused(page):
    """Asks for a save that is refused. Answers with what the new page says of it, whose script runs by then."""
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    answer = page.locator(".answer, .conflict").first
    answer.wait_for()
    return answer


def who_leaves_what_no_program_keeps_is_asked(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        site.kill()
        page.locator("[name='field.participants']").click()
        page.keyboard.type("Учителя")
        page.locator(".state").filter(has_text="Программа не отвечает").wait_for()
        page.close(run_before_unload=True)
        page.wait_for_timeout(1000)
        expect(asked == ["beforeunload"], f"asked is {asked}")
        visit.forgive(UNANSWERED)


def a_save_is_built_once(visit):
    with edited(visit) as site:
        page = visit.open("practices/asha-msoko.html")

        def build():
            # As the page is served now, whatever a tab shows.
            served = urllib.request.urlopen(site.url("practices/asha-msoko.html")).read().decode()
            return int(re.search(r'data-build="[^"]*-(\d+)"', served)[1])

        before = build()
        page.get_by_role("link", name="Править").click()
        page.locator("[name='field.participants']").fill("Учителя района")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        page.wait_for_timeout(2000)
        expect(build() == before + 1, f"built {build() - before} times, so that each tab is loaded anew as often")
        # What others change is shown as before.
        site.save(MATERIAL, site.text(MATERIAL) + "\n\nПравка снаружи.\n")
        page.locator("main").filter(has_text="Правка снаружи.").wait_for()


def a_page_leads_to_its_form_and_a_save_back_to_the_page(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = visit.open("practices/asha-msoko.html")
        page.get_by_role("link", name="Править").click()
        page.locator("[name='field.participants']").fill("Учителя района")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect("Учителя района" in page.locator("main").inner_text(), "the page does not show it")
        pairs = zip(before.split("\n"), site.text(MATERIAL).split("\n"), strict=True)
        changed = [new for old, new in pairs if old != new]
        expect(changed == ["participants: Учителя района"], f"changed were {changed}")


def what_is_wrong_stands_beside_its_field_while_somebody_types(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = form(visit, FORM)
        checked(page, lambda: page.locator("[name='field.municipalities']").fill("Ашинский МРР"))
        told = page.locator("[data-message-for=municipalities]")
        expect("Ашинский МРР" in told.inner_text(), f"told is {told.inner_text()}")
        checked(page, lambda: page.locator("[name='field.date']").fill("сен.24"))
        expect("01.09.2024 — 30.09.2024" in page.locator(".understood").first.inner_text(), "the term is not shown")
        expect("Не сохранено" in refused(page).inner_text(), "nothing says that it is not saved")
        expect(site.text(MATERIAL) == before, "a refused save has written")
        expect(page.locator("[name='field.municipalities']").input_value() == "Ашинский МРР", "what was typed is gone")
        visit.forgive(REFUSED)


def a_cell_is_typed_by_the_keyboard_alone(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=roadmap")
        page.locator("[name='field.title']").fill("План на год")
        page.locator("[name='field.summary']").fill("Что будет за год.")
        page.locator("[name='field.region']").fill("Челябинская область")
        page.locator("[name='field.date']").fill("2024")
        cell = page.locator("[data-table=events] [data-row='0']").first
        cell.focus()
        for text in ("Семинар | первый", "учителя", "Отдел"):
            page.keyboard.type(text)
            checked(page, lambda: page.keyboard.press("Tab"))
        page.keyboard.type("15.10.2024")
        checked(page, lambda: page.keyboard.press("Enter"))
        checked(page, lambda: page.keyboard.press("Control+Enter"))
        expect(page.locator("[data-table=events] tbody tr").count() == 2, "no row was added")
        checked(page, lambda: page.keyboard.press("Control+z"))
        expect(page.locator("[data-table=events] tbody tr").count() == 1, "the row is still there")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/roadmaps/plan-na-god.html")
        row = "| Семинар \\| первый | учителя | Отдел | 15.10.2024 |"
        expect(row in site.text("content/roadmaps/plan-na-god.md"), site.text("content/roadmaps/plan-na-god.md"))


def a_block_from_a_spreadsheet_becomes_rows_with_terms(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=roadmap")
        page.locator("[name='field.title']").fill("План из таблицы")
        page.locator("[name='field.summary']").fill("Двенадцать семинаров.")
        page.locator("[name='field.region']").fill("Челябинская область")
        page.locator("[name='field.date']").fill("2024")
        cell = page.locator("[data-table=events] [data-row='0']").first
        checked(page, lambda: cell.evaluate(
            """(cell, text) => { cell.focus(); const data = new DataTransfer(); data.setData("text/plain", text);
               cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }""",
            BLOCK))
        outcome = page.locator("[data-table=events] .outcome").inner_text()
        expect("12 строк, 12 сроков; пропущено 1: «План мероприятий на 2024 год»" in outcome, f"said is «{outcome}»")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/roadmaps/plan-iz-tablitsy.html")
        page = visit.open("calendar.html")
        shown = page.locator("main").text_content()
        missing = [number for number in range(1, 13) if f"Семинар {number}" not in shown]
        expect(not missing, f"not in the calendar: {missing}")
        expect(site.text("content/roadmaps/plan-iz-tablitsy.md").count("Отдел") == 12, "cells were lost")


def what_was_typed_outlives_a_killed_server(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        page.locator("[name='field.participants']").fill("Не сохранено, но набрано")
        page.get_by_text("Набранное не пропадёт").wait_for(timeout=5000)
        page.goto("about:blank")
        site.kill()
        site.start()
        page = form(visit, FORM)
        typed = page.locator("[name='field.participants']").input_value()
        expect(typed == "Не сохранено, но набрано", f"there is «{typed}»")


def nothing_goes_with_a_page_whose_server_is_gone(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        site.kill()
        page.locator("[name='field.participants']").fill("Набрано без сервера")
        page.locator("[name=_save]").click()
        page.get_by_text("Не сохранено: программа не отвечает").wait_for()
        expect(page.locator("[name='field.participants']").input_value() == "Набрано без сервера", "it is gone")
        # The new program does not know the page, which gets to know the program.
        site.start()
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect("participants: Набрано без сервера" in site.text(MATERIAL), "it is not saved")
        # The new program does not know the page at first.
        visit.forgive(UNANSWERED, REFUSED)


def a_form_notices_that_the_program_is_back(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        site.kill()
        page.locator("[name='field.participants']").fill("Набрано без сервера")
        page.get_by_text("Программа не отвечает").wait_for()
        site.start()
        page.get_by_text("Программа снова отвечает. Набранное не пропадёт").wait_for()
        # What is typed from now on is kept and looked at as before.
        later = "Набрано потом"
        checked(page, lambda: page.locator("[name='field.municipalities']").fill("Ашинский МРР"))
        page.locator("[data-message-for=municipalities] p").first.wait_for()
        # What was typed before it is kept by a request of its own, which may come first.
        with page.expect_response(lambda answer: answer.url.endswith("/_edit/keep") and answer.ok and later in unquote_plus(answer.request.post_data or "")):
            page.locator("[name='field.participants']").fill(later)
        page.goto("about:blank")
        page = form(visit, FORM)
        typed = page.locator("[name='field.participants']").input_value()
        expect(typed == "Набрано потом", f"there is «{typed}»")
        # The new program does not know the page at first.
        visit.forgive(UNANSWERED, REFUSED)


def a_file_that_changed_meanwhile_is_not_overwritten(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        page.locator("[name='field.participants']").fill("Моё")
        site.save(MATERIAL, site.text(MATERIAL).replace("level: муниципальный", "level: региональный"))
        theirs = site.text(MATERIAL)
        page.locator("[name=_save]").click()
        page.get_by_text("изменил кто-то другой").wait_for()
        expect(site.text(MATERIAL) == theirs, "it was overwritten")
        expect(page.locator("[name='field.participants']").input_value() == "Моё", "what was typed is gone")
        expect("региональный" in page.locator(".conflict").inner_text(), "the other text is not shown")
        visit.forgive(REFUSED)


def photograph():
    """A JPEG as phones make them: with the place where it was taken (Exif 2.32, GPS IFD)."""
    place = b"".join([
        b"MM\0*", (8).to_bytes(4, "big"), (1).to_bytes(2, "big"),
        b"\x88\x25\0\x04\0\0\0\x01", (26).to_bytes(4, "big"), bytes(4),
        (1).to_bytes(2, "big"), b"\0\x01\0\x02\0\0\0\x02N\0\0\0", bytes(4)])
    exif = b"Exif\0\0" + place
    head = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    frame = b"\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0"
    return head + frame + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x00\xff\xd9"


def a_save_waits_for_a_photograph_that_is_on_its_way(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=event")
        page.locator("[name='field.title']").fill("Семинар со снимком")
        page.locator("[name='field.summary']").fill("Что видно на снимке.")
        page.locator("[name='field.date']").fill("15.10.2024")
        page.locator("[name='field.municipalities']").fill("Ашинский МР")
        page.locator("[name='field.directions']").fill("Знание")

        held = []
        page.route("**/_edit/file?*", lambda route: held.append(route))
        page.locator(".text input[type=file]").set_input_files(
            {"name": "Фото.JPG", "mimeType": "image/jpeg", "buffer": photograph()})
        page.get_by_label("Что на картинке?").fill("Участники семинара у доски")
        page.get_by_role("button", name="Вставить").click()
        page.locator("[name=_save]").click()
        page.get_by_text("Добавленное ещё принимается").wait_for()
        held[0].continue_()
        page.wait_for_url("**/events/*.html")
        saved = next((site.folder / "content/events").glob("seminar-so-snimkom*.md")).read_text(encoding="utf-8")
        expect("![Участники семинара у доски](" in saved, f"the picture is not in {saved}")
        expect(page.locator("main img[alt='Участники семинара у доски']").count() == 1, "the page lacks the picture")
        page.goto(site.base + "_edit/")
        expect("Начато и не сохранено" not in page.locator("main").inner_text(), "what is saved is called begun")


def a_file_that_is_refused_stops_a_save_that_waits(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = form(visit, FORM)

        held = []
        page.route("**/_edit/file?*", lambda route: held.append(route))
        page.locator(".text input[type=file]").set_input_files(
            {"name": "Фото.JPG", "mimeType": "image/jpeg", "buffer": b"no picture"})
        page.get_by_label("Что на картинке?").fill("Участники семинара у доски")
        page.get_by_role("button", name="Вставить").click()
        page.locator("[name=_save]").click()
        page.get_by_text("Добавленное ещё принимается").wait_for()
        held[0].continue_()
        page.get_by_text("Не сохранено: не всё принято").wait_for()
        visit.forgive(REFUSED)
        expect(site.text(MATERIAL) == before, "it was saved without the file")
        # A refusal that comes before the hand is at the button has not been read either.
        page.locator(".text input[type=file]").set_input_files(
            {"name": "Фото.JPG", "mimeType": "image/jpeg", "buffer": b"no picture"})
        page.get_by_label("Что на картинке?").fill("Участники семинара у доски")
        page.get_by_role("button", name="Вставить").click()
        while len(held) < 2:
            page.wait_for_timeout(50)
        # Pressed by the page itself: on a busy machine a hand from outside comes when the refusal counts as read.
        page.evaluate("""() => new MutationObserver((_, observer) => {
            if (!document.body.textContent.includes("Не принято файлов: 1")) return;
            observer.disconnect();
            document.querySelector("[name=_save]").click();
        }).observe(document.body, {subtree: true, childList: true, characterData: true})""")
        held[1].continue_()
        page.get_by_text("Не сохранено: не всё принято").wait_for()
        expect(site.text(MATERIAL) == before, "it was saved without a word of the file")


def a_photograph_is_put_in_without_its_place(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        page.locator("#body").focus()
        page.keyboard.press("Control+End")
        page.locator(".text input[type=file]").set_input_files(
            {"name": "Фото семинара (1).JPG", "mimeType": "image/jpeg", "buffer": photograph()})
        page.get_by_label("Что на картинке?").fill("Участники семинара у доски")
        checked(page, lambda: page.get_by_role("button", name="Вставить").click())
        # The server has the picture first.
        until(page, "text => document.querySelector('#body').value.includes(text)", "![Участники семинара у доски](foto-seminara-1.jpg)")
        kept = (site.folder / ".album-work/files/practices/foto-seminara-1.jpg").read_bytes()
        expect(kept.startswith(b"\xff\xd8") and b"\x88\x25" not in kept, "the place is still in the picture")
        expect(not (site.folder / "content/practices/foto-seminara-1.jpg").exists(), "it lies beside what is published")


SENT = """---
title: "Присланный текст модели"
for-whom: Директора школ
draft: да
---

К материалу [[model-decisions/model-soprovozhdeniia]].

Модель стоит на трёх опорах.
"""


def what_was_sent_for_a_material_goes_into_it_by_one_press(visit):
    with edited(visit) as site:
        material, draft = "content/model-decisions/model-soprovozhdeniia.md", site.folder / "content/model-decisions/tekst.md"
        before = site.text(material)
        draft.write_text(SENT, encoding="utf-8")
        page = visit.page
        for _ in range(100):
            if page.request.get(site.url("_edit/material/model-decisions/tekst")).ok:
                break
            page.wait_for_timeout(100)
        page = form(visit, "_edit/material/model-decisions/tekst")
        page.get_by_role("link", name="Сравнить и внести туда").click()
        page.get_by_role("checkbox", name="Внести: Текст").wait_for()
        expect(page.get_by_role("checkbox", name="Внести: Текст").is_checked(), "what was sent is not ticked")
        expect(not page.get_by_role("checkbox", name="Внести: Название").is_checked(), "the title would go")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(AXE)
            found = list(offences(page))
            expect(not found, f"{scheme}: {found}")
        page.get_by_role("button", name="Внести и убрать черновик").click()
        page.wait_for_url("**/model-decisions/model-soprovozhdeniia.html")
        expect(site.text(material).endswith("\n\n## Текст\n\nМодель стоит на трёх опорах.\n"), site.text(material)[-200:])
        expect(before.split("\n---\n")[1].strip() in site.text(material) and not draft.exists(), "the rest was changed")
        page = visit.open("_edit/")
        page.get_by_text("Присланный текст модели").wait_for()


def a_picture_that_is_too_large_has_a_button(visit):
    with edited(visit) as site:
        wide = (ROOT / "Tests/Fixtures/pictures/wide.png").read_bytes()
        picture = site.folder / "content/practices/shema.png"
        picture.write_bytes(wide)
        path = site.folder / "content/practices/asha-msoko.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n![Схема](shema.png)\n", encoding="utf-8")
        page = form(visit, FORM)
        button = page.get_by_role("button", name="Уменьшить картинку")
        button.wait_for()
        checked(page, lambda: button.click())
        page.locator("[data-told=files]").wait_for()
        expect("сменится, когда вы сохраните" in page.locator("[data-told=files]").inner_text(), "it is not said when")
        expect(button.count() == 0 and picture.read_bytes() == wide, "it was replaced before a save")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        shown = page.locator("main img[alt='Схема']")
        shown.scroll_into_view_if_needed()
        width = shown.evaluate("async image => { await image.decode(); return image.naturalWidth; }")
        expect(width == 2560 and picture.read_bytes() != wide, f"it is {width} wide")


def the_form_is_usable_for_everybody(visit):
    with edited(visit):
        for address in ("_edit/", FORM, "_edit/new?kind=roadmap"):
            page = visit.open(address)
            page.wait_for_timeout(1500)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.evaluate(AXE)
                found = list(offences(page))
                expect(not found, f"{address}, {scheme}: {found}")
        page.set_viewport_size({"width": 390, "height": 700})
        expect(page.evaluate("document.documentElement.scrollWidth") <= 390, "the form scrolls sideways on a phone")


def the_form_works_in_firefox(visit):
    with edited(visit) as site, Firefox() as fox:
        fox.open(site.url(FORM))
        fox.wait_for("document.querySelector('[data-table] td') !== null")
        fox.wait_for("(() => { const c = document.querySelector(\"[name='field.participants']\"); c.value = 'Из лисы'; "
                     "document.querySelector('[name=_save]').click(); return true; })()")
        fox.wait_for("document.body?.textContent.replaceAll('\\u00a0', ' ').includes('Из лисы') && location.pathname.endsWith('asha-msoko.html')")
        expect("participants: Из лисы" in site.text(MATERIAL), "it was not saved")
        visit.faults += fox.faults


OVER_HTTP = [
    a_save_is_built_once, who_leaves_what_no_program_keeps_is_asked, a_page_leads_to_its_form_and_a_save_back_to_the_page,
    what_is_wrong_stands_beside_its_field_while_somebody_types,
    a_cell_is_typed_by_the_keyboard_alone, a_block_from_a_spreadsheet_becomes_rows_with_terms,
    what_was_typed_outlives_a_killed_server, nothing_goes_with_a_page_whose_server_is_gone,
    a_form_notices_that_the_program_is_back, a_file_that_changed_meanwhile_is_not_overwritten,
    a_photograph_is_put_in_without_its_place, a_save_waits_for_a_photograph_that_is_on_its_way,
    a_file_that_is_refused_stops_a_save_that_waits, what_was_sent_for_a_material_goes_into_it_by_one_press,
    a_picture_that_is_too_large_has_a_button, the_form_is_usable_for_everybody, the_form_works_in_firefox,
]
