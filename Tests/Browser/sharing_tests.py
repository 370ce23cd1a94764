"""What a reader sends in: written on a page of the site, handed over as a file, taken in by `album receive`."""

import base64
import io
import zipfile

from accessibility_tests import AXE, RULES_OF_LOOKS, offences
from firefox import Firefox
from firefox_tests import watch
from harness import ELSEWHERE, MODES, OVERFLOW, expect, until
from sharing import (DECISION, DONE, FAULTS, FORM, PATH, PEOPLE, PLAN, copy, document, filled, handed, opened, photograph)


def a_practice_is_written_by_the_keyboard_and_taken_in(visit):
    page = opened(visit)
    keys = page.keyboard
    keys.type("Квест «Найди критерий»")
    keys.press("Enter")
    expect(page.locator(FAULTS).is_hidden(), "Enter in a line has sent the form")
    keys.press("Tab")
    keys.type("Команды старшеклассников придумали критерии.")
    keys.press("Tab")
    keys.press("Space")
    for _ in range(9):
        keys.press("Tab")
    keys.type("саткин")
    until(page, "document.querySelectorAll('#field-municipalities label:not([hidden]) input[type=checkbox]').length === 1")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    expect(page.evaluate("'own' in document.activeElement.dataset"), "no way to write one's own")
    keys.press("Tab")
    keys.type("12 октября 2023")
    page.locator("#section-1").focus()
    keys.type("Научить детей оценивать свою работу.")
    page.get_by_role("button", name="Готово").focus()
    name, content = handed(page, lambda: keys.press("Enter"))
    expect(name == "kvest-naidi-kriterii.md", f"the file is called {name}")
    expect(page.evaluate("document.activeElement.matches('.share-done')"), "the outcome has no focus")
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0 and run.stdout.strip() == PATH, run.stderr)
        text = site.text(PATH)
        for line in ("directions: [Знание]", "municipalities: [Саткинский МР]", "draft: да", "## Цель"):
            expect(f"\n{line}\n" in text, f"no line «{line}»:\n{text}")
        told = site.told(PATH)
        expect(not told, "\n".join(told))


def what_is_missing_is_said_where_it_is_missing(visit):
    page = opened(visit)
    page.get_by_role("button", name="Готово").click()
    page.locator(FAULTS).wait_for()
    expect(page.evaluate("document.activeElement.matches('.share-faults')"), "the faults have no focus")
    lines = page.locator(f"{FAULTS} li").all_inner_texts()
    expect([line.split(":")[0] for line in lines] == ["Название", "Кратко", "Цель"], f"told are {lines}")
    expect(page.locator("#field-title").get_attribute("aria-invalid") == "true", "the field is not marked")
    expect("Заполните" in page.locator("#told-field-title").inner_text(), "nothing is said beside the field")
    page.locator(f"{FAULTS} a").nth(2).click()
    expect(page.evaluate("document.activeElement.id") == "section-1", "a fault does not lead to its field")
    page.locator("#section-1").fill("Цель.")
    page.get_by_role("button", name="Готово").click()
    expect(page.locator(f"{FAULTS} li").count() == 2, "what was mended is still told")


def what_is_typed_is_kept_until_it_is_cleared(visit):
    page = filled(visit)
    page.wait_for_timeout(600)
    page.reload()
    back = page.locator(".share-back")
    expect("Возвращено" in back.inner_text() and back.bounding_box()["y"] < 700, "nobody says at the top that it is back")
    expect(page.locator("#field-title").input_value() == "Квест «Найди критерий»", "the title is gone")
    expect(page.get_by_label("Саткинский МР", exact=True).is_checked(), "the choice is gone")
    expect("Саткинский МР" in page.locator("#field-municipalities .share-chosen").inner_text(), "it is not told")
    # Typed and left at once.
    page.locator("#section-2").fill("Школа")
    page.goto("about:blank")
    page.go_back()
    expect(page.locator("#section-2").input_value() == "Школа", "what was typed last is gone")
    page.get_by_role("button", name="Очистить", exact=True).click()
    page.get_by_role("button", name="Оставить").click()
    expect(page.locator("#field-title").input_value() != "", "it was cleared unasked")
    page.get_by_role("button", name="Очистить", exact=True).click()
    page.get_by_role("button", name="Да, очистить").click()
    page.reload()
    expect(page.locator("#field-title").input_value() == "", "it came back")


def pictures_and_documents_go_along_in_a_zip(visit):
    page = filled(visit)
    page.locator("#share-choose").set_input_files([
        {"name": "Фото семинара (1).JPG", "mimeType": "image/jpeg", "buffer": photograph(page)},
        {"name": "Лист оценки.docx", "mimeType": "application/octet-stream", "buffer": document()},
        {"name": "схема.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}])
    page.locator("#alt-0").wait_for()
    told = page.locator("#told-files").inner_text()
    expect("foto-seminara-1.jpg" in told and "«схема.svg» не добавлен" in told, f"said is «{told}»")
    page.get_by_role("button", name="Готово").click()
    expect("скажите, что на картинке" in page.locator(FAULTS).inner_text(), "a picture needs no words")
    page.locator("#alt-0").fill("Команды у карты [маршрута]")
    page.locator("#place-0").select_option(label="Ход")
    name, content = handed(page)
    expect(name == "kvest-naidi-kriterii.zip", f"the file is called {name}")
    archive = zipfile.ZipFile(io.BytesIO(content))
    expect(archive.testzip() is None, "the archive is damaged")
    names = archive.namelist()
    expect(names == ["kvest-naidi-kriterii.md", "foto-seminara-1.jpg", "list-otsenki.docx"], f"it holds {names}")
    picture = archive.read("foto-seminara-1.jpg")
    expect(b"\x88\x25" not in picture and b"\x01\x12\0\x03\0\0\0\x01\0\x06" in picture, "its place or its turn")
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0, run.stderr)
        text = site.text(PATH)
        expect("![Команды у карты \\[маршрута\\]](foto-seminara-1.jpg)" in text.split("## Ход")[1].split("## Рез")[0], text)
        expect("\nattachments: [list-otsenki.docx]\n" in text, text)
        expect((site.folder / "content/practices/foto-seminara-1.jpg").read_bytes() == picture, "the picture differs")
        told = site.told("content/practices/")
        expect(not told, "\n".join(told))


def a_picture_that_is_too_large_is_made_smaller_before_it_is_packed(visit):
    page = filled(visit)
    drawn = page.evaluate("""() => { const canvas = document.createElement('canvas'); canvas.width = 3000; canvas.height = 2000;
        canvas.getContext('2d').fillRect(50, 50, 900, 900);
        return ['image/jpeg', 'image/png'].map(type => canvas.toDataURL(type).split(',')[1]); }""")
    jpeg, png = (base64.b64decode(data) for data in drawn)
    page.locator("#share-choose").set_input_files([
        {"name": "вид.jpg", "mimeType": "image/jpeg", "buffer": jpeg}, {"name": "схема.png", "mimeType": "image/png", "buffer": png}])
    page.locator("#alt-1").wait_for()
    told = page.locator("#told-files").inner_text()
    expect(told.count("уменьшена для сайта: 2560×1707") == 2, f"said is «{told}»")
    page.locator("#alt-0").fill("Вид на школу")
    page.locator("#alt-1").fill("Схема игры")
    name, content = handed(page)
    archive = zipfile.ZipFile(io.BytesIO(content))
    expect({"vid.jpg", "skhema.png"} < set(archive.namelist()), f"it holds {archive.namelist()}")
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0 and "картинка" not in run.stderr, run.stderr)
        told = site.told("content/practices/")
        expect(not told, "\n".join(told))


def with_a_picture(visit):
    page = filled(visit)
    page.locator("#share-choose").set_input_files(
        {"name": "вид.jpg", "mimeType": "image/jpeg", "buffer": photograph(page)})
    page.locator("#alt-0").fill("Вид на школу")
    page.wait_for_timeout(700)
    return page


def files_are_kept_until_the_form_is_cleared(visit):
    page = with_a_picture(visit)
    page.reload()
    until(page, "document.querySelector('.share-file img') !== null")
    expect(page.locator("#alt-0").input_value() == "Вид на школу", "its words are gone")
    expect(page.locator("[data-files-lost]").is_hidden(), "the page says that files are lost")
    name, content = handed(page)
    expect("vid.jpg" in zipfile.ZipFile(io.BytesIO(content)).namelist(), name)
    page.get_by_role("button", name="Очистить", exact=True).click()
    page.get_by_role("button", name="Да, очистить").click()
    until(page, "document.querySelector('.share-file') === null")
    kept = """() => new Promise(done => { const open = indexedDB.open("album-share", 1); open.onsuccess = () => {
        const all = open.result.transaction("files").objectStore("files").count(); all.onsuccess = () => done(all.result); }; })"""
    page.wait_for_timeout(300)
    expect(page.evaluate(kept) == 0, "a file is left in the browser")


def files_are_asked_for_again_where_the_browser_keeps_none(visit):
    visit.context.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    page = opened(visit)
    until(page, "!document.querySelector('[data-files-lost]').hidden")
    page = with_a_picture(visit)
    page.reload()
    page.locator(".share-file .share-fault").wait_for()
    page.get_by_role("button", name="Готово").click()
    expect("выберите файл ещё раз" in page.locator(FAULTS).inner_text().lower(), "a file without bytes is handed over")
    page.locator("#share-choose").set_input_files(
        {"name": "вид.jpg", "mimeType": "image/jpeg", "buffer": photograph(page)})
    until(page, "document.querySelector('.share-file img') !== null")
    expect(page.locator(".share-file").count() == 1, "it is there twice")
    handed(page)


def a_plan_has_rows_to_add_and_to_take_away(visit):
    page = opened(visit, PLAN)
    page.locator("#field-title").fill("План работы на год")
    page.locator("#field-summary").fill("Что будет сделано за год.")
    page.get_by_label("Ашинский МР", exact=True).check()
    page.locator("#field-date").fill("2024")
    page.get_by_role("button", name="Готово").click()
    expect("заполните хотя бы одну строку" in page.locator(FAULTS).inner_text().lower(), "an empty table is handed over")
    for number, (event, term) in enumerate([("Семинар | первый", "март 2024"), ("Лишнее", ""), ("Итоги", "май 2024")]):
        if number:
            page.get_by_role("button", name="Добавить строку").click()
            expect(page.evaluate("document.activeElement.name") == f"events/{number}/name", "the new row has no focus")
        page.locator(f"[name='events/{number}/name']").fill(event)
        page.locator(f"[name='events/{number}/term']").fill(term)
    page.locator("[name='events/1/name']").fill("")
    page.locator("[name='events/1/result']").fill("без названия")
    page.get_by_role("button", name="Готово").click()
    expect("в строке 2 не заполнено: наименование" in page.locator(FAULTS).inner_text().lower(), "a row without a name passes")
    page.get_by_role("button", name="Убрать строку 2").click()
    name, content = handed(page)
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0, run.stderr)
        path = "content/roadmaps/plan-raboty-na-god.md"
        expect("| Семинар \\| первый | март 2024 |\n| Итоги | май 2024 |\n" in site.text(path), site.text(path))
        told = site.told(path)
        expect(not told, "\n".join(told))


def a_text_that_is_looked_for_is_sent_from_its_page(visit):
    page = visit.open("texts/description-only.html")
    address = page.locator("main a[href*='model-decisions/']").first.get_attribute("href")
    page = visit.open(address.replace("../", ""))
    title = page.locator("h1").inner_text().strip()
    page.get_by_role("link", name="Прислать текст").click()
    until(page, "document.querySelector('[name=wanted]:checked')?.value")
    expect(page.locator("#field-title").input_value() == title + " — текст", "the title is not filled in")
    expect(page.locator("#field-summary").input_value() == "", "the summary is no summary")
    expect(page.locator("textarea[data-heading]").count() == 1, "sections are asked for that are none of the text")
    page.get_by_role("button", name="Готово").click()
    said = page.locator(f"{FAULTS} li").all_inner_texts()
    expect(said == ["Весь текст: вставьте текст или приложите файл."], f"told are {said}")
    page.locator("#share-choose").set_input_files(
        {"name": "Программа.docx", "mimeType": "application/octet-stream", "buffer": document()})
    page.locator(".share-file").wait_for()
    until(page, "document.querySelector('.share-faults').hidden")
    name, content = handed(page)
    expect(name == address.split("/")[-1].replace(".html", "-tekst.zip"), f"the file is called {name}")
    with copy() as site:
        run = site.receive("a.zip", content)
        said = run.stderr
        expect(run.returncode == 0 and "это текст к материалу «" in said and "/_edit/joining/model-decisions/" in said, said)


def what_looks_personal_is_told_beside_it_and_at_the_end(visit):
    page = filled(visit)
    page.locator("#section-2").fill("Петров Иван, 7Б класс, тел. +7 912 345-67-89, СНИЛС 112-233-445 95")
    page.locator("#told-section-2 .share-warning").first.wait_for()
    told = page.locator("#told-section-2").inner_text()
    for words in ("имя ученика: Петров Иван", "телефон: +7 912 345-67-89", "СНИЛС: 112-233-445 95"):
        expect(words in told, f"«{words}» is not told: {told}")
    expect("СНИЛС" in page.locator(PEOPLE).inner_text(), "it is not told at the end")
    # A warning keeps nobody from a file of one's own.
    _, content = handed(page)
    with copy() as site:
        run = site.receive("a.md", content)
        expect("112-233-445 95" in run.stderr and "сведения о людях" in run.stderr, run.stderr)
    page.locator("#section-2").fill("Методист отдела образования")
    until(page, "document.querySelector('.share-people').hidden")


def what_is_typed_arrives_as_it_was_typed(visit):
    lines = ["# не заголовок", "*звёзды* и _черты_", "<script>alert(1)</script> & &lt;", "[[ссылка]] [x](javascript:1)",
             "2023. Начало", "| a | b |", "---", "`код` \\ [^1]", "https://example.org/a*b*[0]"]
    page = filled(visit)
    page.locator("#section-2").fill("\n\n".join(lines))
    name, content = handed(page)
    with copy() as site:
        expect(site.receive(name, content).returncode == 0, "it was not taken")
        told = site.told(PATH)
        expect(not told, "\n".join(told))
        built = site.run("build", "--drafts", "--output", str(site.folder / "out"))
        expect(built.returncode == 0, built.stderr)
        reader = visit.context.new_page()
        reader.goto((site.folder / "out/practices/kvest-naidi-kriterii.html").as_uri())
        shown = reader.locator("main").inner_text()
        missing = [line for line in lines if line not in shown]
        reader.close()
        visit.forgive(ELSEWHERE)
        expect(not missing, f"not shown as typed: {missing}\n{shown}")


def the_form_is_usable_for_everybody(visit):
    found = []
    for path in (FORM, PLAN, DECISION):
        page = opened(visit, path)
        page.evaluate(AXE)
        page.locator("#share-contact").fill("Методист, школа № 5")
        if path == FORM:
            page.locator("#share-choose").set_input_files(
                {"name": "вид.jpg", "mimeType": "image/jpeg", "buffer": photograph(page)})
            page.locator("#alt-0").wait_for()
            page.locator("#section-1").fill("СНИЛС 112-233-445 95")
        page.locator(".share-more summary").click()
        page.get_by_role("button", name="Готово").click()
        page.get_by_role("button", name="Очистить", exact=True).click()
        for mode in MODES:
            for width in (1366, 768, 390):
                visit.see(mode, width)
                rules = None if (mode, width) == ("light", 1366) else RULES_OF_LOOKS
                found += [f"{path}, {mode}, {width}: {offence}" for offence in offences(page, rules)]
                overflow = page.evaluate(OVERFLOW)
                found += [f"{path}, {mode}, {width} scrolls: {overflow}"] if overflow else []
    expect(not found, "\n".join(found))


def readers_find_the_form_from_where_they_look(visit):
    for path in ("index.html", "practices/index.html"):
        page = visit.open(path)
        page.locator("main").get_by_role("link", name="Поделиться практикой").first.click()
        expect(page.locator("h1").inner_text().strip() == "Поделиться практикой", f"from {path} another page comes")
    page = visit.open("glossary.html")
    page.locator("footer").get_by_role("link", name="Поделиться").click()
    expect(page.locator("main a[href='roadmaps.html']").count() == 1, "the list has no form for plans")


def firefox_writes_and_hands_over_a_practice(visit):
    with Firefox() as fox:
        fox.open(visit.site.base + FORM)
        fox.run("""(() => { const set = (id, text) => { const field = document.getElementById(id); field.focus();
            field.value = text; field.dispatchEvent(new Event("input", {bubbles: true})); };
            set("field-title", "Квест «Найди критерий»"); set("field-summary", "Команды ищут критерии.");
            set("section-1", "Научить."); document.querySelector("[name='field.directions']").click(); })()""")
        fox.wait_for("document.querySelector('.share-kept').textContent !== ''")
        fox.open(visit.site.base + FORM)
        fox.wait_for("document.getElementById('section-1').value === 'Научить.'")
        fox.run("document.querySelector('#share [type=submit]').click()")
        fox.wait_for("!document.querySelector('.share-done').hidden")
        for _ in range(100):
            files = [path for path in fox.downloads.iterdir() if path.suffix == ".md" and path.stat().st_size]
            if files:
                break
            fox.run("new Promise(done => setTimeout(done, 50))")
        expect(files, "no file came")
        with copy() as site:
            run = site.receive(files[0].name, files[0].read_bytes())
            expect(run.returncode == 0 and run.stdout.strip() == PATH, run.stderr)
        watch(visit, fox)


def without_javascript_the_page_says_what_to_do(visit):
    page = visit.open(FORM)
    expect(page.locator("#share").is_hidden(), "a form is shown that does nothing")
    said = page.locator("main").inner_text()
    for words in ("DOCX", "album import", "Цель"):
        expect(words in said, f"«{words}» is not said: {said}")


EVERYWHERE = [
    a_practice_is_written_by_the_keyboard_and_taken_in, what_is_missing_is_said_where_it_is_missing,
    what_is_typed_is_kept_until_it_is_cleared, pictures_and_documents_go_along_in_a_zip,
    a_picture_that_is_too_large_is_made_smaller_before_it_is_packed, firefox_writes_and_hands_over_a_practice, files_are_kept_until_the_form_is_cleared,
]
OVER_HTTP = [
    files_are_asked_for_again_where_the_browser_keeps_none, a_plan_has_rows_to_add_and_to_take_away,
    what_looks_personal_is_told_beside_it_and_at_the_end, what_is_typed_arrives_as_it_was_typed,
    the_form_is_usable_for_everybody, readers_find_the_form_from_where_they_look,
]
FROM_DISK = [a_text_that_is_looked_for_is_sent_from_its_page]
WITHOUT_SCRIPTS = [without_javascript_the_page_says_what_to_do]
