"""The grids of the editing pages: tables of records that are typed, moved, pasted into, taken back.

Each test works on a copy of the repository's own content with the program that was built last.
"""

import random

from accessibility_tests import AXE, offences
from editing_tests import checked, edited, form, refused
from firefox import Firefox
from harness import OVERFLOW, REFUSED, expect, until

NEW = "_edit/new?kind=roadmap"
COLUMNS = ["name", "participants", "executors", "co-executors", "term", "result", "done", "link"]
PASTE = """(cell, parts) => { cell.focus(); const data = new DataTransfer();
    for (const [type, text] of Object.entries(parts)) data.setData(type, text);
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })); }"""


def cell(page, row, column="name"):
    return page.locator(f"[data-table=events] [data-row='{row}'][data-column='{column}']")


def rows(page):
    """The rows of the table as they stand in the text."""
    lines = page.locator("#body").input_value().split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("|---"))
    table = []
    for line in lines[start + 1:]:
        if not line.startswith("|"):
            break
        table.append([text.strip() for text in line.strip("|").split("|")])
    return table


def shown(page):
    """The rows of the grid."""
    return page.locator("[data-table=events] tbody tr").evaluate_all(
        "lines => lines.map(line => [...line.querySelectorAll('td')].map(cell => cell.textContent))")


def at(page):
    """Row and column of the cell with the focus."""
    return page.evaluate("[Number(document.activeElement.dataset.row), document.activeElement.dataset.column]")


def said(page):
    return page.locator("[data-table=events] .outcome p").inner_text()


def paste(page, row, column="name", **parts):
    names = {"text": "text/plain", "html": "text/html"}
    cell(page, row, column).evaluate(PASTE, {names[name]: text for name, text in parts.items()})


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def twelve_rows_are_typed_faster_than_any_hand(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        wanted = [[f"Дело {row} {column}" for column in range(8)] for row in range(12)]
        for number, texts in enumerate(wanted):
            for place, text in enumerate(texts):
                page.keyboard.type(text, delay=5)
                if (number, place) != (11, 7):
                    page.keyboard.press("Tab")
        expect(shown(page)[:12] == wanted, f"the grid has {shown(page)}")
        checked(page, lambda: page.keyboard.press("Shift+Tab"))
        expect(rows(page) == wanted, f"the text has {rows(page)}")
        expect(shown(page) == wanted, "the answer of the server has changed the grid")


def keys_move_as_in_a_spreadsheet(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Первое")
        press(page, "Enter")
        expect(at(page) == [1, "name"], f"Enter in the last row leads to {at(page)}")
        page.keyboard.type("Второе")
        press(page, "ArrowUp", "End")
        expect(at(page) == [0, "link"], f"after Up and End: {at(page)}")
        press(page, "Control+End")
        expect(at(page) == [1, "link"], f"after Ctrl+End: {at(page)}")
        press(page, "Control+Home", "ArrowRight", "Shift+Tab")
        expect(at(page) == [0, "name"], f"after Ctrl+Home, Right, Shift+Tab: {at(page)}")
        press(page, "PageDown", "Home")
        expect(at(page) == [1, "name"], f"after PageDown: {at(page)}")
        # F2 opens: then keys move within the cell, and Escape gives up what was written.
        press(page, "F2")
        page.keyboard.type("!")
        press(page, "Home")
        page.keyboard.type("¡")
        expect(shown(page)[1][0] == "¡Второе!", f"the open cell has {shown(page)[1][0]}")
        press(page, "Escape")
        expect(shown(page)[1][0] == "Второе" and rows(page)[1][0] == "Второе", f"after Escape: {rows(page)[1]}")
        # Typing takes the place of what stood there.
        page.keyboard.type("Другое")
        press(page, "Control+End", "Tab")
        expect(rows(page)[1][0] == "Другое", f"typed over: {rows(page)[1]}")
        count = len(rows(page))
        press(page, "Control+End", "Tab")
        expect(len(rows(page)) == count + 1 and at(page) == [count, "name"], "Tab in the last cell adds no row")
        # Below an empty row there is nothing to be added.
        press(page, "Enter", "Control+End", "Enter")
        expect(len(rows(page)) == count + 1 and at(page) == [count, "link"], f"Enter below an empty row: {at(page)}")
        press(page, "Shift+Enter")
        expect(at(page) == [count - 1, "link"], f"Shift+Enter leads to {at(page)}")
        press(page, "Escape", "Tab")
        expect(page.evaluate("!document.activeElement.closest('td')"), "Escape and Tab do not lead out")
        page.locator("#body").focus()
        page.wait_for_timeout(50)
        expect(len(rows(page)) == count, "the row that nobody wrote into is still there")


def keys_and_mouse_are_those_of_excel(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, "Tab", "Tab")
        page.keyboard.type("Отдел")
        press(page, "Enter")
        expect(at(page) == [1, "name"], f"Enter behind a run of Tabs leads to {at(page)}")
        # A second click begins no editing: what is typed takes the place of what stood there.
        cell(page, 0).click()
        page.wait_for_timeout(600)
        cell(page, 0).click()
        page.keyboard.type("Другое")
        press(page, "Enter")
        expect(rows(page)[0][0] == "Другое", f"typed after two clicks: {rows(page)[0]}")
        press(page, "ArrowUp", "Backspace")
        expect(rows(page)[0][0] == "", f"after Backspace: {rows(page)[0]}")
        page.keyboard.type("Семинар")
        press(page, "Tab")
        cell(page, 0).dblclick()
        press(page, "End")
        page.keyboard.type("ы")
        press(page, "Enter")
        expect(rows(page)[0][0] == "Семинары", f"after a double click: {rows(page)[0]}")
        # Of several names none is taken unasked; an arrow points at the first.
        cell(page, 0, "link").focus()
        page.keyboard.type("район")
        page.locator("#picks [role=option]").nth(1).wait_for()
        expect(page.locator("#picks [aria-selected=true]").count() == 0, "one of several is meant")
        first = page.locator("#picks [role=option]").first.inner_text()
        press(page, "ArrowDown", "Enter", "Enter")
        expect(rows(page)[0][7] == first, f"taken is {rows(page)[0][7]}, not {first}")


def rows_that_nobody_wrote_into_are_not_saved(visit):
    with edited(visit) as site:
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("План на год")
        page.locator("[name='field.summary']").fill("Что и когда.")
        page.locator("[name='field.region']").fill("Челябинская область")
        cell(page, 0).focus()
        for name in ("Первое", "Второе", "Третье"):
            page.keyboard.type(name)
            press(page, "Enter")
        expect(len(rows(page)) == 4, f"there is {rows(page)}")
        # A row that somebody has emptied in the middle is asked about.
        cell(page, 1).focus()
        press(page, "Delete", "Control+End")
        said = refused(page).inner_text()
        expect("пуста строка 2" in said and "строка 4" not in said, said)
        expect(len(rows(page)) == 3, f"there is {rows(page)}")
        cell(page, 1).focus()
        page.keyboard.type("Снова")
        press(page, "Control+End", "Enter")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/roadmaps/*.html")
        text = next((site.folder / "content/roadmaps").glob("plan-na-god*")).read_text(encoding="utf-8")
        expect([line.split(" | ")[0] for line in text.split("\n") if line.startswith("| ")]
               == ["| Наименование мероприятия", "| Первое", "| Снова", "| Третье"], text)
        visit.forgive(REFUSED)


def column(page, name):
    return page.locator("[data-table] thead").get_by_role("button", name=name, exact=True)


def heads(page, table="events"):
    return page.locator(f"[data-table={table}] thead .head-menu").all_inner_texts()


def a_column_says_whom_a_row_concerns(visit):
    """What the words leave open is said below their cell; the column is offered, and so are the names for it."""
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Слёт")
        press(page, "Tab")
        page.keyboard.type("Станция юннатов")
        checked(page, lambda: press(page, "Tab"))
        note = cell(page, 0, "participants").get_attribute("data-understood")
        expect(note == "касается всех: чья строка, из слов не понять", f"{note}")
        page.locator("[data-table=events] .bar").get_by_role("button", name="Столбцы").click()
        page.get_by_role("menuitem", name="Новый столбец").click()
        page.locator("dialog select").select_option(label="Кого касается")
        expect("не понять, чья это строка" in page.locator("dialog").inner_text(), "what it is for is not said")
        checked(page, lambda: page.locator("dialog").get_by_role("button", name="Добавить").click())
        page.keyboard.type("все")
        page.locator("#picks [role=option]").first.wait_for()
        offered = page.locator("#picks [role=option]").all_inner_texts()
        expect(offered[0] == "все" and "все городские округа" in offered, f"{offered}")
        press(page, "Escape")
        checked(page, lambda: press(page, "Enter"))
        expect(heads(page)[4] == "Кого касается" and rows(page)[0][4] == "все", f"{heads(page)} {rows(page)}")
        until(page, "document.querySelector('[data-column=concerns]').dataset.understood.startsWith('касается всех')")
        until(page, "document.querySelector('[data-column=participants][data-understood]') === null")


def columns_are_added_named_moved_and_removed(visit):
    with edited(visit):
        page = form(visit, NEW)
        before = page.locator("#body").input_value()
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, "Tab")
        page.keyboard.type("Учителя")
        press(page, "Tab")
        # With the mouse.
        column(page, "Участники").click()
        page.get_by_role("menuitem", name="Удалить столбец").click()
        expect("1 ячейка" in page.locator("dialog").inner_text(), page.locator("dialog").inner_text())
        checked(page, lambda: page.locator("dialog").get_by_role("button", name="Удалить столбец").click())
        expect("Участники" not in heads(page) and len(heads(page)) == 7, f"{heads(page)}")
        expect(rows(page)[0] == ["Дело"] + [""] * 6, f"{rows(page)}")
        expect("Удалён столбец «Участники»" in said(page), said(page))
        # What the kind knows and the table has not is offered by its name, another one is written.
        column(page, "Исполнители").click()
        page.get_by_role("menuitem", name="Добавить столбец справа").click()
        expect(page.locator("dialog option").all_inner_texts()[0] == "Участники", f"{page.locator('dialog option').all_inner_texts()}")
        checked(page, lambda: page.locator("dialog").get_by_role("button", name="Добавить").click())
        expect(heads(page)[:3] == ["Наименование мероприятия", "Исполнители", "Участники"] and at(page) == [0, "participants"], f"{heads(page)}, {at(page)}")
        # With keys: from the first row to the heads, and Enter opens the menu.
        press(page, "ArrowUp", "Enter")
        page.get_by_role("menuitem", name="Сдвинуть влево").press("Enter")
        expect(heads(page)[:3] == ["Наименование мероприятия", "Участники", "Исполнители"], f"{heads(page)}")
        expect(page.evaluate("document.activeElement.textContent") == "Участники", "the head that was moved has no focus")
        press(page, "F2")
        checked(page, lambda: (page.locator("dialog input").fill("Кого зовём"), press(page, "Enter")))
        expect(heads(page)[1] == "Кого зовём", f"{heads(page)}")
        press(page, "ArrowDown")
        expect(at(page) == [0, "column-1"], f"{at(page)}")
        page.locator("[data-table=events] .bar").get_by_role("button", name="Столбцы").click()
        page.get_by_role("menuitem", name="Новый столбец").click()
        page.locator("dialog select").select_option(label="другой — впишу название")
        page.locator("dialog input").fill("Исполнители")
        page.locator("dialog").get_by_role("button", name="Добавить").click()
        expect("уже есть" in page.locator("dialog").inner_text(), page.locator("dialog").inner_text())
        page.locator("dialog input").fill("Кабинет")
        checked(page, lambda: page.locator("dialog").get_by_role("button", name="Добавить").click())
        expect(heads(page)[-1] == "Кабинет" and len(rows(page)[0]) == 9, f"{heads(page)}")
        # All of it is taken back, step by step.
        back = page.locator("[data-table=events] .bar").get_by_role("button", name="Отменить")
        while back.get_attribute("aria-disabled") == "false":
            back.click()
            page.wait_for_timeout(20)
        expect(page.locator("#body").input_value() == before, page.locator("#body").input_value())
        expect(len(heads(page)) == 8, f"{heads(page)}")


def columns_of_a_table_in_a_file_are_moved_with_every_other_byte(visit):
    with edited(visit) as site:
        name = "content/events/rma-contest-2023-uchastie.csv"
        before = site.text(name)
        page = form(visit, "_edit/material/events/rma-contest-2023")
        grid = page.locator("[data-table=participation-file-1]")
        grid.locator("td").first.wait_for()
        first, second = heads(page, "participation-file-1")[:2]
        grid.locator("thead").get_by_role("button", name=first, exact=True).click()
        page.get_by_role("menuitem", name="Сдвинуть вправо").click()
        page.locator("[name=_save]").click()
        page.wait_for_url("**/events/rma-contest-2023.html")
        lines = site.text(name).split("\n")
        expect(lines[0].startswith(f"{second};{first}"), lines[0])
        swapped = [";".join([parts[1], parts[0], *parts[2:]]) if len(parts) > 1 else line
                   for line, parts in ((line, line.split(";")) for line in before.split("\n"))]
        expect([line for line in lines if '"' not in line] == [line for line in swapped if '"' not in line], "other bytes have changed")


def every_table_of_the_text_has_its_grid(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("#body").fill("## Итоги\n\n| Столбец 1 | Столбец 2 |\n|---|---|\n|  |  |\n\nДальше.\n")
        page.locator("#body").blur()
        grid = page.locator("[data-table=table-1]")
        grid.locator("td").first.wait_for()
        expect(grid.locator("h2").inner_text() == "Итоги", grid.locator("h2").inner_text())
        # A block brings its heads, and columns as many as it has.
        grid.locator("[data-row='0'][data-column=column-0]").evaluate(PASTE, {"text/plain": "Класс\tУчеников\tДоля\n5А\t25\t40\n5Б\t24\t60\n"})
        until(page, "document.querySelector('#body').value.includes('| Класс | Учеников | Доля |')")
        text = page.locator("#body").input_value()
        expect(text.startswith("## Итоги\n\n| Класс | Учеников | Доля |\n|---|---|---|\n| 5А | 25 | 40 |\n| 5Б | 24 | 60 |\n\nДальше."), text)
        # A table that comes before it takes its name, not its steps.
        checked(page, lambda: page.locator("#body").evaluate("""body => { body.setRangeText('| Раз | Два |\\n|---|---|\\n| 1 | 2 |\\n\\n', 0, 0);
            body.dispatchEvent(new InputEvent('input', { bubbles: true })); }"""))
        expect(heads(page, "table-1") == ["Раз", "Два"] and heads(page, "table-2") == ["Класс", "Учеников", "Доля"], f"{heads(page, 'table-2')}")
        page.locator("[data-table=table-2] .bar").get_by_role("button", name="Отменить").click()
        expect("| Столбец 1 | Столбец 2 |" in page.locator("#body").input_value(), page.locator("#body").input_value())
        # Heads that nobody has named are asked about.
        page.locator("[name='field.title']").fill("План на год")
        page.locator("[name='field.summary']").fill("Что и когда.")
        said = refused(page).inner_text()
        expect("«Столбец 2»" in said, said)
        visit.forgive(REFUSED)


def what_was_brought_back_is_offered_no_more(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, "Enter", "ArrowUp", "Control+Delete")
        page.locator("[data-table=events] .outcome.says").wait_for()
        page.locator("[data-table=events] .bar").get_by_role("button", name="Отменить").click()
        expect(page.locator("[data-table=events] .outcome.says").count() == 0, said(page))


def a_finger_puts_the_caret_into_a_text(visit):
    with edited(visit) as site:
        context = visit.context.browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
        page = context.new_page()
        page.on("pageerror", lambda error: visit.faults.append(f"script error: {error}"))
        page.goto(site.url("_edit/material/roadmaps/asha-2016-2018"))
        first = page.locator("[data-table=events] [data-row='1'][data-column=name]")
        first.wait_for()
        page.wait_for_timeout(500)
        old = first.inner_text()
        first.tap()
        page.keyboard.type("Я")
        expect(len(first.inner_text()) == len(old) + 1, f"«{old}» became «{first.inner_text()}»")
        page.get_by_role("button", name="Строка 2: что сделать").tap()
        page.get_by_role("menuitem", name="Пустая строка ниже").wait_for()
        small = page.evaluate("""() => [...document.querySelectorAll(".grid button, .menu button, .grid td")].filter(node => {
            const { width, height } = node.getBoundingClientRect(); return height && (height < 44 || width < 44); }).map(node => node.outerHTML.slice(0, 80))""")
        expect(not small, f"too small for a finger: {small[:3]}")
        page.keyboard.press("Escape")
        expect(not page.locator(".grid .keys").first.is_visible(), "the help speaks of keys")
        context.close()


def chosen_cells_are_filled_emptied_copied_and_taken_back(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, "Tab")
        page.keyboard.type("Учителя")
        press(page, "Control+Enter", "Control+Enter", "Control+Home", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown")
        expect(page.locator("[data-table=events] td[aria-selected=true]").count() == 6, "not six cells are chosen")
        press(page, "Control+d")
        expect([row[:2] for row in rows(page)] == [["Дело", "Учителя"]] * 3, f"filled down: {rows(page)}")
        copied = page.evaluate("""() => { const data = new DataTransfer(); document.activeElement.dispatchEvent(
            new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
            return [data.getData("text/plain"), data.getData("text/html")]; }""")
        expect(copied[0] == "\n".join(["Дело\tУчителя"] * 3) and copied[1].count("<td>") == 6, f"copied is {copied}")
        press(page, "Delete")
        expect(not any(text for row in rows(page) for text in row), f"emptied: {rows(page)}")
        expect("Очищено ячеек: 6" in said(page), f"said is «{said(page)}»")
        press(page, "Control+z")
        expect([row[:2] for row in rows(page)] == [["Дело", "Учителя"]] * 3, "Delete was not taken back")
        press(page, "Control+y")
        expect(not any(text for row in rows(page) for text in row), "it was not made again")
        # What a grid has copied is put in where somebody wants it, without a question.
        paste(page, 1, "executors", text=copied[0], html=copied[1])
        until(page, "document.querySelector('#body').value.includes('Учителя')")
        expect([row[2:4] for row in rows(page)] == [["", ""]] + [["Дело", "Учителя"]] * 3, f"put in: {rows(page)}")


def rows_are_added_moved_and_removed_by_the_mouse(visit):
    with edited(visit):
        page = form(visit, NEW)
        bar = page.locator("[data-table=events] .bar")
        cell(page, 0).click()
        page.keyboard.type("Первое")
        page.locator("[data-table=events]").get_by_role("button", name="Добавить строку").click()
        page.keyboard.type("Второе")
        bar.get_by_role("button", name="Пустая строка выше").click()
        page.keyboard.type("Между")
        bar.get_by_role("button", name="Передвинуть ниже").click()
        expect([row[0] for row in rows(page)] == ["Первое", "Второе", "Между"], f"there is {rows(page)}")
        page.get_by_role("button", name="Строка 2: что сделать").click()
        page.get_by_role("menuitem", name="Удалить строку").click()
        expect([row[0] for row in rows(page)] == ["Первое", "Между"], f"after the removal: {rows(page)}")
        expect("Удалена строка 2: «Второе»" in said(page), f"said is «{said(page)}»")
        page.locator("[data-table=events] .outcome").get_by_role("button", name="Вернуть").click()
        expect([row[0] for row in rows(page)] == ["Первое", "Второе", "Между"], f"brought back: {rows(page)}")
        bar.get_by_role("button", name="Отменить").click()
        bar.get_by_role("button", name="Отменить").click()
        expect([row[0] for row in rows(page)] == ["Первое", "", "Второе"], f"after two steps back: {rows(page)}")
        bar.get_by_role("button", name="Вернуть").click()
        expect([row[0] for row in rows(page)] == ["Первое", "Между", "Второе"], f"made again: {rows(page)}")
        # A mouse that is drawn over cells chooses them; a second click opens one.
        first, last = cell(page, 0).bounding_box(), cell(page, 2, "participants").bounding_box()
        page.mouse.move(first["x"] + 5, first["y"] + 5)
        page.mouse.down()
        # Its edge may be below the first column, which stands still.
        page.mouse.move(last["x"] + last["width"] - 5, last["y"] + 5, steps=5)
        page.mouse.up()
        expect(page.locator("[data-table=events] td[aria-selected=true]").count() == 6, "not six cells are chosen")
        cell(page, 0).dblclick()
        press(page, "End")
        page.keyboard.type(" и главное")
        press(page, "Enter")
        expect(rows(page)[0][0] == "Первое и главное", f"opened by the mouse: {rows(page)[0]}")


def the_text_may_be_changed_beside_the_grid(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, "Tab")
        # In the text, and at once in the grid: nothing waits for the server.
        page.locator("#body").evaluate(
            "body => { body.setRangeText('Вступление.\\n\\n', 0, 0); body.dispatchEvent(new InputEvent('input', { bubbles: true })); }")
        cell(page, 0, "participants").focus()
        page.keyboard.type("Учителя")
        press(page, "Enter")
        text = page.locator("#body").input_value()
        expect(text.startswith("Вступление.") and "| Дело | Учителя |" in text, text)
        # A step is taken back, and what was typed in the text stays.
        checked(page, lambda: press(page, "Control+z", "Control+z"))
        text = page.locator("#body").input_value()
        expect(text.startswith("Вступление.") and "Учителя" not in text, text)


# As Excel 365 puts a block on the clipboard: classes, a hidden row, merged cells, a section, a total, five sorts of terms.
EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {font-weight:700; text-align:center;}
.xl66 {mso-number-format:"mmm\\.yy"; white-space:normal;}
--></style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=700 style='border-collapse:collapse;width:525pt'>
<!--StartFragment-->
 <col width=64 style='width:48pt'><col width=300><col width=120><col width=120><col width=90>
 <tr height=20><td colspan=5 height=20 class=xl65 width=700>План мероприятий
  на 2024 год</td></tr>
 <tr height=20><td height=20 class=xl65>№ п/п</td><td class=xl65>Мероприятие</td><td class=xl65>Сроки</td>
  <td class=xl65>Ответственный</td><td class=xl65>Кабинет</td></tr>
 <tr height=20><td colspan=5 height=20 class=xl65>I. Организационные мероприятия</td></tr>
 ROWS
 <tr height=0 style='display:none'><td>99</td><td>Скрытое дело</td><td>март 2024</td><td>Отдел</td><td>1</td></tr>
 <tr height=20><td height=20 class=xl65></td><td class=xl65>Итого</td><td>12</td><td></td><td></td></tr>
<!--EndFragment-->
</table></body></html>"""
TERMS = ["сен.24", "15.10.2024", "октябрь 2024", "45536", "IV квартал 2024"]


def excel():
    lines = []
    for number in range(12):
        who = f"<td rowspan=3 class=xl66>Отдел {number // 3 + 1}</td>" if number % 3 == 0 else ""
        lines.append(f"<tr height=20><td align=right x:num>{number + 1}</td><td class=xl66>Семинар {number + 1},<br "
                     f"style='mso-data-placement:same-cell;'>первый\n   день</td><td class=xl66>{TERMS[number % 5]}</td>"
                     f"{who}<td align=right>2{number}</td></tr>")
    return EXCEL.replace("ROWS", "\n ".join(lines))


def a_block_of_excel_is_asked_about_and_put_in(visit):
    with edited(visit):
        page = form(visit, NEW)
        paste(page, 0, html=excel(), text="не это")
        dialog = page.locator("dialog.paste")
        dialog.wait_for()
        lost = dialog.locator(".losses").inner_text()
        for name in ("Кабинет", "План мероприятий на 2024 год", "Итого", "Скрытое дело"):
            expect(name in lost, f"«{name}» is not told to be lost: {lost}")
        expect(dialog.locator("#paste-column-2").input_value() == "term", "the column of terms is not known")
        expect(dialog.locator("tr.heads").inner_text().startswith("2 названия"), "the heads are not marked")
        # Merged cells are filled when somebody says so; a section becomes the value of a column.
        dialog.locator("#paste-fill").check()
        until(page, "document.querySelectorAll('dialog.paste tbody td').length && [...document.querySelectorAll('dialog.paste tbody td')].filter(cell => cell.textContent === 'Отдел 1').length === 3")
        dialog.locator("#paste-section").select_option("participants")
        dialog.locator("#paste-column-4").select_option("+")
        expect("Кабинет" not in dialog.locator(".losses").inner_text(), "a new column is told to be lost")
        page.evaluate(AXE)
        expect(not list(offences(page)), f"axe: {list(offences(page))}")
        checked(page, lambda: dialog.locator("[name=_paste]").click())
        table = rows(page)
        expect(len(table) == 12, f"there are {len(table)} rows: {table}")
        expect([row[0] for row in table] == [f"Семинар {number},<br>первый день" for number in range(1, 13)], f"{table}")
        expect([row[2] for row in table] == [f"Отдел {number // 3 + 1}" for number in range(12)], f"{table}")
        expect(all(row[1] == "I. Организационные мероприятия" and row[8].startswith("2") for row in table), f"{table}")
        for text in ("12 строк, 12 сроков", "пропущено 3: «План мероприятий на 2024 год», «Скрытое дело», «Итого»",
                     "добавлены столбцы: «Кабинет»", "заполнено объединённых ячеек: 4", "45536 → 01.09.2024"):
            expect(text.replace(" ", " ") in said(page).replace(" ", " "), f"«{text}» is not said: {said(page)}")
        understood = cell(page, 0, "term").get_attribute("data-understood")
        expect(understood == "Понято: 01.09.2024 — 30.09.2024", f"the term is understood as {understood}")
        # The whole paste is one step.
        before = page.locator("#body").input_value()
        press(page, "Control+z")
        expect(rows(page) == [[""] * 8], f"taken back: {rows(page)}")
        press(page, "Control+y")
        expect(page.locator("#body").input_value() == before, "made again it is another one")


def a_block_of_known_heads_is_put_in_at_once_and_remembered(visit):
    with edited(visit):
        page = form(visit, NEW)
        block = "План на 2024 год\t\t\nСроки\tМероприятие\tИсполнители\n" + "".join(
            f"{TERMS[number % 5]}\tСеминар {number + 1}\tОтдел\n" for number in range(12)) + "\tИтого: 12\t\n"
        checked(page, lambda: paste(page, 0, text=block))
        expect(len(rows(page)) == 12 and not page.locator("dialog").count(), f"there is {rows(page)}")
        expect("12 строк, 12 сроков; пропущено 2: «План на 2024 год», «Итого: 12»" in said(page), said(page))
        # «Изменить…» asks after all.
        page.locator("[data-table=events] .outcome").get_by_role("button", name="Изменить").click()
        expect(rows(page) == [[""] * 8], f"it was not taken back: {rows(page)}")
        page.locator("#paste-total").select_option("row")
        checked(page, lambda: page.locator("dialog [name=_paste]").click())
        expect(len(rows(page)) == 13 and rows(page)[12][0] == "Итого: 12", f"there is {rows(page)}")
        # The next block of these heads is put in as this one was, below a row that says something.
        page.keyboard.press("Control+End")
        row = at(page)[0]
        checked(page, lambda: paste(page, row, text=block.replace("Семинар", "Круг")))
        names = [line[0] for line in rows(page)]
        expect(len(names) == 26 and names[12] == "Итого: 12" and names[13] == "Круг 1" and names[25] == "Итого: 12", f"{names}")


def sections_of_a_block_stay_sections(visit):
    with edited(visit):
        page = form(visit, NEW)
        block = ("№ п/п\tМероприятие\tСроки\tИсполнители\n\tОрганизационная работа\t\t\n1\tСеминар\tсен.24\tОтдел\n"
                 "2\tКруг\tокт.24\tОтдел\nРабота с кадрами\t\t\t\n3\tСлёт\t2024\tЦентр\n")
        checked(page, lambda: paste(page, 0, text=block))
        expect([row[0] for row in rows(page)] == ["**Организационная работа**", "Семинар", "Круг", "**Работа с кадрами**", "Слёт"], f"{rows(page)}")
        expect("3 строки, 3 срока; строки-заголовки и итоги остались: «Организационная работа», «Работа с кадрами»; "
               "не вставлены столбцы: «№ п/п»." in said(page), said(page))
        roles = page.locator("[data-table=events] tbody tr").evaluate_all("lines => lines.map(line => line.dataset.role)")
        expect(roles == ["section", "record", "record", "section", "record"], f"{roles}")


def titles_are_as_wide_as_the_table_and_materials_are_shown_by_their_titles(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("#body").fill("## Мероприятия\n\n| № п/п | Мероприятие | Сроки | Материал |\n|---|---|---|---|\n"
                                   "| **Раздел 1. Организационная работа со всеми** | | | |\n| 1 | Семинар | 2024 | asha-msoko |\n")
        page.locator("#body").blur()
        until(page, "document.querySelector('[data-table=events] td[colspan=\"4\"]') !== null")
        title = page.locator("[data-table=events] [data-row='0']").first
        width = page.locator("[data-table=events] tbody tr").first.bounding_box()["width"]
        expect(title.inner_text() == "Раздел 1. Организационная работа со всеми", title.inner_text())
        expect(title.bounding_box()["width"] > width * 0.8, f"the title has {title.bounding_box()['width']} of {width}")
        number = page.locator("[data-table=events] [data-row='1']").first.bounding_box()["width"]
        expect(number < 100, f"the numbers have {number}")
        link = cell(page, 1, "link")
        until(page, "document.querySelector('[data-table=events] [data-named]') !== null")
        expect("Ашинский район" in link.get_attribute("data-named") and link.text_content() == "asha-msoko", link.get_attribute("data-named"))
        # It is written into like any other cell, stays bold, and the cells beside it are reached by an arrow.
        title.click()
        page.keyboard.type("Раздел 1. Начало")
        press(page, "Enter", "ArrowUp", "ArrowRight")
        expect(at(page) == [0, "name"], f"{at(page)}")
        expect("| **Раздел 1. Начало** | | | |" in page.locator("#body").input_value(), page.locator("#body").input_value())
        press(page, "ArrowDown")
        until(page, "document.querySelector('[data-table=events] td[colspan=\"4\"]') !== null")
        # Readers see it so too.
        page.locator("[name='field.title']").fill("План на год")
        page.locator("[name='field.summary']").fill("Что и когда.")
        page.locator("[name='field.region']").fill("Челябинская область")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/roadmaps/*.html")
        expect(page.locator("th.row-title").get_attribute("colspan") == "4", "the title has one column")
        heads = [page.locator("table.reflow thead th").nth(place).bounding_box()["width"] for place in (0, 1)]
        expect(heads[0] < heads[1], f"the heads have {heads}")


def what_a_block_loses_is_counted_once_and_seen(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.set_viewport_size({"width": 1366, "height": 600})
        paste(page, 0, html=excel(), text="не это")
        page.locator("dialog.paste").wait_for()
        lost = page.locator("dialog.paste .losses")
        expect("«№ п/п» (12 ячеек)" in lost.inner_text(), lost.inner_text())
        box = lost.bounding_box()
        expect(box["y"] + box["height"] <= 600, f"it is seen only by scrolling: {box}")
        expect("4 блока, 12 ячеек" in page.locator("label[for=paste-fill]").inner_text(), page.locator("label[for=paste-fill]").inner_text())


def cells_without_heads_are_put_in_from_the_cell_on(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: paste(page, 0, "participants", text="учителя\tОтдел\nпедагоги\tЦентр\n"))
        expect([row[:4] for row in rows(page)] == [["", "учителя", "Отдел", ""], ["", "педагоги", "Центр", ""]], f"{rows(page)}")
        # One that does not fit is asked about.
        paste(page, 0, "link", text="а\tб\nв\tг\n")
        page.locator("dialog.paste").wait_for()
        expect("«столбец 2» (2 ячейки)" in page.locator(".losses").inner_text(), page.locator(".losses").inner_text())
        press(page, "Escape")
        until(page, "document.querySelector('dialog') === null")
        expect(rows(page)[0][7] == "", f"a question that was left has put in something: {rows(page)}")


# As Word puts it on the clipboard: paragraphs in cells, a deleted text, words around the table.
WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=RU><!--StartFragment-->
<p class=MsoNormal><b>Приложение 1</b><o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Мероприятие<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>Сроки<o:p></o:p></b></p></td></tr>
<tr><td><p class=MsoNormal>Семинар<span style='mso-spacerun:yes'>  </span>для учителей</p><p class=MsoNormal>и методистов</p></td>
<td><p class=MsoNormal>октябрь <del>2023</del><ins>2024</ins></p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"""


AGENDA = [["Старт", "Приветствие", "", "5 мин"], ["Игра", "Станции", "", "20 мин"], ["Итоги", "Круг", "", "5 мин"]]


def tabbed(block):
    return "".join("\t".join(texts) + "\n" for texts in block)


def as_excel(block):
    cells = "\n ".join("<tr height=20>" + "".join(f"<td class=xl66>{text}</td>" for text in texts) + "</tr>" for texts in block)
    return EXCEL[:EXCEL.index("<table")] + f"<table border=0>\n {cells}\n <tr height=0 style='display:none'></tr></table></body></html>"


def an_empty_column_of_a_block_keeps_its_place(visit):
    with edited(visit):
        page = form(visit, NEW)
        for block in ({"text": tabbed(AGENDA)}, {"html": as_excel(AGENDA), "text": "не это"}):
            checked(page, lambda: paste(page, 0, **block))
            expect([row[:4] for row in rows(page)] == AGENDA, f"{rows(page)}")
            expect(said(page) == "Вставлено: 3 строки.", said(page))
            press(page, "Control+z")
        # What stands below an empty cell goes away, and this is said; «Изменить…» has all columns.
        filled = [["а", "б", "в", "г"], ["д", "е", "ё", "ж"], ["з", "и", "к", "л"]]
        checked(page, lambda: paste(page, 0, text=tabbed(filled)))
        checked(page, lambda: paste(page, 0, text=tabbed(AGENDA)))
        expect([row[:4] for row in rows(page)] == AGENDA, f"{rows(page)}")
        expect(said(page) == "Вставлено: 3 строки; заменено ячеек: 12 (было: «а», «б», «в», …).", said(page))
        page.locator("[data-table=events] .outcome").get_by_role("button", name="Изменить").click()
        page.locator("dialog.paste").wait_for()
        wanted = [page.locator(f"#paste-column-{place}").input_value() for place in range(4)]
        expect(wanted == COLUMNS[:4], f"the dialog has {wanted}")
        expect(page.locator("dialog.paste tbody tr").first.locator("td").all_inner_texts() == AGENDA[0], "the dialog hides a cell")
        checked(page, lambda: page.locator("dialog [name=_paste]").click())
        expect([row[:4] for row in rows(page)] == AGENDA, f"{rows(page)}")
        # Below heads an empty column may be left out, and this is said.
        press(page, "Control+z")
        checked(page, lambda: paste(page, 2, text="Мероприятие\t\tСроки\nСлёт\t\tсен.24\n"))
        expect(rows(page)[3][0] == "Слёт" and rows(page)[3][4] == "сен.24", f"{rows(page)}")
        expect("пустых столбцов без названия пропущено: 1" in said(page), said(page))


def a_total_is_not_written_over_by_rows_that_are_put_above_it(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator("[name='field.title']").fill("План"))
        row = "| " + " | ".join([""] * 8) + " |\n"
        table = ("## Мероприятия\n\n| Мероприятие | Участники | Исполнители | Соисполнители | Сроки | Результат | Проведено | Подробнее |\n"
                 + "|---|---|---|---|---|---|---|---|\n" + "| Слёт | все | Отдел | | май 2024 | | | |\n" * 12 + row
                 + "| Итого: 12 мероприятий | | | | | | | |\n")
        checked(page, lambda: page.locator("[name=_body]").fill(table))
        until(page, "document.querySelectorAll('[data-table=events] tbody tr').length === 14")
        page.wait_for_timeout(500)
        checked(page, lambda: paste(page, 12, text=tabbed(AGENDA)))
        expect([one[:4] for one in rows(page)[12:15]] == AGENDA, f"{rows(page)[12:]}")
        expect(rows(page)[15][0] == "Итого: 12 мероприятий", f"the total is gone: {rows(page)[12:]}")
        seen = page.locator("[data-table=events] .outcome").evaluate(
            "box => { const { top, bottom } = box.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }")
        expect(seen, "what was done is told where nobody sees it")


def a_new_row_stands_above_the_sum(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator("[name='field.title']").fill("План"))
        heads = ["Мероприятие", "Участники", "Исполнители", "Соисполнители", "Сроки", "Результат", "Проведено", "Подробнее"]
        table = ("## Мероприятия\n\n| " + " | ".join(heads) + " |\n" + "|---" * 8 + "|\n"
                 + "| Слёт | все | Отдел | | май 2024 | | | |\n" * 2 + "| Итого: 2 мероприятия | | | | | | | |\n")
        checked(page, lambda: page.locator("[name=_body]").fill(table))
        until(page, "document.querySelectorAll('[data-table=events] tbody tr').length === 3")
        until(page, "document.querySelector('[data-table=events] tbody tr:last-child').dataset.role === 'total'")
        page.locator("[data-table=events]").get_by_role("button", name="Добавить строку").click()
        expect(at(page) == [2, "name"], f"the focus is at {at(page)}")
        page.keyboard.type("Сбор")
        names = [row[0] for row in rows(page)]
        expect(names == ["Слёт", "Слёт", "Сбор", "Итого: 2 мероприятия"], f"there is {names}")


def any_block_without_heads_stands_where_it_was_put(visit):
    chance = random.Random(20)
    texts = ["", "", "", "Зал", "Круг ведущих", "5 мин", "Раздел 1", "Итого: 3", "а; б", "№ 4"]
    with edited(visit):
        page = form(visit, NEW)
        start = [[f"{row}-{column}" for column in range(8)] for row in range(4)]
        checked(page, lambda: paste(page, 0, text=tabbed(start)))
        want = start
        for turn in range(24):
            height, width = chance.randint(1, 4), chance.randint(2, 6)
            block = [[chance.choice(texts) for _ in range(width)] for _ in range(height)]
            row, column = chance.randrange(4), chance.randint(0, 8 - width)
            block[-1][-1] = "конец"
            block[0][0] = block[0][0] or "начало"
            if all(len([text for text in line if text]) < 2 for line in block):
                block[0][-1] = "да"
            want = [list(line) for line in want]
            while len(want) < row + height:
                want.append([""] * 8)
            for down, line in enumerate(block):
                want[row + down][column:column + width] = [text.strip("*") for text in line]
            parts = {"html": as_excel(block)} if chance.random() < 0.5 else {"text": tabbed(block)}
            paste(page, row, COLUMNS[column], **parts)
            until(page, "document.querySelector('#body').value.includes('конец')")
            page.wait_for_timeout(150)
            got = [[text.strip("*").replace("\\", "") for text in line] for line in rows(page)]
            expect(got == want and not page.locator("dialog").count(), f"turn {turn}: {block} at {row}, {column}: {got}, not {want}")


def a_table_of_word_is_put_in(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: paste(page, 0, html=WORD, text="Приложение 1"))
        expect(rows(page)[0][:5] == ["Семинар для учителей<br>и методистов", "", "", "", "октябрь 2024"], f"{rows(page)}")
        expect("текст вокруг таблицы не вставлен: «Приложение 1»" in said(page), said(page))


def what_is_wrong_stands_at_its_cell(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("[name='field.title']").fill("План")
        page.locator("[name='field.summary']").fill("План на год.")
        cell(page, 0).focus()
        page.keyboard.type("Дело")
        press(page, *["Tab"] * 4)
        page.keyboard.type("30 февраля 2024")
        press(page, "Tab", "Tab", "Tab")
        page.keyboard.type("[[Такого нет]]")
        press(page, "Tab")
        until(page, "document.querySelector('[data-column=link][aria-invalid]') !== null")
        wrong = cell(page, 0, "link")
        expect(wrong.get_attribute("aria-invalid") == "true", "the cell of the wrong name is not marked")
        told = page.locator("[data-message-for='events/0/link']")
        expect("Строка 1, «Материал»" in told.inner_text(), told.inner_text())
        expect(wrong.get_attribute("aria-describedby") == told.get_attribute("id"), "the cell does not name its message")
        told.get_by_role("button", name="Строка 1").click()
        expect(at(page) == [0, "link"], f"the message leads to {at(page)}")
        press(page, "Delete")
        # A message with a name that was meant puts it where the wrong one stands.
        expect(cell(page, 0, "term").get_attribute("aria-invalid") == "true", "the impossible day is not marked")
        page.locator("[data-message-for='events/0/term']").get_by_role("button", name="29 февраля 2024").click()
        expect(rows(page)[0][4] == "29 февраля 2024", f"{rows(page)[0]}")
        press(page, "Home", *["ArrowRight"] * 4)
        page.keyboard.type("окт.24")
        press(page, "Tab")
        until(page, "document.querySelector('[data-column=term][data-understood]') !== null")
        left = page.locator(".faults .messages").all_inner_texts()
        expect(not left, f"still there: {left}")
        expect(not page.locator("[data-table] :is([aria-invalid], [data-severity])").count(), "a cell is still marked")
        expect(cell(page, 0, "term").get_attribute("data-understood") == "Понято: 01.10.2024 — 31.10.2024", "the term is not shown")


def names_are_picked_in_columns_of_references(visit):
    with edited(visit):
        page = form(visit, NEW)
        cell(page, 0, "link").focus()
        page.keyboard.type("ашинский район")
        page.locator("#picks [aria-selected=true]").wait_for()
        press(page, "Enter")
        expect(shown(page)[0][7] == "Как Ашинский район обновил муниципальную систему оценки качества", f"picked is {shown(page)[0][7]}")
        page.keyboard.type("; квест")
        page.locator("#picks [role=option]").first.wait_for()
        page.locator("#picks [role=option]").first.click()
        press(page, "Tab")
        expect(rows(page)[0][7].startswith("Как Ашинский район") and rows(page)[0][7].count(";") == 1, f"{rows(page)[0][7]}")


def a_table_that_is_missing_is_offered(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: page.locator(".offers").get_by_role("button", name="Добавить таблицу «Числа»").click())
        page.locator("[data-table=figures] td").first.wait_for()
        text = page.locator("#body").input_value()
        expect("## Числа\n\n| Показатель | Количество | Доля | Пояснение |" in text, text)
        expect(page.locator(".offers button").count() == 0, "it is still offered")
        expect(page.evaluate("document.activeElement.closest('[data-table]').dataset.table") == "figures", "it has no focus")


def a_table_in_a_file_of_excel_keeps_its_encoding(visit):
    with edited(visit) as site:
        place = site.folder / "content/events/rma-contest-2023-uchastie.csv"
        own = place.read_bytes().decode("utf-8-sig").replace("\n", "\r\n")
        misspelt = own.replace("Участие", "Участе", 1)
        for encoding in ("cp1251", "utf-16"):
            place.write_bytes(misspelt.encode(encoding))
            page = form(visit, "_edit/material/events/rma-contest-2023")
            grid = page.locator("[data-table=participation-file-1]")
            grid.locator("td").first.wait_for()
            # A head that is misspelt gets the name that is meant by a button.
            rename = page.locator("[data-message-for=_body]").get_by_role("button", name="Участие", exact=True)
            rename.wait_for()
            told = page.locator("[data-message-for=_body]").inner_text()
            expect("Столбца «Участе» нет у таблицы «Участие муниципалитетов»" in told, told)
            checked(page, rename.click)
            grid.locator("[data-row='1'][data-column=took-part]").click()
            page.keyboard.type("не участвовал")
            press(page, "Enter")
            page.locator("[name=_save]").click()
            page.wait_for_url("**/events/rma-contest-2023.html")
            lines = own.split("\r\n")
            lines[2] = lines[2].replace("участвовал", "не участвовал")
            expect(place.read_bytes() == "\r\n".join(lines).encode(encoding), f"{encoding}: the file has other changes")


def a_table_in_a_file_is_unsaved_only_when_it_is(visit):
    with edited(visit) as site:
        place = site.folder / "content/events/rma-contest-2023-uchastie.csv"
        before = place.read_bytes()
        page = form(visit, "_edit/material/events/rma-contest-2023")
        grid = page.locator("[data-table=participation-file-1]")
        grid.locator("td").first.wait_for()
        page.wait_for_timeout(2500)
        expect("не сохранено" not in page.locator("output.state").inner_text(), "nothing was typed")
        grid.locator("[data-row='1'][data-column]").nth(1).click()
        page.keyboard.type("не участвовал")
        press(page, "Enter")
        page.get_by_text("Набранное не пропадёт").wait_for()
        # A row that stays empty is none.
        grid.locator("tbody tr").last.locator("td").last.click()
        press(page, "Enter")
        with page.expect_response(lambda answer: answer.url.endswith("/_edit/keep") and answer.ok):
            grid.get_by_role("button", name="Сохранить таблицу").click()
        grid.get_by_text("Сохранено").wait_for()
        until(page, "!document.querySelector('output.state').textContent")
        page.wait_for_timeout(2500)
        expect(page.locator("output.state").inner_text() == "", page.locator("output.state").inner_text())
        lines = before.split(b"\n")
        lines[2] = lines[2].replace("участвовал".encode(), "не участвовал".encode())
        expect(place.read_bytes() == b"\n".join(lines), "the file has other changes")


def a_table_in_a_file_is_saved_with_its_material(visit):
    with edited(visit) as site:
        name = "content/events/rma-contest-2023-uchastie.csv"
        before = (site.folder / name).read_bytes()
        page = form(visit, "_edit/material/events/rma-contest-2023")
        grid = page.locator("[data-table=participation-file-1]")
        grid.locator("td").first.wait_for()
        expect("rma-contest-2023-uchastie.csv" in grid.inner_text(), "the file is not named")
        grid.locator("[data-row='1'][data-column]").nth(1).click()
        page.keyboard.type("не участвовал")
        press(page, "Enter", "Control+Delete")
        expect("Удалена строка 3" in grid.locator(".outcome p").inner_text(), "the removal is not said")
        expect("Таблица не сохранена" in grid.inner_text(), "it is not said that the table is not saved")
        page.get_by_text("Набранное не пропадёт").wait_for(timeout=5000)
        # What is wrong stands at its cell, as in tables of the text.
        first = grid.locator("[data-row='4'][data-column]").nth(0)
        first.click()
        page.keyboard.type("Нигдейский МР")
        press(page, "Enter")
        until(page, "document.querySelector('[data-table=participation-file-1] [aria-invalid]') !== null")
        expect(first.get_attribute("aria-invalid") == "true", "another cell is marked")
        press(page, "Control+z")
        until(page, "document.querySelector('[data-table=participation-file-1] [aria-invalid]') === null")
        # What is typed outlives the page.
        page = form(visit, "_edit/material/events/rma-contest-2023")
        grid = page.locator("[data-table=participation-file-1]")
        grid.locator("[data-row='1']", has_text="не участвовал").wait_for()
        page.locator("[name=_save]").click()
        page.wait_for_url("**/events/rma-contest-2023.html")
        lines = before.split(b"\n")
        lines[2] = lines[2].replace("участвовал".encode(), "не участвовал".encode())
        del lines[3]
        expect((site.folder / name).read_bytes() == b"\n".join(lines), "the file has other changes")
        # A file that somebody else has changed is not overwritten.
        page = form(visit, "_edit/material/events/rma-contest-2023")
        grid = page.locator("[data-table=participation-file-1]")
        grid.locator("[data-row='0'][data-column]").nth(1).click()
        page.keyboard.type("моё")
        theirs = site.text(name).replace("Аргаяшский МР;", "Аргаяшский МР; ")
        site.save(name, theirs)
        grid.get_by_role("button", name="Сохранить таблицу").click()
        grid.get_by_text("изменил кто-то другой").wait_for()
        expect(site.text(name) == theirs, "it was overwritten")
        visit.forgive(REFUSED)


KEYS = ["Tab", "Shift+Tab", "Enter", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Control+Home",
        "Control+End", "Shift+ArrowDown", "Shift+ArrowRight", "Delete", "Control+d", "Control+z", "Control+y", "Alt+ArrowUp",
        "Alt+ArrowDown", "Control+Enter", "Control+Delete", "F2", "Escape", "Backspace", "Shift+Enter"]


def whatever_is_done_the_grid_is_what_the_text_says(visit):
    with edited(visit):
        for seed, address in ((1, NEW), (2, "_edit/material/roadmaps/asha-2016-2018")):
            chance = random.Random(seed)
            page = form(visit, address)
            page.locator("[data-table=events] td").first.focus()
            wanted = page.locator("#body").input_value()
            for _ in range(150):
                if page.evaluate("!document.activeElement.closest('td')"):
                    page.locator("[data-table=events] td").first.focus()
                if chance.random() < 0.02:
                    page.locator("#body").evaluate(
                        "body => { body.setRangeText('Абзац.\\n\\n', 0, 0); body.dispatchEvent(new InputEvent('input', { bubbles: true })); }")
                    wanted = "Абзац.\n\n" + wanted
                elif chance.random() < 0.35:
                    page.keyboard.type(chance.choice(["а", "сен.24", "x|y", "[[a|b]]", "два слова", "\\", "*"]))
                else:
                    page.keyboard.press(chance.choice(KEYS))
            checked(page, lambda: cell(page, 0).evaluate("cell => { cell.focus(); document.execCommand('insertText', false, 'я'); cell.blur(); }"))
            # Once nothing is on its way any more, the server has found what the grid shows.
            page.wait_for_timeout(1000)
            found = page.evaluate("""async () => { const { tables } = await import("/_edit/assets/gridtext.js");
                const { plain } = await import("/_edit/assets/gridrow.js");
                return tables[0].found.map(row => row.map(cell => plain(cell.text))); }""")
            expect(found == shown(page), f"seed {seed}: the server has {found}, the grid {shown(page)}")
            back = page.locator("[data-table=events] .bar").get_by_role("button", name="Отменить")
            while back.get_attribute("aria-disabled") == "false":
                back.evaluate("button => button.click()")
                page.wait_for_timeout(5)
            expect(page.locator("#body").input_value() == wanted, f"seed {seed}: not all is taken back")


def spans(page):
    return page.locator("[data-table=events] tbody td").evaluate_all("cells => cells.filter(cell => cell.colSpan > 1 || cell.hidden).length")


def a_row_that_is_filled_downwards_stays_a_row_of_cells(visit):
    with edited(visit):
        page = form(visit, NEW)
        for column in ("executors", "name"):
            cell(page, 0, column).click()
            for number in range(3):
                checked(page, lambda: page.keyboard.type(f"Методист {number + 1}"))
                press(page, "Enter")
                expect(spans(page) == 0, f"{column}, row {number + 1}: cells have become one")
            expect([row[COLUMNS.index(column)] for row in rows(page)[:3]] == ["Методист 1", "Методист 2", "Методист 3"], f"{rows(page)}")
            press(page, "Control+a")
            checked(page, lambda: page.keyboard.press("Delete"))
        # A lone word of another column is no title for the site either.
        cell(page, 0, "executors").click()
        checked(page, lambda: page.keyboard.type("Методист"))
        expect(page.locator("[data-table=events] tbody tr").first.get_attribute("data-role") == "record", "it is taken for a title")


def a_row_is_made_a_title_and_a_row_again(visit):
    with edited(visit):
        page = form(visit, NEW)
        checked(page, lambda: paste(page, 0, text=tabbed([["", "", "Подготовка"], ["Сбор", "Зал", "Отдел"], ["Игра", "Зал", "Отдел"]])))
        menu = page.locator("[data-table=events] .row-menu")
        menu.nth(1).click()
        expect(page.get_by_role("menuitem", name="Сделать заголовком раздела").count() == 0, "a row of several texts may be a title")
        press(page, "Escape")
        menu.nth(0).click()
        checked(page, lambda: page.get_by_role("menuitem", name="Сделать заголовком раздела").click())
        expect(rows(page)[0] == ["**Подготовка**"] + [""] * 7 and at(page) == [0, "name"], f"{rows(page)}")
        expect(cell(page, 0).evaluate("cell => cell.colSpan") == 8, "the title is not as wide as the table")
        expect(page.locator("[data-table=events] tbody tr").first.get_attribute("data-role") == "section", "the site reads no title")
        # It goes along when rows come above it, and back again.
        press(page, "Alt+ArrowDown")
        expect(cell(page, 1).evaluate("cell => cell.colSpan") == 8 and cell(page, 0).evaluate("cell => cell.colSpan") == 1, "it has not moved")
        menu.nth(1).click()
        checked(page, lambda: page.get_by_role("menuitem", name="Это строка таблицы, а не заголовок").click())
        expect(rows(page)[1] == ["Подготовка"] + [""] * 6 + ["&nbsp;"] and spans(page) == 0, f"{rows(page)}")
        press(page, "Control+z", "Control+z")
        expect(rows(page)[0][0] == "**Подготовка**" and cell(page, 0).evaluate("cell => cell.colSpan") == 8, f"taken back: {rows(page)}")


def a_row_that_was_called_one_of_cells_stays_one(visit):
    with edited(visit) as site:
        page = form(visit, NEW)
        page.fill("[name='field.title']", "Карта с разделом")
        checked(page, lambda: paste(page, 0, text=tabbed([["Раздел 1", "", ""], ["Сбор", "Зал", "Отдел"], ["Игра", "Зал", "Отдел"]])))
        line = page.locator("[data-table=events] tbody tr").first
        expect(line.get_attribute("data-role") == "section", "it is no title to begin with")
        page.locator("[data-table=events] .row-menu").first.click()
        checked(page, lambda: page.get_by_role("menuitem", name="Это строка таблицы, а не заголовок").click())
        expect("обычная строка таблицы. Так её увидят и читатели" in said(page), said(page))
        expect(line.get_attribute("data-role") == "record" and spans(page) == 0, "the site reads it otherwise")
        # Whoever writes where the sign of it stands sees none, and takes it away by nothing but another title.
        last = cell(page, 0, "link")
        expect(last.inner_text().strip() == "" and rows(page)[0][-1] == "&nbsp;", last.inner_text())
        last.click()
        checked(page, lambda: page.keyboard.type("9999"))
        expect(rows(page)[0][-2:] == ["&nbsp;", "9999"], f"{rows(page)[0]}")
        press(page, "Tab")
        last.click()
        checked(page, lambda: press(page, "Delete"))
        expect(rows(page)[0][-2:] == ["&nbsp;", ""] and line.get_attribute("data-role") == "record", f"{rows(page)[0]}")
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/roadmaps/**")
        shown = page.locator("table tr", has_text="Раздел 1")
        shown.wait_for()
        expect(shown.locator("td").count() > 1 and shown.locator("[colspan]").count() == 0, shown.inner_html())
        page = form(visit, "_edit/material/" + page.url.split("/", 3)[3].removesuffix(".html"))
        page.wait_for_selector("[data-table=events] tbody tr[data-role]")
        expect(spans(page) == 0 and page.locator("[data-table=events] tbody tr").first.get_attribute("data-role") == "record", "it is wide again")
        # Called a title again it is one, here and there, and the sign is gone.
        page.locator("[data-table=events] .row-menu").first.click()
        checked(page, lambda: page.get_by_role("menuitem", name="Сделать заголовком раздела").click())
        expect(rows(page)[0][0] == "**Раздел 1**" and "&nbsp;" not in rows(page)[0], f"{rows(page)[0]}")
        expect(page.locator("[data-table=events] tbody tr").first.get_attribute("data-role") == "section", "it is none")


INDICATORS = "_edit/new?kind=indicators"
YEARS = "Показатель\t2023\t\t2024\t\n\tплан\tфакт\tплан\tфакт\nДоля школ\t80\t79\t90\t87,5\nКружки\t5\t6\t\t\n"


def columns_of_years_are_asked_about_and_turned_over(visit):
    with edited(visit):
        page = form(visit, INDICATORS)
        # The grid is that of the text once it was looked at.
        checked(page, lambda: page.locator("#body").fill(
            "## Значения показателей\n\n| Показатель | Единица | Значение | Год | Пояснение |\n|---|---|---|---|---|\n|  |  |  |  |  |\n"))
        page.locator("[data-table=values] [data-row='0']").first.wait_for()
        columns = page.locator("[data-table=values] [data-row='0']").evaluate_all("cells => cells.map(cell => cell.dataset.column)")
        first = page.locator("[data-table=values] [data-row='0'][data-column=name]")
        def pasted():
            first.click()
            first.evaluate(PASTE, {"text/plain": YEARS})
            dialog = page.locator("dialog.paste")
            dialog.wait_for()
            return dialog
        dialog = pasted()
        turn = dialog.locator("#paste-turn")
        expect(turn.is_checked(), "it is not turned over by itself")
        head = dialog.locator("#paste-head option:checked").inner_text()
        expect(head == "в строках 1 и 2: Показатель, Год, План, Факт", head)
        seen = dialog.locator("tbody tr").evaluate_all("lines => lines.map(line => [...line.querySelectorAll('td')].map(cell => cell.textContent))")
        expect(seen == [["Показатель", "Год", "План", "Факт"], ["Доля школ", "2023", "80", "79"], ["Доля школ", "2024", "90", "87,5"], ["Кружки", "2023", "5", "6"]], f"{seen}")
        expect("Всё из блока попадёт в таблицу" in dialog.locator(".losses").inner_text(), dialog.locator(".losses").inner_text())
        # As it stands: nothing is lost either.
        turn.uncheck()
        dialog.get_by_text("Названия столбцов стоят в двух строках: «2023», «2024»").wait_for()
        expect("Всё из блока попадёт в таблицу" in dialog.locator(".losses").inner_text(), dialog.locator(".losses").inner_text())
        dialog.locator("#paste-turn").check()
        dialog.get_by_text("Названия столбцов стоят в двух строках").wait_for(state="detached")
        checked(page, lambda: dialog.locator("[name=_paste]").click())
        expect("столбцы по годам стали строками: строка на каждый год (2023, 2024)" in page.locator("[data-table=values] .outcome p").inner_text(), "nothing is said")
        lines = [line for line in page.locator("#body").input_value().split("\n") if "2023" in line or "2024" in line]
        expect(len(lines) == 3 and "2023: план" not in page.locator("#body").input_value(), f"{lines} {columns}")
        # The next one is asked about too.
        dialog = pasted()
        dialog.get_by_role("button", name="Не вставлять").click()


def a_block_of_plan_and_fact_is_offered_the_table_where_it_belongs(visit):
    with edited(visit):
        page = form(visit, INDICATORS)
        expect("## Значения показателей" in page.locator("#body").input_value(), page.locator("#body").input_value())
        page.locator("#body").fill("## Показатели\n\n| № Р-139 | Показатель |\n|---|---|\n|  |  |\n")
        first = page.locator("[data-table=indicators] [data-row='0'][data-column=name]")
        first.wait_for()
        first.click()
        first.evaluate(PASTE, {"text/plain": "Показатель\tПлан\tФакт\nДоля школ\t80\t79\n"})
        dialog = page.locator("dialog.paste")
        dialog.wait_for()
        told = dialog.locator(".other").inner_text()
        expect("Столбцы «План», «Факт» — из другой таблицы этого вида, «Значения показателей»" in told, told)
        checked(page, lambda: dialog.get_by_role("button", name="Вставить в таблицу «Значения показателей»").click())
        page.locator("[data-table=values] .outcome p").wait_for()
        text = page.locator("#body").input_value()
        values = text[text.index("## Значения показателей"):]
        expect("| Доля школ |" in values and "80" in values and "79" in values, text)
        expect("Доля школ" not in text[:text.index("## Значения показателей")], text)


def heads_in_two_rows_of_a_plain_table_are_joined_when_somebody_says_so(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.locator("#body").fill("## Итоги\n\n| Столбец 1 | Столбец 2 |\n|---|---|\n|  |  |\n")
        page.wait_for_selector("[data-table='table-1'] td")
        block = "Класс\tОсень\t\tВесна\t\n\tсдали\tнет\tсдали\tнет\n5А\t1\t2\t3\t4\n"
        first = page.locator("[data-table='table-1'] td").first
        first.click()
        first.evaluate(PASTE, {"text/plain": block})
        dialog = page.locator("dialog[open]")
        dialog.get_by_text("Названия столбцов стоят в двух строках?").wait_for()
        expect("«Осень: сдали», «Осень: нет»" in dialog.inner_text(), dialog.inner_text())
        checked(page, lambda: dialog.get_by_role("button", name="Да, соединить их").click())
        text = page.locator("#body").input_value()
        expect("| Класс | Осень: сдали | Осень: нет | Весна: сдали | Весна: нет |" in text and "| 5А | 1 | 2 | 3 | 4 |" in text, text)


def columns_stay_as_wide_while_somebody_types(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.set_viewport_size({"width": 1366, "height": 800})
        widths = "() => [...document.querySelectorAll('[data-table=events] thead th')].map(head => Math.round(head.getBoundingClientRect().width))"
        cell(page, 0).click()
        before = page.evaluate(widths)
        for text in ("Старт", "Приветствие участников и рассказ о том, чем займёмся сегодня", "Зал", "нет", "сен.24"):
            checked(page, lambda: page.keyboard.type(text))
            expect(page.evaluate(widths) == before, f"after «{text}» {page.evaluate(widths)}, not {before}")
            press(page, "Tab")
            expect(page.evaluate(widths) == before, f"behind «{text}» {page.evaluate(widths)}, not {before}")
        cell(page, 0).click()
        page.locator("[data-table=events] .row-menu").first.click()
        press(page, "Escape")
        expect(page.evaluate(widths) == before, f"behind a menu {page.evaluate(widths)}, not {before}")
        # A block that is put in is given the room that it needs.
        checked(page, lambda: paste(page, 0, text=tabbed([["Старт", "Приветствие участников и рассказ о том, чем займёмся сегодня, " * 3]] * 2)))
        now = page.evaluate(widths)
        expect(now[2] > before[2], f"the block has {now}")


def the_first_column_stays_with_its_head(visit):
    with edited(visit):
        page = form(visit, NEW)
        page.set_viewport_size({"width": 768, "height": 800})
        scroll = page.locator("[data-table=events] .scroll")
        expect(scroll.evaluate("box => box.scrollWidth > box.clientWidth && box.classList.contains('goes-right')"), "nothing is hinted at")
        cell(page, 0, "link").click()
        head = page.locator("[data-table=events] thead th").nth(1).bounding_box()
        first = cell(page, 0).bounding_box()
        expect(scroll.evaluate("box => box.scrollLeft") > 0, "it was not scrolled")
        expect(abs(head["x"] - first["x"]) < 2 and first["x"] < 100, f"head at {head}, cell at {first}")
        # The last column is seen as a whole, beside the first.
        last = cell(page, 0, "link").bounding_box()
        expect(last["x"] + last["width"] <= 768 and last["x"] >= first["x"] + first["width"] - 1, f"the last cell is at {last}")


def grids_are_usable_for_everybody(visit):
    with edited(visit):
        page = form(visit, "_edit/material/roadmaps/asha-2016-2018")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width in (1366, 768, 390):
                page.set_viewport_size({"width": width, "height": 800})
                page.evaluate(AXE)
                found = list(offences(page))
                expect(not found, f"{scheme}, {width}: {found}")
                expect(not page.evaluate(OVERFLOW), f"{width}: {page.evaluate(OVERFLOW)}")


def a_grid_is_typed_into_in_firefox(visit):
    with edited(visit) as site, Firefox() as fox:
        fox.open(site.url(NEW))
        fox.wait_for("document.querySelector('[data-table] .bar') !== null")
        block = "Сроки\\tМероприятие\\nсен.24\\tСеминар\\n"
        fox.run(f"(() => {{ const cell = document.querySelector('[data-table] td'); cell.focus(); "
                f"cell.dispatchEvent(new ClipboardEvent('paste', {{ data: '{block}', dataType: 'text/plain', bubbles: true, cancelable: true }})); }})()")
        fox.wait_for("document.querySelector('#body').value.includes('| Семинар |  |  |  | сен.24 |')")
        fox.run("(() => { const cell = document.querySelector('[data-table] td'); cell.focus(); document.execCommand('insertText', false, 'Другое'); "
                "cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })); })()")
        fox.wait_for("document.querySelector('#body').value.includes('| Другое |') && document.activeElement.dataset.row === '1'")
        visit.faults += fox.faults


OVER_HTTP = [
    twelve_rows_are_typed_faster_than_any_hand, keys_move_as_in_a_spreadsheet, keys_and_mouse_are_those_of_excel,
    rows_that_nobody_wrote_into_are_not_saved, columns_are_added_named_moved_and_removed,
    a_column_says_whom_a_row_concerns,
    columns_of_a_table_in_a_file_are_moved_with_every_other_byte, every_table_of_the_text_has_its_grid,
    titles_are_as_wide_as_the_table_and_materials_are_shown_by_their_titles, what_a_block_loses_is_counted_once_and_seen,
    what_was_brought_back_is_offered_no_more, a_finger_puts_the_caret_into_a_text,
    chosen_cells_are_filled_emptied_copied_and_taken_back, rows_are_added_moved_and_removed_by_the_mouse,
    the_text_may_be_changed_beside_the_grid, a_block_of_excel_is_asked_about_and_put_in,
    a_block_of_known_heads_is_put_in_at_once_and_remembered, sections_of_a_block_stay_sections, cells_without_heads_are_put_in_from_the_cell_on,
    an_empty_column_of_a_block_keeps_its_place, a_total_is_not_written_over_by_rows_that_are_put_above_it, a_new_row_stands_above_the_sum, any_block_without_heads_stands_where_it_was_put,
    a_table_of_word_is_put_in, what_is_wrong_stands_at_its_cell, names_are_picked_in_columns_of_references,
    a_table_that_is_missing_is_offered, a_table_in_a_file_is_unsaved_only_when_it_is,
    a_table_in_a_file_is_saved_with_its_material, a_table_in_a_file_of_excel_keeps_its_encoding,
    a_row_that_is_filled_downwards_stays_a_row_of_cells, a_row_is_made_a_title_and_a_row_again,
    a_row_that_was_called_one_of_cells_stays_one, columns_of_years_are_asked_about_and_turned_over,
    heads_in_two_rows_of_a_plain_table_are_joined_when_somebody_says_so, columns_stay_as_wide_while_somebody_types,
    whatever_is_done_the_grid_is_what_the_text_says, the_first_column_stays_with_its_head, grids_are_usable_for_everybody, a_grid_is_typed_into_in_firefox,
]
