"""The form of a material: lists to pick from, what is asked, told and taken back, as a methodist meets them."""

import pathlib

from accessibility_tests import AXE, offences
from editing_tests import FORM, MATERIAL, checked, edited, form, refused
from firefox import Firefox
from harness import OVERFLOW, expect, until
from text_tests import choose

NEW = "_edit/new?kind=practice"


def value(page, field):
    return page.locator(f"[name='field.{field}']").input_value()


def clean(page, what):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AXE)
        found = list(offences(page))
        expect(not found, f"{what}, {scheme}: {found}")
    page.emulate_media(color_scheme="light")


def unfold(page):
    page.evaluate("document.querySelector('details.rest').open = true")


def pick(page, field, text, is_first=False):
    """Takes the one thing that the text means, or the first of several."""
    box = page.locator(f"#pick-{field}")
    box.fill(text)
    page.locator(f"#pick-{field}-list [role=option]").first.wait_for()
    if is_first:
        box.press("ArrowDown")
    checked(page, lambda: box.press("Enter"))


def names_are_found_by_any_of_them_and_picked_by_the_keyboard(visit):
    with edited(visit):
        page = form(visit, NEW)
        pick(page, "municipalities", "муниципальный саткинский")  # the long name, the other way round
        pick(page, "municipalities", "МИАССКИЙ г")
        expect(value(page, "municipalities") == "Саткинский МР\nМиасский ГО", value(page, "municipalities"))
        chips = page.locator("#pick-municipalities").locator("xpath=ancestor::*[@class='pick']").locator(".chip")
        expect(chips.count() == 2 and "Саткинский МР" in chips.first.inner_text(), "no chips")
        clean(page, "chips")
        checked(page, lambda: page.get_by_role("button", name="Убрать: Саткинский МР").click())
        expect(value(page, "municipalities") == "Миасский ГО", value(page, "municipalities"))
        pick(page, "format", "дебаты")
        pick(page, "format", "квест")
        expect(value(page, "format") == "квест-игра", f"one is kept: {value(page, 'format')}")
        box = page.locator("#pick-municipalities")
        box.fill("чебаркульский")
        options = page.locator("#pick-municipalities-list [role=option]")
        options.first.wait_for()
        clean(page, "an open list")
        expect(box.get_attribute("aria-expanded") == "true", "the list is not told to be open")
        # Of two nothing is taken unasked.
        expect(box.get_attribute("aria-activedescendant") is None, "one of two is meant")
        box.press("Enter")
        expect("Чебаркульский" not in value(page, "municipalities"), f"taken of two: {value(page, 'municipalities')}")
        told = page.locator(".pick").filter(has=box).get_by_role("status")
        expect("есть в нескольких названиях" in told.inner_text(), told.inner_text())
        box.press("ArrowDown")
        box.press("ArrowDown")
        expect(box.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id"), "no option is pointed at")
        checked(page, lambda: box.press("Enter"))
        expect(value(page, "municipalities").endswith("Чебаркульский МР"), value(page, "municipalities"))
        # A name begins with what is typed, and another has it in its middle: both may be meant.
        box.fill("троиц")
        options.first.wait_for()
        box.press("Enter")
        expect("Троицкий" not in value(page, "municipalities"), f"taken of two: {value(page, 'municipalities')}")
        box.fill("")
        # What is highlighted is what the first arrow means, and middles of words do not stand beside beginnings.
        box.fill("аша")
        options.first.wait_for()
        expect(not [one for one in options.all_inner_texts() if "Кунашак" in one], f"{options.all_inner_texts()}")
        first = options.first.get_attribute("id")
        box.press("ArrowDown")
        expect(box.get_attribute("aria-activedescendant") == first, "the first arrow leads past the first")
        box.fill("")
        # Where one fits, an arrow does not lead past it to what was typed.
        box.fill("кыштымск")
        options.first.wait_for()
        expect(options.count() == 2, f"{options.all_inner_texts()}")
        box.press("ArrowDown")
        checked(page, lambda: box.press("Enter"))
        expect(value(page, "municipalities").endswith("Кыштымский ГО"), value(page, "municipalities"))


def a_place_of_the_text_is_added_to_its_field_by_a_button(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator("[name='field.title']").fill("Семинар"))
        checked(page, lambda: page.locator("[name=_body]").fill("## Цель\n\nСеминар провёл Ашинский МР.\n"))
        page.locator("[name='field.title']").focus()
        button = page.get_by_role("button", name="Добавить в поле «Муниципалитеты»: Ашинский МР")
        button.wait_for()
        checked(page, button.click)
        expect(value(page, "municipalities") == "Ашинский МР", value(page, "municipalities"))
        page.wait_for_timeout(300)
        expect(button.count() == 0, "it is told still")
        expect(page.evaluate("document.activeElement.id") == "pick-municipalities", "nobody is led there")


def materials_are_named_by_their_titles(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=model-decision")
        unfold(page)
        pick(page, "rests-on", "приказ", is_first=True)
        chip = page.locator("#pick-rests-on").locator("xpath=ancestor::*[@class='pick']").locator(".chip span").first.inner_text()
        expect(chip and chip != value(page, "rests-on") and " " in chip, f"shown is «{chip}»")


def a_name_that_means_several_is_asked_about(visit):
    with edited(visit):
        page = form(visit, NEW)
        box = page.locator("#pick-municipalities")
        box.fill("Троицкий")
        checked(page, lambda: page.locator("[name='field.title']").focus())
        told = page.locator("[data-message-for=municipalities]")
        told.get_by_role("button").first.wait_for()
        names = told.get_by_role("button").all_inner_texts()
        expect(len(names) == 2 and all("Троицк" in name and "муниципальный" in name.lower() or "округ" in name for name in names), f"{names}")
        checked(page, lambda: told.get_by_role("button").nth(1).click())
        expect(value(page, "municipalities") == "Троицкий МР", value(page, "municipalities"))


def a_candidate_takes_the_place_of_the_wrong_words(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator("[name='field.municipalities']").fill("Миасский ГО\nАшинский МРР"))
        checked(page, lambda: page.locator("[name=_body]").fill(
            "## Цель\n\nКак в [[asha-msok]], так и здесь.\n\n## Ход\n\n| Этап | Срок |\n|---|---|\n| Первый | 17 октебря 2024 |\n"))
        page.locator("[name='field.title']").focus()
        for place in ("municipalities", "_body"):
            button = page.locator(f"[data-message-for='{place}'] button:not(.to-place)").first
            button.wait_for()
            checked(page, button.click)
        expect(value(page, "municipalities") == "Миасский ГО\nАшинский МР", value(page, "municipalities"))
        text = page.locator("[name=_body]").input_value()
        expect("Как в [[asha-msoko]], так и здесь." in text, text)


def a_message_waits_until_the_hand_rests(visit):
    with edited(visit):
        page = form(visit, FORM)
        told = page.locator("[data-message-for=date]")
        box = page.locator("[name='field.date']")
        box.fill("")
        checked(page, lambda: box.press_sequentially("32.13", delay=20))
        expect(told.inner_text() == "", f"told is «{told.inner_text()}» while somebody types")
        until(page, "document.querySelector('[data-message-for=date]').textContent !== ''")
        box.fill("31.02.2024")
        page.locator("[name='field.title']").focus()
        told.get_by_text("31.02.2024").wait_for()
        expect("срок не понят" not in page.locator("body").inner_text(), "it contradicts itself")


def a_new_form_says_nothing_of_what_is_not_there_yet(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.wait_for_timeout(2000)
        told = [text for text in page.locator("[data-message-for]").all_inner_texts() if text]
        expect(not told, f"told is {told}")


def a_form_is_cleared_after_asking_and_comes_back(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("Почти потеряно")
        page.locator("[name=_forget]").click()
        dialog = page.locator("dialog")
        expect("ещё ни разу не сохраняли" in dialog.inner_text(), dialog.inner_text())
        clean(page, "the question")
        dialog.get_by_role("button", name="Отмена").click()
        expect(value(page, "title") == "Почти потеряно", "it is gone without leave")
        page.locator("[name=_forget]").click()
        page.locator("dialog .sure").click()
        page.locator("[name=_recall]").wait_for()
        expect(value(page, "title") == "", "it is still there")
        page.locator("[name=_recall]").click()
        until(page, "document.querySelector(\"[name='field.title']\")?.value === 'Почти потеряно'")


def a_published_page_stays_while_its_edits_wait(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = form(visit, "_edit/material/practices/asha-msoko")
        checked(page, lambda: page.locator("[name='field.participants']").fill("Учителя района"))
        page.locator("[name=_later]").click()
        page.wait_for_url(lambda url: "/_edit/?later=" in url)
        told = page.locator(".notice").first.inner_text()
        expect("Читатели видят прежний текст" in told, told)
        expect(site.text(MATERIAL) == before, "the file was written")
        clean(page, "the list after it")
        page.get_by_role("link", name="Продолжить правку").click()
        expect(page.locator("[name='field.participants']").input_value() == "Учителя района", "it is gone")
        # Nothing to be kept, nothing said.
        page = form(visit, "_edit/material/practices/debaty-otsenivanie")
        page.locator("[name=_later]").click()
        page.wait_for_url("**/_edit/")


def two_tabs_of_one_material_lose_nothing(visit):
    with edited(visit):
        page = form(visit, FORM)
        other = visit.context.new_page()
        with other.expect_response(lambda answer: answer.url.endswith("/_edit/check")):
            other.goto(visit.site.url(FORM))
        kept = lambda answer: answer.url.endswith("/_edit/keep")
        with page.expect_response(kept):
            page.locator("[name='field.participants']").fill("Набрано в первой")
        with other.expect_response(kept):
            other.locator("[name='field.participants']").fill("Набрано во второй")
        told = other.locator(".beside")
        told.wait_for()
        expect("в одной вкладке" in told.inner_text(), told.inner_text())
        clean(other, "the question which text goes on")
        told.get_by_role("button", name="Этот, что здесь").click()
        until(other, "document.querySelector('.beside').hidden")
        # Now the first one is told.
        page.bring_to_front()
        with page.expect_response(kept):
            page.locator("[name='field.participants']").press("End")
            page.keyboard.type(" вкладке")
        page.locator(".beside").get_by_role("button", name="Тот, из другой вкладки").click()
        until(page, "document.querySelector(\"[name='field.participants']\")?.value === 'Набрано во второй'")
        page.locator("[name=_recall]").wait_for()
        other.close()


def a_phone_saves_what_was_typed(visit):
    with edited(visit):
        page = form(visit, FORM)
        for width in (390, 600):
            page.set_viewport_size({"width": width, "height": 844})
            with page.expect_response(lambda answer: answer.url.endswith("/_edit/keep")):
                page.locator("[name='field.participants']").fill(f"Набрано на {width}")
            page.wait_for_timeout(300)
            places = page.evaluate("""() => {
                const box = (name) => document.querySelector(`#form > .buttons > ${name}`).getBoundingClientRect();
                const [save, said] = [box("[name=_save]"), box(".state")];
                const at = document.elementFromPoint(save.left + save.width / 2, save.top + save.height / 2);
                return { left: save.left, right: save.right, top: save.top, bottom: save.bottom, isHit: at?.name === "_save", over: said.bottom - save.top, text: document.querySelector(".state").textContent }; }""")
            expect(places["isHit"] and places["left"] >= 0 and places["right"] <= width and places["bottom"] <= 844, f"at {width} the button is at {places}")
            expect(places["text"] and places["over"] <= 0, f"at {width} what is said lies over the button: {places}")


def a_missing_title_is_said_once_and_stays(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("[name='field.municipalities']").evaluate("box => { box.value = 'Урюпинский'; }")
        answer = refused(page)
        page.wait_for_timeout(1500)
        struck = answer.locator(".mended").all_inner_texts()
        expect(not struck, f"struck through is {struck}")
        expect("исправлено" not in answer.locator("h2").inner_text(), answer.inner_text())
        expect("Урюпинский" in answer.inner_text(), "what else is wrong comes later: " + answer.inner_text())
        visit.faults.clear()


def what_was_typed_since_is_not_written_over_unasked(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator("[name='field.title']").fill("Первое"))
        page.locator("[name=_forget]").click()
        # The form that comes back is looked at once its script is there.
        checked(page, lambda: page.locator("dialog .sure").click())
        back = page.locator("[name=_recall]")
        back.wait_for()
        expect("«Первое»" in page.locator(".forgotten").inner_text(), page.locator(".forgotten").inner_text())
        expect(back.inner_text() == "Вернуть набранное", back.inner_text())
        checked(page, lambda: page.locator("[name='field.title']").fill("Второе"))
        expect("вместо нынешнего" in back.inner_text(), back.inner_text())
        clean(page, "what was put aside earlier")
        back.click()
        dialog = page.locator("dialog")
        expect("не пропадёт" in dialog.inner_text(), dialog.inner_text())
        dialog.get_by_role("button", name="Отмена").click()
        expect(value(page, "title") == "Второе", "it is gone without leave")
        for title in ("Первое", "Второе"):
            back.click()
            with page.expect_navigation():
                page.locator("dialog .sure").click()
            until(page, f"document.querySelector(\"[name='field.title']\")?.value === '{title}'")


def no_wrong_name_is_taken_by_enter(visit):
    with edited(visit):
        page = form(visit, NEW)
        box = page.locator("#pick-municipalities")
        box.fill("Саткинскй")
        near = page.locator("#pick-municipalities-list [role=option]").filter(has_text="возможно: Саткинский МР")
        near.wait_for()
        clean(page, "names that may be meant")
        box.press("Enter")
        expect(value(page, "municipalities") == "", f"taken: {value(page, 'municipalities')}")
        box.press("ArrowDown")
        checked(page, lambda: box.press("Enter"))
        expect(value(page, "municipalities") == "Саткинский МР", value(page, "municipalities"))


def a_material_is_not_taken_off_the_site_unasked(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = form(visit, FORM)
        page.locator("[name=_draft]").click()
        expect("сейчас виден читателям" in page.locator("dialog").inner_text(), "not asked")
        page.keyboard.press("Escape")
        expect(site.text(MATERIAL) == before, "it is written")
        page.locator("[name=_draft]").click()
        page.locator("dialog .sure").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect("draft: да" in site.text(MATERIAL), "it is no draft")
        page = visit.open("practices/index.html")
        card = page.locator("main li, main article").filter(has_text="Как Ашинский район обновил").first
        expect("черновик" in card.inner_text(), f"the list shows it as «{card.inner_text()}»")


def what_is_not_saved_is_told_on_the_site_and_in_the_list(visit):
    with edited(visit):
        page = form(visit, FORM)
        page.locator("[name='field.participants']").fill("Не сохранено")
        page.get_by_text("Набранное не пропадёт").wait_for()
        page = visit.open("practices/asha-msoko.html")
        bar = page.locator(".album-preview-edit")
        expect("есть несохранённое" in bar.inner_text(), bar.inner_text())
        clean(page, "a page with the bar")
        page = visit.open("_edit/")
        expect(page.locator(".badge").all_inner_texts() == ["есть несохранённое"], "the list does not tell it")
        clean(page, "the list")


def a_refusal_leads_to_what_is_wrong(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("[name='field.municipalities']").fill("Ашинский МРР")
        page.locator("[name=_body]").fill("## Цель\n\n[[нет-такого]]\n")
        page.locator("[name='field.title']").fill("Отказ")
        refused(page)
        expect(page.title().startswith("Ошибка: "), page.title())
        until(page, "document.activeElement.classList.contains('answer')")
        clean(page, "the summary of errors")
        page.locator(".answer a").filter(has_text="Муниципалитеты").click()
        until(page, "document.activeElement.id === 'pick-municipalities'")
        page.locator(".answer a").filter(has_text="нет-такого").click()
        until(page, "document.activeElement.name === '_body' && document.activeElement.selectionStart > 5")
        visit.faults.clear()


def what_is_left_open_is_asked_once(visit):
    with edited(visit) as site:
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("Неполная практика")
        answer = refused(page)
        text = answer.inner_text()
        expect("Кратко" in text and "«Цель», «Организаторы»" in text and "нет ни одной заполненной строки" in text, text)
        clean(page, "the question before publishing")
        answer.locator("[name=_sure]").click()
        page.wait_for_url("**/practices/nepolnaia-praktika.html")
        expect("title: Неполная практика" in site.text("content/practices/nepolnaia-praktika.md"), "not saved")
        visit.faults.clear()


def empty_sections_are_removed_beside_publishing(visit):
    with edited(visit) as site:
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("Короткая практика")
        page.locator("[name='field.summary']").fill("Что сделали.")
        body = page.locator("[name=_body]")
        before = body.input_value().replace("## Цель\n", "## Цель\n\nНаучить.\n", 1)
        checked(page, lambda: body.fill(before))
        cut = refused(page).get_by_role("button", name="Убрать пустые разделы")
        cut.wait_for()
        expect("«Организаторы»" in cut.inner_text() and "«Ход»" in cut.inner_text(), cut.inner_text())
        expect("«Цель»" not in cut.inner_text(), cut.inner_text())
        clean(page, "the question with empty sections")
        before = body.input_value()
        checked(page, cut.click)
        expect(body.input_value().strip() == "## Цель\n\nНаучить.", repr(body.input_value()))
        expect("Убраны из текста" in page.locator(".answer").inner_text(), page.locator(".answer").inner_text())
        expect(not cut.is_visible(), "there is nothing to remove any more")
        checked(page, lambda: page.get_by_role("button", name="Отменить", exact=True).first.click())
        expect(body.input_value() == before, f"it is not taken back: {body.input_value()!r}")
        checked(page, cut.click)
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/korotkaia-praktika.html")
        expect("## Организаторы" not in site.text("content/practices/korotkaia-praktika.md"), "a bare heading is saved")
        visit.faults.clear()


def a_school_is_added_to_the_list(visit):
    with edited(visit) as site:
        path = "content/vocabularies/organisations.yml"
        before = site.text(path)
        page = form(visit, NEW)
        unfold(page)
        box = page.locator("#pick-place")
        box.fill("МОУ «СОШ № 997»")
        page.locator("#pick-place-list .other").first.click()
        dialog = page.locator("dialog.entry")
        dialog.wait_for()
        expect(dialog.locator("#entry-name").input_value() == "МОУ «СОШ № 997»", "the name is asked anew")
        clean(page, "the dialog of an entry")
        dialog.get_by_role("button", name="Добавить в список").click()
        dialog.locator(".error").wait_for()  # what most entries have is needed
        dialog.locator("#entry-type").fill("школа")
        if dialog.locator("#entry-group").count():
            dialog.locator("#entry-group").fill("Школы нового раздела")
        dialog.get_by_role("button", name="Добавить в список").click()
        insist = dialog.get_by_role("button", name="Нет, добавить новую запись")
        until(page, "!document.querySelector('dialog.entry') || /Нет, добавить/.test(document.querySelector('dialog.entry').innerText)")
        if insist.count():
            insist.click()
        until(page, "document.querySelector(\"[name='field.place']\").value === 'МОУ «СОШ № 997»'")
        after = site.text(path)
        gone = [line for line in before.split("\n") if line not in after.split("\n")]
        expect(not gone and "name: МОУ «СОШ № 997»" in after, f"gone is {gone}")
        visit.faults.clear()


def what_two_people_change_at_different_places_meets(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        page.locator("[name='field.participants']").fill("Мои участники")
        theirs = site.text(MATERIAL).replace("level: муниципальный", "level: региональный")
        site.save(MATERIAL, theirs)
        refused(page)
        page.get_by_text("в других местах").wait_for()
        clean(page, "what met")
        expect(site.text(MATERIAL) == theirs, "it was written unseen")
        expect(value(page, "level") == "региональный" and value(page, "participants") == "Мои участники", "not together")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect(site.text(MATERIAL) == theirs.replace(
            next(line for line in theirs.split("\n") if line.startswith("participants:")), "participants: Мои участники"), "not saved so")
        visit.faults.clear()


def of_two_texts_that_clash_one_is_chosen(visit):
    with edited(visit) as site:
        page = form(visit, FORM)
        before = site.text(MATERIAL)
        line = next(line for line in before.split("\n") if line.startswith("participants:"))
        page.locator("[name='field.participants']").fill("Мои участники")
        theirs = before.replace(line, "participants: Их участники")
        site.save(MATERIAL, theirs)
        refused(page)
        conflict = page.locator(".conflict")
        conflict.wait_for()
        clean(page, "two texts")
        expect(conflict.locator("h3").all_inner_texts() == ["Участники"], f"{conflict.inner_text()}")
        # Nothing is saved before somebody has chosen.
        refused(page)
        page.get_by_text("Не сохранено: выберите").wait_for()
        expect(site.text(MATERIAL) == theirs, "it was overwritten")
        checked(page, lambda: conflict.get_by_role("button", name="Взять из файла").click())
        expect(value(page, "participants") == "Их участники", "not taken")
        checked(page, lambda: conflict.get_by_role("button", name="Взять моё").click())
        expect(conflict.get_by_role("button", name="Взять моё").get_attribute("aria-pressed") == "true", "which one holds is not seen")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect(site.text(MATERIAL) == before.replace(line, "participants: Мои участники"), "not saved so")
        visit.faults.clear()


def a_file_is_attached_by_a_button_at_its_field(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=document")
        page.locator("[name='field.title']").fill("О школьном этапе")
        page.locator("[name='field.summary']").fill("Когда он будет.")
        page.get_by_role("button", name="Приложить файл").focus()
        scan = pathlib.Path(__file__).parents[1] / "Fixtures/office/practice.docx"
        choose(page, lambda: page.keyboard.press("Enter"), {
            "name": "Приказ № 215 от 28.08.2024.docx", "mimeType": "application/octet-stream", "buffer": scan.read_bytes()})
        until(page, "document.querySelector('.attached .chip') !== null")
        expect(value(page, "attachments") == "prikaz-215-ot-28-08-2024.docx", value(page, "attachments"))
        expect(not page.locator("[data-message-for=attachments]").inner_text(), "it is told of")
        expect("prikaz" not in page.locator("#body").input_value(), "it stands in the text too")
        clean(page, "a file that is attached")
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/documents/*.html")
        expect((site.folder / "content/documents/prikaz-215-ot-28-08-2024.docx").is_file(), "it is not there")
        expect("✓ Черновик сохранён сегодня в" in page.locator(".album-preview-edit").inner_text(), "the save is not told")
        page.get_by_role("link", name="Править").click()
        page.get_by_role("button", name="Убрать: prikaz-215-ot-28-08-2024.docx").click()
        expect(value(page, "attachments") == "", "it is still there")


def what_was_refused_is_crossed_out_as_it_is_corrected(visit):
    with edited(visit):
        page = form(visit, FORM)
        page.locator("[name='field.date']").fill("31.02.2024")
        answer = refused(page)
        expect("на сайте прежний текст" in answer.inner_text() and "черновик" not in answer.inner_text(), answer.inner_text())
        checked(page, lambda: page.locator("[name='field.date']").fill("28.02.2024"))
        until(page, "document.querySelector('.answer .mended') !== null && !document.querySelector('.answer.bad')")
        expect("можно сохранять" in answer.inner_text(), answer.inner_text())
        checked(page, lambda: page.locator("[name='field.date']").fill("30.02.2024"))
        checked(page, lambda: page.locator("[name='field.date']").fill("31.02.2024"))
        until(page, "document.querySelector('.answer.bad') !== null")
        visit.faults.clear()


def of_a_draft_nothing_is_crossed_out_that_readers_would_miss(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("Черновик без слов")
        pick(page, "municipalities", "ашинский")
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/practices/chernovik-bez-slov.html")
        page = form(visit, "_edit/material/practices/chernovik-bez-slov")
        answer = refused(page)
        page.locator(".tools:not([hidden])").wait_for()
        page.wait_for_timeout(1500)
        expect(not answer.locator(".mended").count(), answer.inner_text())
        expect(answer.locator("[name=_sure]").is_visible(), "there is no way on")
        checked(page, lambda: page.locator("[name='field.summary']").fill("О чём он."))
        until(page, "document.querySelector('.answer .mended') !== null")
        visit.faults.clear()


def the_beginning_of_one_name_alone_is_that_name(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("#pick-municipalities").fill("саткинск")
        page.locator("#pick-municipalities-list [role=option]").first.wait_for()
        checked(page, lambda: page.locator("[name='field.title']").focus())
        expect(value(page, "municipalities") == "Саткинский МР", value(page, "municipalities"))


def a_draft_is_removed_and_comes_back(visit):
    with edited(visit) as site:
        path = "content/practices/pustoi-chernovik.md"
        site.save(path, "---\ntitle: Пустой черновик\nsummary: О чём.\ndraft: да\n---\n")
        for _ in range(100):
            if visit.page.request.get(site.url("_edit/material/practices/pustoi-chernovik")).status == 200:
                break
            visit.page.wait_for_timeout(100)
        page = form(visit, "_edit/material/practices/pustoi-chernovik")
        page.locator("[name=_delete]").click()
        dialog = page.locator("dialog.asking")
        expect(dialog.locator("button:focus").inner_text() == "Отмена", "the dangerous answer is at hand")
        dialog.get_by_role("button", name="Удалить черновик").click()
        page.wait_for_url(lambda url: "/_edit/?removed=" in url)
        expect("«Пустой черновик» удалён" in page.locator(".notice").inner_text(), "nobody says so")
        expect(not (site.folder / path).exists(), "it is still there")
        clean(page, "a list with a removed draft")
        page.get_by_role("button", name="Вернуть").click()
        page.wait_for_url(lambda url: "/_edit/?back=" in url)
        expect("«Пустой черновик» возвращён" in page.locator(".notice").inner_text(), "nobody says so")
        expect((site.folder / path).exists(), "it has not come back")
        expect(page.locator(".of-kind h3").first.inner_text().startswith("Черновики"), "drafts do not stand first")


def a_link_is_found_by_the_keyboard(visit):
    with edited(visit):
        page = form(visit, FORM)
        body = page.locator("#body")
        body.fill("")
        body.focus()
        page.keyboard.press("Control+k")
        page.keyboard.press("Tab")
        page.get_by_label("Куда ведёт").fill("квест")
        title = page.locator("dialog .found button").first.evaluate("button => button.firstChild.textContent")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        until(page, "document.querySelector('dialog[open]') === null")
        expect(body.input_value().startswith("[[") and title, f"{body.input_value()} for {title}")


def earlier_texts_are_read_and_brought_back(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        page = form(visit, FORM)
        page.locator("[name='field.participants']").fill("Учителя")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        page = visit.open(FORM.replace("material", "history"))
        expect("сегодня в" in page.locator("main").inner_text(), page.locator("main").inner_text())
        clean(page, "history")
        page.get_by_role("link", name="Посмотреть целиком").first.click()
        clean(page, "an earlier text")
        page.get_by_role("button", name="Вернуть этот текст").click()
        page.wait_for_url("**/_edit/history/**")
        expect(site.text(MATERIAL) == before, "it is not the text of before")


def a_small_form_keeps_what_is_typed_until_it_is_saved(visit):
    with edited(visit):
        page = visit.open("_edit/lists/municipalities/asha-mr")
        clean(page, "an entry of a list")
        short = page.locator("[name='value.short']")
        short.fill("Аша и Сим")
        page.reload()
        expect(short.input_value() == "Аша и Сим", f"the field holds «{short.input_value()}»")
        expect("не сохранили" in page.locator(".notice").inner_text(), "it is not said")
        page.get_by_role("button", name="Забыть набранное").click()
        until(page, "document.querySelector(\"[name='value.short']\").value === 'Аша'")
        short.fill("Аша и Сим")
        page.get_by_role("button", name="Сохранить").click()
        until(page, "location.search === '?saved=1'")
        page.goto(page.url.split("?")[0])
        expect(short.input_value() == "Аша и Сим" and page.locator(".notice").count() == 0, "a saved value is told as typed")
        # An entry that is added leaves an empty form behind it, and goes again.
        lists = page.url.rsplit("/", 1)[0]
        page.goto(lists)
        clean(page, "a list")
        for field, text in {"name": "Новый МО", "short": "Новый", "full": "Новый муниципальный округ", "type": "МО",
                            "region": "Челябинская область"}.items():
            page.locator(f"[name='value.{field}']").fill(text)
        page.get_by_role("button", name="Сохранить").click()
        until(page, "location.pathname.endsWith('/novyi-mo')")
        expect("Добавлено" in page.locator(".notice").first.inner_text(), "it is not said that it was added")
        page.goto(lists)
        expect(page.locator("[name='value.name']").input_value() == "", "the form still holds the new entry")
        page.get_by_role("link", name="Новый МО").click()
        page.get_by_text("Убрать из списка…").click()
        page.get_by_role("button", name="Убрать", exact=True).click()
        until(page, "location.search === '?saved=removed'")
        page.get_by_role("button", name="Вернуть").click()
        until(page, "location.search === '?saved=back'")


def the_list_is_searched(visit):
    with edited(visit):
        page = visit.open("_edit/")
        page.locator("#finder").fill("ашинский оценк")
        shown = page.locator(".materials li:visible")
        expect(0 < shown.count() < 10, f"shown are {shown.count()}")
        expect("Ашинский" in shown.first.inner_text(), shown.first.inner_text())


def the_page_stands_beside_the_form_where_there_is_room(visit):
    with edited(visit):
        page = form(visit, FORM)
        page.locator(".shown").wait_for()
        for width, is_beside in ((1366, True), (1024, False), (768, False), (390, False)):
            page.set_viewport_size({"width": width, "height": 768})
            written, shown = (page.locator(part).bounding_box() for part in (".written", ".shown"))
            expect((shown["x"] >= written["x"] + written["width"]) == is_beside, f"{width}: {written} {shown}")
            expect(page.evaluate(OVERFLOW) is None, f"{width}: {page.evaluate(OVERFLOW)}")
        page.set_viewport_size({"width": 1366, "height": 768})

        def width():
            return page.locator(".written").bounding_box()["width"]

        before = width()
        page.locator(".splitter").focus()
        page.keyboard.press("ArrowRight")
        expect(abs(width() - before - 32) < 1, f"by the keyboard it came from {before} to {width()}")
        box = page.locator(".splitter").bounding_box()
        page.mouse.move(box["x"] + 12, 300)
        page.mouse.down()
        page.mouse.move(box["x"] + 112, 300, steps=5)
        page.mouse.up()
        expect(abs(width() - before - 132) < 2, f"by the mouse it came from {before} to {width()}")
        now = width()
        page.reload()
        page.locator(".shown").wait_for()
        expect(abs(width() - now) < 1, f"{now} is forgotten: {width()}")
        page.locator("#body").focus()
        page.evaluate("scrollTo(0, document.querySelector('.text-box').getBoundingClientRect().top + scrollY + 100)")
        expect(abs(page.locator(".tools").bounding_box()["y"]) < 2, "the tools have gone with the text")
        page.locator(".fold").click()
        expect(not page.locator("iframe").is_visible(), "it is not put away")
        expect(not page.locator(".splitter").is_visible(), "what parts nothing is still there")


def the_page_follows_the_section_that_is_edited(visit):
    with edited(visit):
        page = form(visit, FORM)
        page.set_viewport_size({"width": 1366, "height": 768})
        page.locator(".shown").wait_for()
        until(page, "document.querySelector('.shown iframe').contentDocument?.querySelectorAll('h2[id]').length > 3")
        body = page.locator("#body")

        def top(name):
            """How far below the upper edge of the page beside the heading of a section is."""
            return page.evaluate(
                """name => [...document.querySelector('.shown iframe').contentDocument.querySelectorAll('h2')]
                    .find(one => one.textContent.replaceAll('\\u00ad', '').startsWith(name)).getBoundingClientRect().top""", name)

        def caret(words):
            body.evaluate("(node, words) => { const at = node.value.indexOf(words); node.focus(); node.setSelectionRange(at, at); }", words)

        for scheme in ("no-preference", "reduce"):
            page.emulate_media(reduced_motion=scheme)
            for name in ("Результаты", "Цель", "Ключевые идеи"):
                caret(f"## {name}")
                until(page, """name => Math.abs([...document.querySelector('.shown iframe').contentDocument.querySelectorAll('h2')]
                    .find(one => one.textContent.replaceAll('\\u00ad', '').startsWith(name)).getBoundingClientRect().top - 16) < 40""", name)
                expect(page.evaluate("document.activeElement.id") == "body", "the focus has gone")
        page.locator("[data-table=steps] td").first.focus()
        until(page, """() => Math.abs([...document.querySelector('.shown iframe').contentDocument.querySelectorAll('h2')]
            .find(one => one.textContent.replaceAll('\\u00ad', '').startsWith('Ход')).getBoundingClientRect().top - 16) < 40""")
        # A heading that is pressed leads to the text, which stays as it is.
        before = body.input_value()
        page.frame_locator(".shown iframe").locator("h2", has_text="Задачи").first.click()
        until(page, "document.activeElement.id === 'body'")
        line = page.evaluate("() => { const node = document.getElementById('body'); return node.value.slice(0, node.selectionStart).split('\\n').at(-1); }")
        expect(line == "## Задачи" and body.input_value() == before, f"it led to {line!r}")
        # A page that is put away is not moved.
        page.locator(".fold").click()
        caret("## Результаты")
        page.wait_for_timeout(500)
        page.locator(".fold").click()
        expect(top("Результаты") > 60, "it was moved while nobody saw it")


def names_are_picked_in_firefox(visit):
    with edited(visit) as site, Firefox() as fox:
        fox.open(site.url(FORM))
        fox.wait_for("document.querySelector('#pick-municipalities') !== null && document.querySelector('[data-table] td, .chip') !== null")
        fox.wait_for("(() => { const box = document.querySelector('#pick-municipalities'); box.focus(); box.value = 'саткинский'; "
                     "box.dispatchEvent(new InputEvent('input', { bubbles: true })); "
                     "const option = document.querySelector('#pick-municipalities-list [role=option]'); if (!option) return false; "
                     "option.click(); return true; })()")
        fox.wait_for("document.querySelector(\"[name='field.municipalities']\").value === 'Ашинский МР\\nСаткинский МР'")
        fox.wait_for("(() => { document.querySelector('[name=_save]').click(); return true; })()")
        fox.wait_for("location.pathname.endsWith('asha-msoko.html')")
        expect("Саткинский МР" in site.text(MATERIAL), "it was not saved")
        visit.faults += fox.faults


OVER_HTTP = [
    a_published_page_stays_while_its_edits_wait, two_tabs_of_one_material_lose_nothing, a_phone_saves_what_was_typed,
    a_missing_title_is_said_once_and_stays,
    what_was_typed_since_is_not_written_over_unasked, no_wrong_name_is_taken_by_enter,
    names_are_found_by_any_of_them_and_picked_by_the_keyboard, a_place_of_the_text_is_added_to_its_field_by_a_button, materials_are_named_by_their_titles,
    a_name_that_means_several_is_asked_about, a_candidate_takes_the_place_of_the_wrong_words,
    a_message_waits_until_the_hand_rests, a_new_form_says_nothing_of_what_is_not_there_yet,
    a_form_is_cleared_after_asking_and_comes_back, a_material_is_not_taken_off_the_site_unasked,
    what_is_not_saved_is_told_on_the_site_and_in_the_list,
    a_refusal_leads_to_what_is_wrong, what_is_left_open_is_asked_once,
    empty_sections_are_removed_beside_publishing, the_page_follows_the_section_that_is_edited, a_school_is_added_to_the_list,
    a_file_is_attached_by_a_button_at_its_field, what_was_refused_is_crossed_out_as_it_is_corrected,
    of_a_draft_nothing_is_crossed_out_that_readers_would_miss, the_beginning_of_one_name_alone_is_that_name,
    a_draft_is_removed_and_comes_back, a_link_is_found_by_the_keyboard, what_two_people_change_at_different_places_meets, of_two_texts_that_clash_one_is_chosen, earlier_texts_are_read_and_brought_back, the_list_is_searched, a_small_form_keeps_what_is_typed_until_it_is_saved,
    the_page_stands_beside_the_form_where_there_is_room, names_are_picked_in_firefox,
]
