"""A reader fills in sheets: scores positions, marks criteria, makes a plan; keeps, saves, compares and prints what was entered."""

import json
import pathlib
import re
import tempfile

import openpyxl
from accessibility_tests import AXE
from firefox import Firefox
from firefox_tests import watch
from harness import OVERFLOW, expect, until
from office import EXCEL, WORD, document, take, words

SCORE = "assessments/municipal-mechanisms-2023.html"
CRITERIA = "events/rma-contest-2023.html"
SELF_CHECK = "pages/self-diagnosis.html"
SHEETS = (SCORE, CRITERIA, SELF_CHECK)
FIELDS, POINTS, PENALTIES = ".score-sheet [name]", ".score-sheet input[name]", ".score-sheet select[name]"
LOST = ".score-sheet input[name]:not([data-most])"


def totals(page):
    return page.locator(".score-sheet output").all_inner_texts()


def states(page):
    return page.locator(".score-state").all_inner_texts()


def summary(page):
    return page.locator("[data-summary]").inner_text()


def told(page):
    return page.locator("[data-told]").inner_text()


def head(page, name):
    return page.locator(f"[data-head={name}]")


def do(page, name):
    page.locator(f"[data-do={name}]").click()


def answer(page, text):
    page.locator(".sheet-answers button", has_text=text).click()


def fault(field):
    return field.locator("xpath=following-sibling::span").inner_text()


def full(page):
    """All the points that a sheet has."""
    page.eval_on_selector_all(POINTS, """inputs => inputs.forEach(input => {
        const row = input.closest('.score-row'), others = [...row.querySelectorAll('input')].reduce((sum, one) => sum + Number(one.dataset.most ?? 0), 0);
        input.value = input.dataset.most ?? row.dataset.maximum - others; input.dispatchEvent(new Event('input', {bubbles: true})); })""")


def printed(page):
    """How many sheets of A4 the button of the sheet gives, and their text."""
    page.evaluate("() => { window.print = () => {}; }")
    do(page, "print")
    page.emulate_media(media="null")
    data = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page[^s]", data))


def saved(page):
    with page.expect_download() as download:
        do(page, "save")
    path = pathlib.Path(tempfile.mkdtemp()) / download.value.suggested_filename
    download.value.save_as(path)
    return path


def give(page, name, text):
    page.locator("[data-file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})


# --- Points


def points_add_up_against_the_maximum(visit):
    page = visit.open(SCORE)
    before = totals(page)
    expect(all(text.startswith("0 из ") for text in before), f"an empty sheet says {before}")
    first, penalty = page.locator(POINTS).first, page.locator(PENALTIES).first
    first.fill("1")
    penalty.select_option(label="снять 1 балл")
    expect(totals(page) == before, f"a point and a penalty give {totals(page)}")
    penalty.select_option(label="не снимаем")
    expect(totals(page)[0].startswith("1 из "), f"the section says {totals(page)[0]}")
    first.fill("99")
    expect(first.get_attribute("aria-invalid") == "true" and totals(page)[0].startswith("1 из "), "points beyond the limit count")
    expect("засчитано 1" in fault(first), f"the limit is not told in words: {fault(first)}")
    first.fill("-3")
    expect("Меньше нуля" in fault(first), f"to −3 the sheet says «{fault(first)}»")
    first.fill("пять")
    expect(totals(page) == before and "не число" in fault(first), "what is no number is no mistake")
    full(page)
    expect(all(text.split(" из ")[0] == text.split(" из ")[1] for text in totals(page)), f"full points give {totals(page)}")


def a_comma_or_a_point_is_written_as_a_comma(visit):
    page = visit.open(SCORE)
    field = page.locator(POINTS).first
    for typed in ("0.5", "0,5"):
        field.fill(typed)
        field.blur()
        expect(field.input_value() == "0,5" and totals(page)[0].startswith("0,5 из ") and fault(field) == "", f"{typed} gives {field.input_value()}")


def a_limit_that_the_source_has_lost_is_not_made_up(visit):
    page = visit.open(SCORE)
    unlimited = page.locator(LOST)
    expect(unlimited.count() == 1, "no limit is lost")
    unlimited.first.fill("3")
    expect("засчитано" not in fault(unlimited.first), f"a field without a limit says «{fault(unlimited.first)}»")
    unlimited.first.fill("50")
    expect("штраф вычитают" in fault(unlimited.first), "the position's limit is not told")


def no_position_gives_more_than_its_maximum(visit):
    """Neither by points beyond a field's limit nor through a field whose limit the source has lost."""
    page = visit.open(SCORE)
    page.eval_on_selector_all(POINTS, """inputs => inputs.forEach(input => { input.value = 50;
        input.dispatchEvent(new Event('input', { bubbles: true })); })""")
    for visit_again in (False, True):
        if visit_again:
            page = visit.open(SCORE)
        expect(all(text.split(" из ")[0] == text.split(" из ")[1] for text in totals(page)), f"50 each: {totals(page)}")
    row = page.locator(".score-row", has=page.locator("input:not([data-most])")).first
    row.locator("select").select_option("-1")
    points, most = row.locator("output").inner_text().split(" из ")
    expect(int(points) == int(most) - 1, f"a penalty on a full position gives {points} of {most}")


def a_position_with_stages_has_a_field_for_each(visit):
    page = visit.open(SCORE)
    stages = page.locator(".score-stage").all_inner_texts()
    expect([stage.lower() for stage in stages] == ["проведение процедур", "проверка результатов"], f"the stages are {stages}")
    row = page.locator(".score-row", has=page.locator(".score-stage"))
    labels = page.evaluate("row => [...row.querySelectorAll('[name]')].map(one => one.labels[0].textContent.replaceAll('\u00ad', ''))", row.element_handle())
    expect(len(labels) == 10 and all("проведение процедур" in one or "проверка результатов" in one for one in labels), f"labels: {labels}")
    limits = row.locator(".score-what .quiet").all_inner_texts()
    expect(set(limits) == {"до 1", "снимают до 1"}, f"limits: {limits}")
    for field in row.locator("input").all():
        field.fill("1")
    expect(row.locator("output").inner_text() == "8 из 8", f"all stages give {row.locator('output').inner_text()}")
    for choice in row.locator("select").all():
        choice.select_option("-1")
    expect(row.locator("output").inner_text() == "6 из 8", "the penalties of both stages are not taken off")


def each_position_says_in_words_how_far_it_is(visit):
    page = visit.open(SCORE)
    expect(states(page).count("не заполнено") == 5 and "заполнено позиций: 0 из 5" in states(page)[0], f"an empty sheet says {states(page)}")
    row = page.locator(".score-row", has=page.locator("input")).first
    for field in row.locator("input").all()[:3]:
        field.fill("1")
    state = row.locator(".score-state")
    expect(state.inner_text() == "заполнено 3 из 4", f"three of four: {state.inner_text()}")
    row.locator("input").nth(3).fill("4")
    expect(state.inner_text() == "заполнено, больше предела", f"beyond the limit: {state.inner_text()}")
    expect("Заполнено позиций: 1 из 5" in summary(page) and "из 25" in summary(page) and "с ошибкой — 1" in summary(page), summary(page))


def the_keyboard_alone_fills_in_the_sheet(visit):
    page = visit.open(SCORE)
    page.locator(POINTS).first.focus()
    page.keyboard.press("ArrowUp")
    expect(totals(page)[0].startswith("1 из "), f"the arrow gives {totals(page)[0]}")
    page.keyboard.press("Tab")
    place = page.evaluate("selector => [...document.querySelectorAll(selector)].indexOf(document.activeElement)", FIELDS)
    expect(place == 1, f"Tab goes to the field {place}")
    page.keyboard.press("Enter")
    expect(page.url.endswith(".html"), f"Enter leaves the page: {page.url}")


# --- What is kept


def what_is_entered_stays_in_this_browser_until_it_is_cleared(visit):
    page = visit.open(SCORE)
    page.locator(POINTS).nth(1).fill("1")
    head(page, "subject").fill("Ашинский МР")
    head(page, "date").fill("2023-09-15")
    visit.open("index.html")
    visit.open(SCORE)
    expect(page.locator(POINTS).nth(1).input_value() == "1" and totals(page)[0].startswith("1 из "), "the points are forgotten")
    expect(head(page, "subject").input_value() == "Ашинский МР" and head(page, "date").input_value() == "2023-09-15", "the head is forgotten")
    do(page, "clear")
    answer(page, "Оставить")
    expect(page.locator(POINTS).nth(1).input_value() == "1", "points are cleared without a yes")
    do(page, "clear")
    answer(page, "Да")
    visit.open(SCORE)
    expect(page.locator(POINTS).nth(1).input_value() == "" and head(page, "subject").input_value() == "", "the points are not cleared")
    expect(page.evaluate("Object.keys(localStorage).length") == 0, "something of them stays")


def points_of_the_former_sheet_are_taken_over(visit):
    page = visit.open(SCORE)
    names = page.eval_on_selector_all(FIELDS, "fields => fields.map(one => [one.name, one.dataset.former || ''])")
    plain, staged = names[0][0], next(former for _, former in names if former.endswith(".p1"))
    penalty = next(former for _, former in names if former.endswith(".penalty"))
    page.evaluate("points => localStorage.setItem(`score-sheet:${location.pathname}:points-positions`, JSON.stringify(points))",
                  {plain: "0,5", staged: "2", penalty: "1", staged.replace(".p1", ".p2"): "много"})
    page = visit.open(SCORE)
    expect(page.locator(FIELDS).first.input_value() == "0,5", "a point is lost")
    for place in (1, 2):
        expect(page.locator(f"[name='{staged}.{place}']").input_value() == "1", f"stage {place} has lost its point")
    expect([page.locator(f"[name='{penalty}.{place}']").input_value() for place in (1, 2)] == ["-1", ""], "a penalty is lost")
    expect("перенесены" in told(page), f"the sheet says «{told(page)}»")
    expect(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('score-sheet:')).length") == 0, "the former key stays")
    expect("нет места: 1" in told(page) or page.locator("[aria-invalid=true]").count() == 1, f"what does not fit is not told: «{told(page)}»")
    expect("много" in page.evaluate("JSON.stringify(localStorage)"), "what is no number is lost")
    page = visit.open(SCORE)
    expect(page.locator(FIELDS).first.input_value() == "0,5", "the points are lost at the next visit")


def what_a_newer_album_keeps_is_left_alone(visit):
    page = visit.open(CRITERIA)
    page.locator(".worksheet select[name]").first.select_option("ready")
    key = page.evaluate("Object.keys(localStorage)[0]")
    page.evaluate("key => localStorage.setItem(key, JSON.stringify({version: 99, sheets: 1}))", key)
    page = visit.open(CRITERIA)
    expect("более нового" in told(page), f"the sheet says «{told(page)}»")
    page.locator(".worksheet select[name]").first.select_option("ready")
    expect("99" in page.evaluate("key => localStorage.getItem(key)", key), "it is overwritten")
    for rubbish in ("null", "7", "[1]", '{"version":1,"copies":[null,{"head":7,"values":{"a":{}}}],"open":9}', "{"):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, rubbish])
        page = visit.open(CRITERIA)
        page.locator(".worksheet select[name]").first.select_option("ready")
        expect(summary(page).startswith("Подтверждено 1 из 6"), f"after {rubbish}: {summary(page)}")


# --- Files


def a_sheet_goes_into_a_file_and_back(visit):
    for path, field, value in ((SCORE, POINTS, "0,5"), (CRITERIA, ".worksheet input[name]", "Удостоверение «ИКТ»")):
        page = visit.open(path)
        page.locator(field).first.fill(value)
        head(page, "subject").fill("Ашинский МР / 2")
        head(page, "date").fill("2023-09-15")
        file = saved(page)
        expect(file.name == "Лист – Ашинский МР 2 – 2023-09-15.json", f"the file is called {file.name}")
        data = json.loads(file.read_text(encoding="utf-8"))
        expect(data["album-sheet"] == 2 and len(data["copies"]) == 1 and data["page"] == path and data["edition"] == "2023-12-01", f"the file says {data}")
        do(page, "clear")
        answer(page, "Да")
        page.locator("[data-file]").set_input_files(file)
        until(page, "() => / открыт\\./.test(document.querySelector('[data-told]').textContent)")
        expect(page.locator(field).first.input_value() == value and head(page, "date").input_value() == "2023-09-15", "the file brings nothing back")
        page.evaluate("localStorage.clear()")


def a_wrong_file_is_told_and_changes_nothing(visit):
    page = visit.open(SCORE)
    page.locator(POINTS).first.fill("1")
    head(page, "subject").fill("Ашинский МР")
    good = json.loads(saved(page).read_text(encoding="utf-8"))
    kept = page.evaluate("JSON.stringify(localStorage)")
    cases = (
        ("damaged", json.dumps(good)[:-20], "повреждён"), ("no copy", json.dumps({**good, "copies": 5}), "повреждён"), ("no copies", json.dumps({**good, "copies": []}), "повреждён"),
        ("a torn copy", json.dumps({**good, "copies": [good["copies"][0], 5]}), "повреждён"), ("an old one", json.dumps({**good, "album-sheet": 1}), "повреждён"),
        ("foreign", '{"a": 1}', "не сохранённый лист"), ("a list", "[1]", "не сохранённый лист"),
        ("newer", json.dumps({**good, "album-sheet": 3}), "более новым"),
        ("other", json.dumps({**good, "page": "events/a.html", "title": "Отбор"}), "от другого листа: «Отбор»"),
    )
    for name, text, said in cases:
        give(page, f"{name}.json", text)
        until(page, f"() => document.querySelector('[data-told]').textContent.includes('{name}.json')")
        expect(said in told(page) and "всё осталось как было" in told(page), f"{name}: «{told(page)}»")
        expect(page.evaluate("JSON.stringify(localStorage)") == kept and page.locator(POINTS).first.input_value() == "1", f"{name}: something is lost")
    penalty = page.locator(PENALTIES).first.get_attribute("name")
    give(page, "penalty.json", json.dumps({**good, "copies": [{"head": {}, "values": {penalty: "-7"}}]}))
    answer(page, "Вместо открытого")
    expect(totals(page)[0].startswith("0 из") and "нет места: 1" in told(page), f"a penalty that is not seen counts: {totals(page)[0]}, «{told(page)}»")
    page.locator(POINTS).first.fill("1")
    good["edition"], good["copies"][0]["values"]["gone.p9"] = "2022-12-01", "3"
    old = {**good, "album-sheet": 1, "copy": good["copies"][0]}
    del old["copies"]
    give(page, "old.json", json.dumps(old))
    answer(page, "Вместо открытого")
    expect("1 декабря 2022" in told(page) and "нет места: 1" in told(page), f"an older file: «{told(page)}»")
    expect(json.loads(saved(page).read_text(encoding="utf-8"))["copies"][0]["values"]["gone.p9"] == "3", "what has no place is lost")


def a_file_over_entered_points_asks_first(visit):
    page = visit.open(SCORE)
    page.locator(POINTS).first.fill("1")
    head(page, "subject").fill("Ашинский МР")
    file = saved(page)
    head(page, "subject").fill("Копейский ГО")
    page.locator(POINTS).first.fill("0")
    page.locator("[data-file]").set_input_files(file)
    answer(page, "Оставить")
    expect(head(page, "subject").input_value() == "Копейский ГО", "it is replaced without a yes")
    page.locator("[data-file]").set_input_files(file)
    answer(page, "Добавить рядом")
    names = page.locator("[data-copies] option").all_inner_texts()
    expect(names == ["Копейский ГО", "Ашинский МР"] and head(page, "subject").input_value() == "Ашинский МР", f"sheets: {names}")


def one_file_has_all_sheets_of_a_page(visit):
    page = visit.open(SCORE)
    for name, points in (("Ашинский МР", "1"), ("Копейский ГО", "0")):
        if points == "0":
            do(page, "add")
        page.locator(POINTS).first.fill(points)
        head(page, "subject").fill(name)
    file = saved(page)
    expect(file.name == "Лист – Ашинский МР и ещё 1.json" and "Все листы (2)" in told(page), f"the file is called {file.name}, and the sheet says «{told(page)}»")
    expect(page.locator("[data-do=save]").inner_text() == "Сохранить все листы в файл", "the button does not say that all are saved")
    page.evaluate("localStorage.clear()")
    page = visit.open(SCORE)
    expect(page.locator("[data-do=save]").inner_text() == "Сохранить в файл", "the button speaks of several")
    page.locator("[data-file]").set_input_files(file)
    until(page, "() => / открыт\\./.test(document.querySelector('[data-told]').textContent)")
    names = page.locator("[data-copies] option").all_inner_texts()
    expect(names == ["Ашинский МР", "Копейский ГО"] and page.locator(POINTS).first.input_value() == "1" and "Листов в нём: 2" in told(page), f"{names}, «{told(page)}»")
    page.locator("[data-file]").set_input_files(file)
    answer(page, "Добавить рядом")
    expect(page.locator("[data-copies] option").count() == 4, "the file is not opened beside")


def one_message_stands_at_a_time(visit):
    page = visit.open(SCORE)
    page.locator(POINTS).first.fill("1")
    file = saved(page)
    page.locator("[data-file]").set_input_files(file)
    until(page, "() => !document.querySelector('.sheet-ask').hidden")
    expect(told(page) == "", f"beside the question stands «{told(page)}»")
    give(page, "damaged.json", "{")
    until(page, "() => document.querySelector('[data-told]').textContent.includes('damaged.json')")
    expect(page.locator(".sheet-ask").is_hidden(), "the older question stays beside the message")
    do(page, "add")
    do(page, "remove")
    page.locator("[data-copies]").select_option("0")
    expect(page.locator(".sheet-ask").is_hidden(), "what was asked of one sheet would remove another")


# --- Several


def sheets_of_one_name_are_told_apart(visit):
    page = visit.open(SCORE)
    for place, date in enumerate(("2023-09-15", "2023-10-01", "2023-10-01")):
        if place:
            do(page, "add")
        head(page, "subject").fill("Ашинский МР")
        head(page, "date").fill(date)
        page.locator(POINTS).first.fill(str(place % 2))
    wanted = ["Ашинский МР, 15 сентября 2023 г.", "Ашинский МР, 1 октября 2023 г.", "Ашинский МР, 1 октября 2023 г. (2)"]
    names = page.locator("[data-copies] option").all_inner_texts()
    expect(names == wanted, f"the sheets are called {names}")
    heads = [text.split("\n")[0] for text in page.locator(".sheet-compared thead th").all_inner_texts()[1:4]]
    expect(heads == wanted, f"they are compared as {heads}")
    do(page, "remove")
    expect("(2)" in page.locator(".sheet-ask p").first.inner_text(), "the question does not say which one")


def what_is_not_filled_in_is_compared_with_nothing(visit):
    page = visit.open(SCORE)
    full(page)
    head(page, "subject").fill("Ашинский МР")
    do(page, "add")
    head(page, "subject").fill("Копейский ГО")
    for field in page.locator(POINTS).all()[:4]:
        field.fill("1")
    rows = page.locator(".sheet-compared tbody tr")
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]
    expect(cells[2][0] == cells[2][1] and cells[2][3] == "поровну", f"a row that both have filled in: {cells[2]}")
    empty = [row for row in cells if row[1].startswith("—")]
    expect(len(empty) >= 4 and all("не заполнено" in row[1] for row in empty), f"rows that are not filled in: {cells}")
    open_ones = [cells[0], cells[1], *empty]
    expect(all(row[3:] == ["заполнено не всё", ""] for row in open_ones), f"they are judged: {open_ones}")
    expect("заполнено 1 из 5" in page.locator(".sheet-compared thead th").nth(2).inner_text(), "a total does not say that it is not whole")
    expect(page.locator(".sheet-compared .sheet-best").count() == 0, "the fuller sheet is the best")
    page.emulate_media(media="print")
    texts = page.locator(".sheet-one table tr").all_inner_texts()
    expect(sum("—" in text for text in texts) >= 4, "paper gives 0 to what is not filled in")
    page.emulate_media(media="screen")


def several_municipalities_are_compared(visit):
    page = visit.open(SCORE)
    expect("Ашинский МР" in page.eval_on_selector_all("datalist option", "all => all.map(one => one.value)"), "no names are offered")
    full(page)
    head(page, "subject").fill("Ашинский МР")
    expect(page.locator(".sheet-compared").count() == 0, "one is compared with nothing")
    expect(page.locator("[data-do=add]").inner_text() == "Ещё один муниципалитет", "the button names no municipality")
    do(page, "add")
    expect(page.locator(POINTS).first.input_value() == "", "the second sheet is not empty")
    head(page, "subject").fill("Копейский ГО")
    full(page)
    for field in page.locator(POINTS).all()[:4]:
        field.fill("0")
    table = page.locator(".sheet-compared table")
    heads = table.locator("thead th").all_inner_texts()
    expect(heads == ["Позиция", "Ашинский МР", "Копейский ГО", "Максимум", "Больше всех", "Меньше всех"], f"heads: {heads}")
    first = table.locator("tbody tr").first.locator("th, td").all_inner_texts()
    expect(first[1:] == ["25", "21", "25", "Ашинский МР", "Копейский ГО"], f"the sums: {first}")
    expect(table.locator("tbody th[scope=row]").count() == 10, "a row has no head")
    equal = [row.locator("td").nth(3).inner_text() for row in table.locator("tbody tr").all()]
    expect("поровну" in equal, f"equal points: {equal}")
    page.locator("[data-copies]").select_option("0")
    expect(totals(page)[0] == "25 из 25", "the first sheet is lost")
    visit.open("index.html")
    page = visit.open(SCORE)
    expect(page.locator("[data-copies] option").count() == 2 and totals(page)[0] == "25 из 25", "the sheets are forgotten")
    do(page, "remove")
    answer(page, "Да")
    expect(head(page, "subject").input_value() == "Копейский ГО" and not page.locator("[data-copies]").is_visible(), "the sheet is not removed")


# --- Paper


def the_sheet_alone_takes_one_or_two_sheets_of_paper(visit):
    for path in SHEETS:
        page = visit.open(path)
        expect(printed(page) <= 2, f"{path}: an empty sheet takes {printed(page)} pages")
        expect(page.locator("h1").is_visible(), "the page stays as it is printed")
    page = visit.open(SCORE)
    full(page)
    head(page, "subject").fill("Ашинский МР")
    head(page, "date").fill("2023-09-15")
    head(page, "by").fill("Методист")
    expect(printed(page) == 1, "a full sheet takes more than a page")
    page.evaluate("() => { window.print = () => {}; }")
    page.emulate_media(media="print")
    do_print = page.locator(".sheet-paper")
    text = do_print.inner_text()
    for wanted in ("Ашинский МР", "15 сентября 2023", "Методист", "Подпись", "Максимум", "25"):
        expect(wanted in text, f"paper lacks «{wanted}»")
    page.emulate_media(media="screen")
    do(page, "add")
    full(page)
    expect(printed(page) == 2, "two sheets with their comparison take more than two pages")


def every_way_to_print_gives_the_same_sheet(visit):
    for path, field in ((SCORE, POINTS), (CRITERIA, ".worksheet input[name]"), (SELF_CHECK, ".worksheet input[name]")):
        page = visit.open(path)
        for state in ("empty", "filled"):
            if state == "filled":
                page.locator(field).first.fill("1")
            page.emulate_media(media="print")
            record = page.locator(".record:has(.fill)").first
            expect(record.locator("> table, > details > table").is_hidden() and record.locator(".fill").is_hidden(), f"{path}: the page prints more than its sheet, {state}")
            own = page.locator(".sheet-paper")
            expect(own.is_visible() and own.evaluate("one => getComputedStyle(one).breakBefore + getComputedStyle(one).breakAfter") == "pagepage", f"{path}: no sheet of its own, {state}")
            whole = own.inner_text()
            page.emulate_media(media="screen")
            page.evaluate("() => { window.print = () => {}; }")
            do(page, "print")
            page.emulate_media(media="print")
            expect(own.inner_text() == whole and page.locator("h1").is_hidden(), f"{path}: the button of the sheet prints another, {state}")
            page.evaluate("dispatchEvent(new Event('afterprint'))")
            page.emulate_media(media="screen")


def a_blank_sheet_is_closed_on_all_sides_and_where_nothing_is_entered(visit):
    for path in SHEETS:
        page = visit.open(path)
        page.emulate_media(media="print")
        over = page.evaluate("""() => { const table = document.querySelector('.sheet-paper table'), border = parseFloat(getComputedStyle(table.rows[0].cells[0]).borderRightWidth);
            return table.getBoundingClientRect().right + border / 2 - table.closest('.record').getBoundingClientRect().right; }""")
        expect(over <= 0, f"{path}: the right border stands {over} px outside of the page")
        page.emulate_media(media="screen")
    page = visit.open(SCORE)
    rows = page.eval_on_selector_all(".sheet-paper tbody tr", "all => all.map(row => [...row.cells].map(cell => cell.className.includes('sheet-shut')))")
    expect(all(rows[0][1:-2]) and not any(rows[0][-2:]), f"the row of a total is open: {rows[0]}")
    fields, open_cells = page.locator(FIELDS).count(), sum(row[1:-2].count(False) for row in rows)
    expect(open_cells == fields, f"{open_cells} cells are open for {fields} fields")


def an_empty_cell_of_a_printed_plan_has_room_for_a_pen(visit):
    page = visit.open(SELF_CHECK)
    page.locator(".work-row select").first.select_option("critical")
    page.emulate_media(media="print")
    cells = page.eval_on_selector_all(".sheet-plan tbody tr:first-child td", """all => all.slice(1).map(one => { const box = one.getBoundingClientRect();
        return {height: box.height / 3.78, width: box.width / 3.78, border: parseFloat(getComputedStyle(one).borderLeftWidth)}; })""")
    expect(len(cells) == 4 and all(one["height"] >= 11 and one["width"] >= 20 and one["border"] for one in cells), f"no room in {cells}")


# --- Worksheets


def a_checklist_says_what_is_confirmed_and_what_is_lacking(visit):
    page = visit.open(CRITERIA)
    choices = page.locator(".worksheet select[name]")
    expect(choices.count() == 6 and page.locator("#criteria > table").is_hidden(), "there are no six criteria, or they stand there twice")
    for place, value in enumerate(("ready", "missing", "partly", "ready", "ready")):
        choices.nth(place).select_option(value)
    expect(summary(page).startswith("Подтверждено 3 из 6. Не хватает: Квалификационная категория; Опыт") and summary(page).endswith("Не отмечено: 1."), summary(page))
    page.locator(".worksheet input[name]").first.fill("Приказ школы")
    page.emulate_media(media="print")
    text = page.locator(".sheet-paper").inner_text()
    expect("Приказ школы" in text and "отчасти" in text and "Подпись" in text, f"paper says {text}")
    page.emulate_media(media="screen")
    do(page, "add")
    choices.nth(0).select_option("missing")
    rows = page.locator(".sheet-compared tbody tr").first.locator("td").all_inner_texts()
    expect(rows == ["есть", "нет"], f"two candidates: {rows}")


def a_plan_has_what_needs_work_and_leads_to_what_helps(visit):
    page = visit.open(SELF_CHECK)
    rows = page.locator(".work-row")
    expect(rows.count() == 8, "there are no eight directions")
    for row in rows.all():
        links = row.locator(".work-leads a").evaluate_all("all => all.map(one => one.href)")
        expect(any("albums/" in link and "#" in link for link in links) and any("model-decisions/" in link for link in links), f"{row.inner_text()[:30]} leads to {links}")
    expect(page.locator(".sheet-plan").count() == 0, "an empty sheet has a plan")
    rows.nth(0).locator("select").select_option("critical")
    rows.nth(1).locator("select").select_option("fine")
    rows.nth(0).locator("textarea").first.fill("Первый показатель\nВторой показатель")
    rows.nth(1).locator("textarea").first.fill("Не для плана")
    expect(summary(page) == "В порядке 1 из 8. В план: Знание. Не отмечено: 6.", summary(page))
    plan = page.locator(".sheet-plan")
    expect("Второй показатель" in plan.inner_text() and "Глава 1" in plan.inner_text() and "Не для плана" not in plan.inner_text(), plan.inner_text())
    broken = [link for link in plan.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
              if not (visit.site.folder / "pages" / link.split("#")[0]).resolve().is_file()]
    expect(not broken, f"the plan leads to {broken}")
    page.emulate_media(media="print")
    text = page.locator(".sheet-paper").inner_text()
    expect("Не для плана" in text and "Здоровье\tв порядке" in text and "не отмечено" in text, f"paper has lost a row or a state: {text}")
    expect(("albums/team-album.html#" in text) == page.url.startswith("http") and "http" not in text, f"addresses on paper: {text}")
    leads = page.locator(".sheet-leads").first
    expect(leads.locator("li").count() > 1, "what helps is no list")
    sizes = page.evaluate("row => [row, row.previousElementSibling].map(one => parseFloat(getComputedStyle(one.cells[0]).fontSize))", leads.element_handle())
    expect(sizes[0] <= sizes[1], f"what helps is set in {sizes[0]}, the plan in {sizes[1]}")
    page.emulate_media(media="screen")
    for choice in rows.locator("select").all():
        choice.select_option("critical")
    # With practices and what has a text among what helps.
    expect(printed(page) <= 3, "a plan of all directions takes more than three pages")


def a_row_without_a_state_says_that_the_plan_lacks_it(visit):
    page = visit.open(SELF_CHECK)
    row = page.locator(".work-row").nth(2)
    row.locator("textarea").first.fill("Кружок")
    expect(row.locator(".work-told").inner_text() == "Отметьте «Состояние», и строка войдёт в итог, а если нужно — в план.", row.inner_text())
    expect(page.locator(".work-told:not(:empty)").count() == 1, "rows in which nothing stands are warned of")
    row.locator("select").select_option("critical")
    expect(row.locator(".work-told").is_hidden() and "Кружок" in page.locator(".sheet-plan").inner_text(), "the row does not come into the plan")


def an_empty_sheet_has_room_for_a_pen(visit):
    # A millimetre has 3.78 px.
    for path, height, width in ((SCORE, 9, 10), (CRITERIA, 14, 24), (SELF_CHECK, 14, 24)):
        page = visit.open(path)
        expect(printed(page) == 1, f"{path}: an empty sheet takes {printed(page)} pages")
        do(page, "print")
        page.emulate_media(media="print")
        cells = page.eval_on_selector_all(".sheet-paper tbody td", """all => all.map(one => { const box = one.getBoundingClientRect(), style = getComputedStyle(one);
            return {height: box.height / 3.78, width: box.width / 3.78, border: parseFloat(style.borderLeftWidth)}; })""")
        bad = [one for one in cells if one["height"] < height - 0.2 or one["width"] < width - 0.2 or not one["border"]]
        expect(not bad, f"{path}: no room in {bad[:3]}")
        page.emulate_media(media="screen")


def the_table_below_a_score_sheet_is_folded(visit):
    page = visit.open(SCORE)
    visit.see("light", 1366)
    table = page.locator("#positions table.reflow-cards")
    expect(table.is_hidden(), "the table repeats the sheet")
    page.locator(".sheet-table > summary").click()
    heads = table.evaluate("table => [...table.rows].slice(1).map(row => [row.cells[0].getBoundingClientRect().width, table.getBoundingClientRect().width])")
    expect(all(own > 0.9 * whole for own, whole in heads), f"titles of cards are squeezed: {heads}")
    row = table.locator("tbody tr").nth(3).get_attribute("id")
    visit.open("index.html")
    page = visit.open(f"{SCORE}#{row}")
    expect(page.locator(f"[id='{row}']").is_visible(), "a link to a row does not open the table")


def a_link_to_a_row_leads_to_its_place_in_the_sheet(visit):
    page = visit.open(SELF_CHECK + "#self-check-zdorove")
    top = page.locator("[data-row=self-check-zdorove]").bounding_box()["y"]
    expect(-5 < top < 500, f"the row stands at {top}")


# --- Office programs, other browsers, other eyes


def office_programs_get_the_filled_sheet(visit):
    page = visit.open(SCORE)
    expect("Максимум" in words(take(page)), "without points the table is missing")
    inputs = page.locator(POINTS)
    inputs.nth(0).fill("0,5")
    inputs.nth(1).fill("7")
    page.locator(PENALTIES).nth(1).select_option("-1")
    head(page, "subject").fill("Ашинский МР")
    do(page, "add")
    inputs.nth(0).fill("1")
    head(page, "subject").fill("Копейский ГО")
    page.locator("[data-copies]").select_option("0")
    file = take(page)
    text = words(file)
    expect(all(one in text for one in ("0,5", "Ашинский МР", "Подпись", "этап: проверка результатов", "Больше всех")), "the document lacks something")
    # Two sheets, what compares them, the parameters.
    expect(len(document(file).tables) == 4, f"the document has {len(document(file).tables)} tables")
    book = openpyxl.load_workbook(take(page, EXCEL))
    values = [cell for row in book["Баллы – Ашинский МР"].iter_rows(values_only=True) for cell in row]
    expect(all(one in values for one in (0.5, "7 → 1", 1.5, 25, -1)), "the points are no numbers, or what does not count is not told")
    expect("Муниципалитет: Ашинский МР" in values and any(str(one).startswith("Дата: ") for one in values), f"the leaf does not say whose it is: {values[:8]}")
    expect("Муниципалитет: Копейский ГО" in words_of(book["Баллы – Копейский ГО"]), f"the sheet that is not open is missing: {book.sheetnames}")
    compared = [row for row in book["Сравнение"].iter_rows(values_only=True)]
    expect([name.split("\n")[0] for name in compared[0][1:3]] == ["Ашинский МР", "Копейский ГО"] and "Позиции" in book.sheetnames, f"leaves: {book.sheetnames}, {compared[0]}")
    do(page, "add")
    book = openpyxl.load_workbook(take(page, EXCEL))
    expect("Баллы – Копейский ГО" in book.sheetnames and "Сравнение" in book.sheetnames, f"beside an empty sheet the filled ones are lost: {book.sheetnames}")
    page = visit.open(CRITERIA)
    page.locator(".worksheet select[name]").first.select_option("ready")
    book = openpyxl.load_workbook(take(page, EXCEL))
    expect(sum(name.startswith("Критерии отбора") for name in book.sheetnames) == 1, f"a leaf repeats the criteria: {book.sheetnames}")
    page = visit.open(SELF_CHECK)
    page.locator(".worksheet select[name]").first.select_option("critical")
    page.locator(".worksheet textarea").first.fill("Читательская грамотность")
    text = words(take(page))
    expect("Читательская грамотность" in text and "Глава 1" in text and "albums/team-album.html" in text, "the document has no plan")
    book = openpyxl.load_workbook(take(page, EXCEL))
    expect("План" in book.sheetnames and "Читательская грамотность" in words_of(book["План"]), f"leaves: {book.sheetnames}")


def a_document_has_every_filled_sheet(visit):
    """«Чем подтвердим» and «Кто заполнил» of the sheet that was not open were in no document."""
    page = visit.open(CRITERIA)
    for place, (name, by, proof, value) in enumerate((("Иванова", "Методист А", "Приказ школы", "ready"), ("Петрова", "Методист Б", "Диплом конкурса", "missing"))):
        if place:
            do(page, "add")
        head(page, "subject").fill(name)
        head(page, "date").fill("2023-09-15")
        head(page, "by").fill(by)
        page.locator(".worksheet select[name]").first.select_option(value)
        page.locator(".worksheet input[name]").first.fill(proof)
    for opened in ("0", "1"):
        page.locator("[data-copies]").select_option(opened)
        file = take(page)
        lines = [p.text.replace("\u00a0", " ") for p in document(file).paragraphs]
        heads = [p for p in document(file).paragraphs if p.style.name == "Heading 3" and p.text in ("Иванова", "Петрова", "Сравнение")]
        expect([p.text for p in heads] == ["Иванова", "Петрова", "Сравнение"], f"the sheets are headed by {[p.text for p in heads]}")
        expect([bool(p.paragraph_format.page_break_before) for p in heads] == [False, True, True], "a sheet does not begin a page")
        text = words(file)
        missing = [one for one in ("Методист А", "Методист Б", "Приказ школы", "Диплом конкурса") if one not in text]
        expect(not missing, f"with the sheet {opened} open {missing} are missing")
        expect(sum("15 сентября 2023" in line for line in lines) == 2 and sum(line.startswith("Подпись: ___") for line in lines) == 2, f"days and signatures: {lines}")
        expect(sum(line.startswith("Подтверждено ") for line in lines) == 2 and any(line.startswith("Подтверждено 0 из 6") for line in lines), f"sums: {lines}")
    expect(printed(page) <= 2, "paper has the other sheets too")
    page = visit.open(SCORE)
    for name, points in (("Ашинский МР", "0,25"), ("Копейский ГО", "0,75")):
        if points == "0,75":
            do(page, "add")
        page.locator(POINTS).first.fill(points)
        head(page, "subject").fill(name)
    file = take(page)
    texts = [[cell.text for row in table.rows for cell in row.cells] for table in document(file).tables]
    expect(any("0,25" in cells and "0,75" not in cells for cells in texts) and any("0,75" in cells and "0,25" not in cells for cells in texts), "the points of a sheet are missing")
    expect("Набрано баллов: 0,25 из 25" in words(file).replace("\u00a0", " ") and "Набрано баллов: 0,75 из 25" in words(file).replace("\u00a0", " "), "a sum is another sheet's")


def points_are_written_as_they_are_typed(visit):
    """0,333 twice, 3 and a penalty were 0.33 + 0.33 + 3 − 1, and 2.67 beside them."""
    page = visit.open(SCORE)
    row = page.locator(".score-row", has=page.locator("input")).first
    for field, value in zip(row.locator("input").all(), ("0,333", "0,333", "1", "1")):
        field.fill(value)
    row.locator("select").select_option("-1")
    expect(row.locator("output").inner_text() == "1,666 из 4", f"the sum is {row.locator('output').inner_text()}")
    for button in (EXCEL, WORD):
        file = take(page, button)
        if button == EXCEL:
            found = next(list(cells[1:]) for cells in openpyxl.load_workbook(file)["Баллы"].iter_rows(values_only=True) if 0.333 in cells)
            expect([one for one in found if one is not None] == [0.333, 0.333, 1, 1, -1, 1.666, 4], f"the row is {found}")
        else:
            expect(words(file).count("0,333") == 2 and "1,666" in words(file), "the document rounds")


def a_penalty_waits_for_points(visit):
    """A position said «не заполнено», and the total fell."""
    page = visit.open(SCORE)
    row = page.locator(".score-row", has=page.locator("input")).first
    before = totals(page)
    row.locator("select").select_option("-1")
    expect(totals(page) == before, f"a penalty alone gives {totals(page)}")
    state = row.locator(".score-state").inner_text()
    expect("не заполнено" in state and "штраф снимем, когда" in state, f"the position says «{state}»")
    expect("Набрано баллов: 0 из" in summary(page), summary(page))
    cells = next(one for one in page.locator(".sheet-one tbody tr").all_text_contents() if "−1" in one)
    expect("—" in cells, f"paper says {cells}")
    row.locator("input").first.fill("0")
    expect(row.locator("output").inner_text() == "−1 из 4" and row.locator(".score-state").inner_text() == "заполнено 1 из 4", "the penalty is lost")


def what_the_table_notes_of_a_position_stands_with_its_points(visit):
    page = visit.open(SCORE)
    row = page.locator(".score-row", has_text="Рособразования")
    note = row.locator(".score-note")
    expect(note.count() == 1 and note.is_visible() and "так в источнике" in note.inner_text(), "the note stands in the table alone")
    expect(page.locator(".score-note").count() == page.evaluate("""() => [...document.querySelectorAll("#positions > details > table tbody tr")]
        .filter(row => row.lastElementChild.textContent.trim()).length"""), "a note is missing, or is too much")


def an_empty_column_stays_for_a_pen(visit):
    """«Чем подтвердим» was gone from paper and files while nothing stood in it."""
    page = visit.open(CRITERIA)
    page.locator(".worksheet select[name]").first.select_option("ready")
    columns = page.eval_on_selector_all(".work-row:first-child [name]", "all => all.map(one => one.dataset.column)")
    expect(len(columns) >= 2, f"columns: {columns}")
    expect(printed(page) == 1, "the sheet takes more than a page")
    do(page, "print")
    page.emulate_media(media="print")
    heads = page.locator(".sheet-one thead th").all_inner_texts()
    expect(heads[1:] == [one.replace("\u00ad", "") for one in columns], f"paper has the columns {heads}")
    widths = page.eval_on_selector_all(".sheet-one .sheet-room", "all => all.map(one => one.getBoundingClientRect().width / 3.78)")
    expect(widths and min(widths) >= 23.8, f"no room for a pen: {widths}")
    page.emulate_media(media="screen")
    found = [[cell.text.replace("\u00ad", "") for cell in table.rows[0].cells] for table in document(take(page)).tables]
    expect(heads in found, f"the document has {found}")
    leaf = next(leaf for leaf in openpyxl.load_workbook(take(page, EXCEL)) if leaf.title.startswith("Критерии"))
    expect(all(one in words_of(leaf) for one in heads[1:]), f"the workbook has {words_of(leaf)[:200]}")


def a_comparison_of_worksheets_says_how_much_is_marked(visit):
    page = visit.open(CRITERIA)
    choices = page.locator(".worksheet select[name]")
    choices.nth(0).select_option("ready")
    choices.nth(1).select_option("missing")
    do(page, "add")
    choices.nth(0).select_option("ready")
    rows = [row.locator("th, td").all_inner_texts() for row in page.locator(".sheet-compared tbody tr").all()]
    expect(["Отмечено строк", "2 из 6", "1 из 6"] in rows, f"the comparison says {rows[-2:]}")


def words_of(leaf):
    return "\n".join(str(cell) for row in leaf.iter_rows(values_only=True) for cell in row if cell is not None)


def a_filled_sheet_fits_a_phone_and_axe_finds_nothing(visit):
    for path in SHEETS:
        page = visit.open(path)
        page.eval_on_selector_all(".fill [name]", """fields => fields.forEach(one => { one.value = one.matches('select') ? one.options[1].value : '300';
            one.dispatchEvent(new Event('input', {bubbles: true})); })""")
        head(page, "subject").fill("Муниципалитет с очень длинным названием, которое не уместится в строку")
        do(page, "add")
        page.locator(".fill input[name], .fill textarea[name]").first.fill("1")
        page.eval_on_selector_all(".fill select[name]", "all => all.forEach(one => { one.selectedIndex = 1; one.dispatchEvent(new Event('input', {bubbles: true})); })")
        do(page, "clear")
        page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.evaluate(AXE)
        for mode, width in (("light", 1280), ("dark", 390), ("light", 320), ("low vision", 390)):
            visit.see(mode, width)
            overflow = page.evaluate(OVERFLOW)
            expect(not overflow, f"{path} at {width}, {mode}: {overflow}")
            found = page.evaluate("async () => (await axe.run('.record')).violations.map(one => one.id + ': ' + one.nodes.slice(0, 2).map(node => node.html).join(' '))")
            expect(not found, f"{path} at {width}, {mode}: {found}")
        page.evaluate("() => { localStorage.clear(); }")


def without_scripts_the_table_alone_stands_there(visit):
    for path, table in ((SCORE, "#positions"), (CRITERIA, "#criteria"), (SELF_CHECK, "#self-check")):
        page = visit.open(path)
        expect(page.locator(".fill").is_hidden(), f"{path}: a sheet that does nothing is shown")
        expect(page.locator(f"{table} tbody tr").first.is_visible(), f"{path}: the table is missing")


def a_reader_with_firefox_fills_in_a_sheet(visit):
    base = visit.site.base
    enter = "(field, value) => { field.value = value; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    with Firefox() as fox:
        fox.open(base + SCORE)
        fox.run(f"({enter})(document.querySelector('{POINTS}'), '0,5')")
        fox.run(f"({enter})(document.querySelector('[data-head=subject]'), 'Ашинский МР')")
        expect(fox.run("document.querySelector('.score-sheet output').textContent").replace("\u00a0", " ").startswith("0,5 из "), "the points do not add up")
        fox.open(base + SCORE, 390)
        expect(fox.run(f"document.querySelector('{POINTS}').value") == "0,5", "the points are forgotten")
        expect(not fox.run(f"({OVERFLOW})()"), "the sheet is too wide")
        fox.open(base + SELF_CHECK)
        fox.run(f"({enter})(document.querySelector('.worksheet select[name]'), 'critical')")
        expect(fox.run("document.querySelectorAll('.sheet-plan a').length") > 1, "there is no plan")
        watch(visit, fox)


EVERYWHERE = [
    points_add_up_against_the_maximum, a_comma_or_a_point_is_written_as_a_comma, a_position_with_stages_has_a_field_for_each,
    what_is_entered_stays_in_this_browser_until_it_is_cleared, a_sheet_goes_into_a_file_and_back, several_municipalities_are_compared,
    points_of_the_former_sheet_are_taken_over, a_checklist_says_what_is_confirmed_and_what_is_lacking,
    a_plan_has_what_needs_work_and_leads_to_what_helps, one_file_has_all_sheets_of_a_page, sheets_of_one_name_are_told_apart,
]
OVER_HTTP = [
    a_limit_that_the_source_has_lost_is_not_made_up, no_position_gives_more_than_its_maximum, each_position_says_in_words_how_far_it_is,
    the_keyboard_alone_fills_in_the_sheet, what_a_newer_album_keeps_is_left_alone, a_wrong_file_is_told_and_changes_nothing,
    a_file_over_entered_points_asks_first, the_sheet_alone_takes_one_or_two_sheets_of_paper, every_way_to_print_gives_the_same_sheet,
    a_blank_sheet_is_closed_on_all_sides_and_where_nothing_is_entered, an_empty_cell_of_a_printed_plan_has_room_for_a_pen,
    a_link_to_a_row_leads_to_its_place_in_the_sheet, office_programs_get_the_filled_sheet,
    one_message_stands_at_a_time, what_is_not_filled_in_is_compared_with_nothing, a_row_without_a_state_says_that_the_plan_lacks_it,
    a_document_has_every_filled_sheet, points_are_written_as_they_are_typed, a_penalty_waits_for_points, an_empty_column_stays_for_a_pen,
    what_the_table_notes_of_a_position_stands_with_its_points, a_comparison_of_worksheets_says_how_much_is_marked,
    an_empty_sheet_has_room_for_a_pen, the_table_below_a_score_sheet_is_folded,
    a_filled_sheet_fits_a_phone_and_axe_finds_nothing, a_reader_with_firefox_fills_in_a_sheet,
]
WITHOUT_SCRIPTS = [without_scripts_the_table_alone_stands_there]
