"""The text of an editing page: its tools, what is pasted, documents that are taken in, pictures and attachments."""

import io
import json
import pathlib
import random
import re
import shutil
import zipfile

from accessibility_tests import AXE, offences
from editing_tests import FORM, MATERIAL, checked, edited, form, refused
from firefox import Firefox
from harness import REFUSED, expect, until

BODY = "#body"
FIXTURES = pathlib.Path(__file__).resolve().parents[1] / "Fixtures"


def write(page, text, start=None, end=None):
    """Puts a text into the box as if it were typed, and selects a part of it."""
    page.locator(BODY).focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    select(page, len(text) if start is None else start, end)


def select(page, start, end=None):
    page.locator(BODY).evaluate(
        "(box, [start, end]) => box.setSelectionRange(start, end)", [start, start if end is None else end])


def text(page):
    return page.locator(BODY).input_value()


def press(page, name):
    page.locator(f".tools [data-tool={name}]").click()


def pressed(page, name):
    return page.locator(f".tools [data-tool={name}]").get_attribute("aria-pressed") == "true"


def after(page, act, expected):
    act()
    expect(text(page) == expected, f"the text is {text(page)!r}, not {expected!r}")


def tools_change_all_that_is_selected_and_take_it_back(visit):
    with edited(visit):
        page = form(visit, FORM)
        three = "Первый\n\nВторой\nТретий"
        write(page, three, 0, len(three))
        after(page, lambda: press(page, "bullets"), "- Первый\n- Второй\n- Третий")
        expect(pressed(page, "bullets"), "the list is not shown as one")
        after(page, lambda: press(page, "numbers"), "1. Первый\n2. Второй\n3. Третий")
        after(page, lambda: press(page, "numbers"), "Первый\n\nВторой\n\nТретий")
        after(page, lambda: press(page, "undoText"), "1. Первый\n2. Второй\n3. Третий")
        page.locator(BODY).focus()
        after(page, lambda: page.keyboard.press("Control+z"), "- Первый\n- Второй\n- Третий")
        after(page, lambda: page.keyboard.press("Control+z"), three)
        after(page, lambda: press(page, "redoText"), "- Первый\n- Второй\n- Третий")
        write(page, "До\nЦель\nПосле", 3, 7)
        after(page, lambda: press(page, "section"), "До\n\n## Цель\n\nПосле")
        expect(pressed(page, "section") and "уровень 2" in page.locator(".place").inner_text(), "the level is not shown")
        after(page, lambda: press(page, "subsection"), "До\n\n### Цель\n\nПосле")
        after(page, lambda: press(page, "subsection"), "До\n\nЦель\n\nПосле")
        write(page, "• раз\n• два", 0, 11)
        after(page, lambda: press(page, "bullets"), "- раз\n- два")


def bold_and_italic_are_put_on_and_off(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "одно слово тут", 7)
        after(page, lambda: page.keyboard.press("Control+b"), "одно **слово** тут")
        expect(pressed(page, "bold") and not pressed(page, "italic"), "bold is not shown")
        after(page, lambda: page.keyboard.press("Control+i"), "одно ***слово*** тут")
        after(page, lambda: page.keyboard.press("Control+b"), "одно *слово* тут")
        after(page, lambda: page.keyboard.press("Control+i"), "одно слово тут")
        write(page, "- раз\n- два", 0, 11)
        after(page, lambda: press(page, "bold"), "- **раз**\n- **два**")
        after(page, lambda: press(page, "bold"), "- раз\n- два")
        row = "| раз | два |"
        write(page, row, 0, len(row))
        after(page, lambda: press(page, "italic"), "| *раз* | *два* |")
        after(page, lambda: press(page, "bullets"), "| *раз* | *два* |")
        expect("В таблице разделов и списков нет" in page.locator(".hint").inner_text(), "nothing is said")


def a_list_goes_on_with_enter_and_ends_with_an_empty_item(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "1. раз")
        page.keyboard.press("Enter")
        page.keyboard.type("два")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("Дальше.")
        expect(text(page) == "1. раз\n2. два\n\nДальше.", repr(text(page)))


def what_is_typed_between_two_presses_of_bold_stays(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "")
        keys = page.keyboard
        keys.type("О ")
        press(page, "bold")
        keys.type("педсовете")
        press(page, "bold")
        keys.type(" и ")
        keys.press("Control+i")
        keys.type("часто")
        keys.press("Control+i")
        keys.type(" говорят.")
        expect(text(page) == "О **педсовете** и *часто* говорят.", repr(text(page)))
        # Of a word at which the caret stands nothing is chosen either.
        select(page, 3)
        press(page, "bold")
        keys.type("!")
        expect("педсовете" in text(page), repr(text(page)))


def enter_begins_a_paragraph(visit):
    with edited(visit):
        page = form(visit, FORM)
        for typed, made in (
                ("Первое.\nВторое.", "Первое.\n\nВторое."), ("Первое.\n\nВторое.", "Первое.\n\nВторое."),
                ("## Ход\nСлова.", "## Ход\n\nСлова."), ("- раз\nдва\n\nДальше.", "- раз\n- два\n\nДальше."),
                ("| а | б |\n|---|---|\n| 1 | 2 |", "| а | б |\n|---|---|\n| 1 | 2 |"),
                ("```\nа\nб\n```", "```\nа\nб\n```"), ("> а\n> б", "> а\n> б")):
            write(page, "")
            page.keyboard.type(typed)
            expect(text(page) == made, f"{typed!r} became {text(page)!r}")
        write(page, "Первое. Второе.", 7)
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Enter")
        expect(text(page) == "Первое.\n\n\n Второе.", repr(text(page)))


def what_is_typed_behind_a_table_is_no_part_of_it(visit):
    rows = "| а | б |\n| --- | --- |\n| 1 | 2 |"
    with edited(visit):
        page = form(visit, FORM)
        for before, place in ((rows, None), (rows + "\n", None), (rows + "\n\nПосле.\n", len(rows))):
            write(page, before, place)
            page.keyboard.type("Дальше")
            expect(text(page).startswith(rows + "\n\nДальше"), f"{before!r} became {text(page)!r}")
        # Letters that are composed come whole.
        write(page, rows)
        session = page.context.new_cdp_session(page)
        session.send("Input.imeSetComposition", {"text": "да", "selectionStart": 2, "selectionEnd": 2})
        session.send("Input.insertText", {"text": "даль"})
        until(page, "rows => document.getElementById('body').value === rows + '\\n\\nдаль'", rows)
        page.keyboard.type("ше")
        expect(text(page) == rows + "\n\nдальше", repr(text(page)))
        write(page, rows)
        page.keyboard.press("Enter")
        page.keyboard.type("| 3 | 4 |")
        expect(text(page) == rows + "\n| 3 | 4 |", repr(text(page)))
        write(page, "Слова.\n")
        paste(page, "<p>Было</p><table><tr><th>а</th><th>б</th></tr><tr><td>1</td><td>2</td></tr></table>", "Было")
        until(page, "document.getElementById('body').value.includes('| 1 | 2 |')")
        page.keyboard.type("Дальше")
        expect("| 1 | 2 |\n\nДальше" in text(page), repr(text(page)))


def a_picture_without_words_is_described_in_its_place(visit):
    with edited(visit) as site:
        (site.folder / "content/practices/shema.png").write_bytes((FIXTURES / "pictures/wide.png").read_bytes())
        page = form(visit, FORM)
        checked(page, lambda: write(page, "Слова.\n\n![](shema.png)\n"))
        told = page.locator("[data-message-for=_body] p", has_text="нет описания")
        told.wait_for()
        told.locator(".to-place").click()
        page.keyboard.type("Схема зала")
        expect("![Схема зала](shema.png)" in text(page), repr(text(page)))


def a_heading_is_made_of_what_was_to_be_one(visit):
    with edited(visit):
        page = form(visit, FORM)
        for line, made in (("##Жюри", "## Жюри"), ("**Выводы**", "## Выводы"), ("### Итог", "## Итог")):
            write(page, line)
            press(page, "section")
            expect(text(page).strip() == made, f"{line} became {text(page)!r}")
        write(page, "Слова.\n\n##Жюри\n")
        told = page.locator("[data-message-for=_body]")
        until(page, "/похоже на заголовок/.test(document.querySelector('[data-message-for=_body]').innerText)")
        checked(page, lambda: told.get_by_role("button", name="Исправить").click())
        until(page, "document.getElementById('body').value.includes('\\n## Жюри')")


def a_message_leads_to_its_words_and_takes_no_heading(visit):
    with edited(visit):
        page = form(visit, FORM)
        long = "## Цель\n\nСлова.\n\n" + "Много слов. " * 400 + "\n\n## Организаторы\n\n## Ход\n\nСлова с **открытым знаком.\n"
        checked(page, lambda: write(page, long))
        refused(page)
        page.locator(".answer a[data-place=_body]").first.wait_for()
        # All that is told of the new page stands there: nothing moves any more.
        until(page, "document.querySelector('[data-message-for=_body] .to-place') !== null")
        page.wait_for_timeout(500)
        page.locator(".answer a", has_text="Организаторы").click()
        page.keyboard.type("Школа")
        expect("## Организаторы\nШкола\n## Ход" in text(page), repr(text(page)[-200:]))
        until(page, """() => { const body = document.getElementById('body');
            const line = body.value.slice(0, body.selectionStart).split('\\n').length - 1;
            const box = document.querySelector('.veil').children[line].getBoundingClientRect();
            return box.top > 0 && box.bottom < innerHeight; }""")
        until(page, "document.querySelector('[data-message-for=_body] .to-place') !== null")
        page.locator("[data-message-for=_body] .to-place").first.click()
        expect(page.evaluate("document.activeElement.id") == "body", "it leads nowhere")
        visit.forgive(REFUSED)


def a_link_is_asked_for_in_words(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "Смотрите сайт.", 9, 13)
        page.keyboard.press("Control+k")
        page.get_by_label("Куда ведёт").fill("не адрес")
        page.keyboard.press("Enter")
        expect("Это не адрес" in page.get_by_role("alert").inner_text(), "it is not refused")
        page.get_by_label("Куда ведёт").fill("www.example.org/a (b)")
        page.get_by_label("Куда ведёт").fill("example.org/страница")
        page.keyboard.press("Enter")
        expect(text(page) == "Смотрите [сайт](https://example.org/страница).", repr(text(page)))
        # To a material of the site, found by words of its title.
        write(page, "Смотрите .", 9)
        press(page, "link")
        page.get_by_label("Куда ведёт").press_sequentially("Ашинский систему")
        page.locator("dialog .found button").first.click()
        page.get_by_role("button", name="Вставить").click()
        expect(text(page) == "Смотрите [[asha-msoko]].", repr(text(page)))
        # The same link again: it may be changed or removed.
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Control+k")
        expect("Ашинский" in page.get_by_label("Куда ведёт").input_value(), "the link is not known again")
        page.keyboard.press("Escape")
        expect(text(page) == "Смотрите [[asha-msoko]].", "Escape has changed the text")
        page.keyboard.press("Control+k")
        page.get_by_role("button", name="Убрать ссылку").click()
        expect("[[" not in text(page) and "Ашинский" in text(page), repr(text(page)))


def a_table_of_the_kind_comes_with_its_heads(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=roadmap")
        checked(page, lambda: write(page, "Вступление.\n"))
        press(page, "table")
        page.locator("dialog select").select_option(index=1)
        checked(page, lambda: page.get_by_role("button", name="Вставить").click())
        expect(text(page).startswith("Вступление.\n\n## "), repr(text(page)))
        page.locator("[data-table=events] td").first.wait_for()
        page.locator(BODY).focus()
        page.keyboard.press("Control+z")
        expect(text(page) == "Вступление.\n", repr(text(page)))
        press(page, "table")
        page.locator("dialog").get_by_label("Столбцов").fill("2")
        page.locator("dialog").get_by_label("Строк").fill("1")
        page.get_by_role("button", name="Вставить").click()
        page.keyboard.type("Кто")
        expect("| Кто | Столбец 2 |\n| --- | --- |\n|   |   |" in text(page), repr(text(page)))


def the_toolbar_is_one_stop_of_the_keyboard(visit):
    with edited(visit):
        page = form(visit, FORM)
        expect(page.locator(".tools [tabindex='0']").count() == 1, "there are several stops")
        write(page, "слово", 0, 5)
        page.locator(".tools [tabindex='0']").focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        expect(page.evaluate("document.activeElement.dataset.tool") == "bold", "the arrow leads elsewhere")
        page.keyboard.press("Enter")
        expect(text(page) == "**слово**", repr(text(page)))
        expect(page.evaluate("document.activeElement.id") == "body", "the caret is not in the text")
        page.locator(".tools [tabindex='0']").focus()
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        expect(page.evaluate("document.activeElement.dataset.tool") == "section", "the arrows do not go round")


LONG = "\n".join([
    "## Раздел с очень длинным названием, которое не помещается в одну строку узкого окна и переносится дальше",
    "Слово **жирное слово** и ***оба сразу***, [ссылка](https://example.org/" + "очень-длинный-адрес" * 12 + "), [[имя|текст]] `код`.",
    "- пункт\tс табуляцией\t\tи ещё", "  1. вложенный  с  пробелами    ", "", "   ", "| а | [б](в.md) | " + "ячейка " * 60 + "|",
    "AVAVAV ToToTo fi ffl «ёлки» — тире " * 20, "\\*не курсив\\* H<sub>2</sub>O<br>строка [^1]", ""])
# How much higher the text is than the veil, in pixels: lines that break elsewhere would show here.
UNEQUAL = """() => { const [box, veil] = document.querySelectorAll('.text-box > *'); const last = veil.lastElementChild;
    return Math.abs(veil.scrollHeight - box.scrollHeight) + Math.max(0, box.scrollHeight - box.clientHeight); }"""


def the_veil_breaks_its_lines_where_the_text_does(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, LONG)
        for width in (320, 390, 611, 768, 1023, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(50)
            expect(page.evaluate(UNEQUAL) <= 1, f"at {width} they differ by {page.evaluate(UNEQUAL)} px")
            lines = page.evaluate("Array.from(document.querySelectorAll('.veil > div'), line => line.textContent).join('\\n')")
            expect(lines == LONG, "the veil says something else")
        high = page.evaluate("document.getElementById('body').clientHeight")
        page.keyboard.press("Enter")
        page.keyboard.insert_text("\n".join(["строка"] * 40))
        expect(page.evaluate("document.getElementById('body').clientHeight") > high + 800,
               f"the box does not grow: {high}, {page.evaluate(UNEQUAL)}, {text(page)[-60:]!r}")
        expect(page.evaluate(UNEQUAL) <= 1, "after growth they differ")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        lines = page.evaluate("Array.from(document.querySelectorAll('.veil > div'), line => line.textContent).join('\\n')")
        expect(lines == text(page), "after undo the veil says something else")


def what_is_written_looks_like_what_it_is(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "## Ход **дня**\n\nСлово **жирное**, [сайт школы](https://example.org/), [[имя|текст]] и [[имя]], ![план](plan.png).\n\n| **нет** |")

        def drawn(name):
            return page.locator(f".veil .{name}").all_inner_texts()

        expect(drawn("bold") == ["дня", "жирное"], f"bold are {drawn('bold')}")
        expect(drawn("link") == ["сайт школы", "текст", "имя", "план"], f"links are {drawn('link')}")
        expect(page.locator(".veil .head").inner_text() == "## Ход **дня**", "the heading says something else")


def steps_can_be_taken_back_after_a_refused_save(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "Первый абзац.\n\nВторой абзац.")
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.locator("[name='field.title']").fill("")
        refused(page)
        page.locator(BODY).focus()
        page.keyboard.press("Control+z")
        expect(text(page) == "Первый абзац.\n\nВторой абзац.", f"there is {text(page)!r}")
        visit.forgive(REFUSED)


def the_line_one_writes_on_is_in_sight(visit):
    with edited(visit):
        page = form(visit, FORM)
        page.set_viewport_size({"width": 1366, "height": 768})
        write(page, "\n\n".join(f"Абзац {number}." for number in range(60)))
        page.keyboard.press("Control+End")
        for _ in range(12):
            page.keyboard.press("Enter")
            page.keyboard.type("Новая строка, которую видно.")
            under = page.evaluate("""() => {
                const line = [...document.querySelectorAll('.veil > div')].findLast((line) => line.textContent.trim());
                return line.getBoundingClientRect().bottom - document.querySelector('#form > .buttons').getBoundingClientRect().top; }""")
            expect(under <= 0, f"the line lies {under} px below the bar of buttons")
        page.keyboard.press("Control+Home")
        page.keyboard.type("Начало. ")
        over = page.evaluate("document.querySelector('.tools').getBoundingClientRect().bottom - document.querySelector('.veil > div').getBoundingClientRect().top")
        expect(over <= 0, f"the first line lies {over} px below the tools")


# --- What is pasted


def paste(page, html, words):
    page.locator(BODY).evaluate(
        """(box, [html, words]) => { box.focus(); const data = new DataTransfer();
           data.setData("text/html", html); data.setData("text/plain", words);
           const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
           if (box.dispatchEvent(event)) document.execCommand("insertText", false, words); }""", [html, words])


def copied(name):
    return (FIXTURES / "office/pasted" / f"{name}.html").read_text(encoding="utf-8")


def what_word_copies_becomes_markdown_and_is_taken_back(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "До.\n\nПосле.", 5)
        with page.expect_response("**/_edit/paste"):
            paste(page, copied("word"), "Цель и прочее")
        until(page, "!document.getElementById('body').readOnly")
        expect(text(page).startswith("До.\n\n## Цель\n\nНаучить педагогов **видеть результат**"), repr(text(page)))
        expect(text(page).endswith("| Разминка | Знакомство<br>команд | сентябрь 2023 |\n\nПосле."), repr(text(page)))
        told = page.locator("[data-told=paste]")
        for words in ("не всё как было", "цвет не перенесён", "вставьте его файлом", "примечание не перенесено"):
            expect(words in told.inner_text(), f"{words} is not in {told.inner_text()}")
        told.get_by_text("Где именно").click()
        expect("«проверить срок»" in told.inner_text(), "the place is not told")
        page.locator(BODY).focus()
        after(page, lambda: page.keyboard.press("Control+z"), "До.\n\nПосле.")
        expect(told.is_visible(), "the report has gone by itself")
        told.get_by_role("button").click()
        expect(page.locator("[data-told]").count() == 0, "the report does not go")


def a_pasted_table_of_the_kind_is_edited_as_one(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=roadmap")
        checked(page, lambda: write(page, ""))
        with page.expect_response("**/_edit/paste"):
            checked(page, lambda: paste(page, copied("excel"), "План"))
        expect(text(page).startswith("## Мероприятия\n\nПлан мероприятий на 2024 год\n\n| Мероприятие |"), repr(text(page)))
        page.locator("[data-table=events] tbody tr").nth(1).wait_for()


def a_section_that_is_empty_makes_way_for_the_one_that_is_pasted(visit):
    with edited(visit):
        page = form(visit, FORM)
        empty = "## Ход\n\n| Этап | Сроки |\n|---|---|\n|  |  |\n"
        write(page, "## Цель\n\n## Задачи\n\nЕсть.\n\n" + empty, 0)
        with page.expect_response("**/_edit/paste"):
            paste(page, "<h1>Цель</h1><p>Научить.</p>" + "<table><tr><td>Этап</td>"
                  "<td>Действия</td><td>Сроки</td></tr><tr><td>Игра</td><td>Идём</td><td>май 2024</td></tr></table>", "Цель")
        until(page, "!document.getElementById('body').readOnly")
        table = "## Ход\n\n| Этап | Действия | Сроки |\n| --- | --- | --- |\n| Игра | Идём | май 2024 |"
        expect(text(page) == "## Цель\n\nНаучить.\n\n" + table + "\n\n## Задачи\n\nЕсть.\n\n", repr(text(page)))
        before = text(page)
        with page.expect_response("**/_edit/paste"):
            select(page, len(before))
            paste(page, "<table><tr><td>Этап</td><td>Действия</td><td>Сроки</td></tr><tr><td>Ещё</td><td>Раз</td>"
                  "<td>май 2024</td></tr></table>", "Этап")
        until(page, "!document.getElementById('body').readOnly")
        expect(text(page).count("## Ход") == 1, repr(text(page)))
        expect("«Ход» в тексте уже есть" in page.locator("[data-told=paste]").inner_text(), "nothing is said")
        page.locator(BODY).focus()
        after(page, lambda: page.keyboard.press("Control+z"), before)


def words_alone_are_pasted_where_that_is_wanted(visit):
    with edited(visit):
        page = form(visit, FORM)
        visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate("""async () => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob(["<p>Было <b>важно</b></p>"], { type: "text/html" }),
            "text/plain": new Blob(["Было важно"], { type: "text/plain" }) })])""")
        write(page, "")
        after(page, lambda: page.keyboard.press("Control+Shift+v"), "Было важно")
        write(page, "")
        with page.expect_response("**/_edit/paste"):
            page.keyboard.press("Control+v")
        until(page, "document.getElementById('body').value === 'Было **важно**'")
        # What has no form is pasted as it ever was; an address over words makes them a link.
        write(page, "")
        after(page, lambda: paste(page, "<meta charset=utf-8><span style='color:#333'>Слова</span>", "Слова"), "Слова")
        write(page, "на сайте", 3, 8)
        after(page, lambda: paste(page, "<a href='https://example.org/'>x</a>", "https://example.org/"),
              "на [сайте](https://example.org/)")
        write(page, "| раз |  |", 8)
        with page.expect_response("**/_edit/paste"):
            paste(page, "<p>а <b>б</b></p><p>в</p>", "а б\nв")
        until(page, "document.getElementById('body').value === '| раз | а б<br>в |'")


# --- Documents


# A chooser that is asked for by somebody's own press, which browsers want of pages, and not shown: one that is shown waits
# for ever, and with it each key of the test.
ASKED = """() => addEventListener("click", function asked(event) {
    if (event.target.type !== "file") return;
    event.preventDefault();
    removeEventListener("click", asked, true);
    if (navigator.userActivation.isActive) event.target.dataset.asked = "";
}, true)"""


def choose(page, act, files):
    """Does what opens a chooser, and chooses files in it."""
    page.evaluate(ASKED)
    act()
    page.locator("input[data-asked]").set_input_files(files)


def a_practice_is_made_of_a_word_file(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=practice")
        page.locator("[name='field.summary']").fill("Сказано самим.")
        button = page.get_by_role("button", name="Загрузить из Word или Excel")
        button.focus()
        choose(page, lambda: page.keyboard.press("Enter"), FIXTURES / "office/practice.docx")
        told = page.locator("[data-told=document]")
        told.wait_for()
        told.locator("summary").click()
        for words in ("Заполнены поля: ", "слова: в файле", "рисунки: в файле 1, перенесено 1", "Картинок взято"):
            expect(words in told.inner_text(), f"{words} is not in {told.inner_text()}")
        expect(page.locator("[name='field.title']").input_value() == "Квест-игра «Лестница оценки»", "no title")
        expect(page.locator("[name='field.summary']").input_value() == "Сказано самим.", "what was typed is gone")
        expect("## Цель\n\nНаучить педагогов **видеть результат**" in text(page), repr(text(page)))
        # A second one asks what is to become of the text.
        before = text(page)
        choose(page, lambda: button.press("Enter"), FIXTURES / "office/practice.docx")
        page.get_by_role("button", name="Отмена").click()
        expect(text(page) == before, "the text has changed")
        choose(page, lambda: button.press("Enter"), FIXTURES / "office/practice.docx")
        page.get_by_role("button", name="Добавить в конец").click()
        until(page, "before => document.getElementById('body').value.length > before * 1.8", len(before))
        page.locator(BODY).focus()
        page.keyboard.press("Control+z")
        expect(text(page) == before, "it is not taken back")
        # Whoever declines a file knows it: a save behind that is held back by nothing.
        choose(page, lambda: button.press("Enter"), FIXTURES / "office/practice.docx")
        page.get_by_role("button", name="Отмена").click()
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/practices/kvest-igra-lestnitsa-otsenki.html")
        saved = site.text("content/practices/kvest-igra-lestnitsa-otsenki.md")
        expect("summary: Сказано самим." in saved and "| Разминка | Знакомство команд |" in saved, saved)
        name = re.search(r"!\[\]\(([^)]+)\)", saved)[1]
        expect((site.folder / "content/practices" / name).is_file(), f"{name} is not there")


def what_was_told_of_a_file_stays_until_it_is_saved_and_is_one_line_then(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=practice")
        choose(page, lambda: page.get_by_role("button", name="Загрузить из Word или Excel").click(), FIXTURES / "office/practice.docx")
        told = page.locator("[data-told=document]")
        told.wait_for()
        lines = told.locator("li").all_text_contents()
        # What is refused leaves it where it stands, and so does a page that is loaded anew.
        page.locator("[name='field.title']").fill("")
        refused(page)
        visit.forgive(REFUSED)
        told.wait_for()
        expect(told.locator("li").all_text_contents() == lines, f"{told.all_inner_texts()}, not {lines}")
        page.goto(page.url)
        told.wait_for()
        expect(told.locator("li").all_text_contents() == lines, "it went with the page")
        page.locator("[name='field.title']").fill("Лестница")
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/practices/lestnitsa.html")
        page = form(visit, "_edit/material/practices/lestnitsa")
        folded = told.locator("summary").first
        expect(folded.inner_text() == "Что было загружено из «practice.docx»", folded.inner_text())
        expect(not told.locator("ul").first.is_visible(), "it is not folded")
        folded.click()
        expect(set(lines) <= set(told.locator("li").all_text_contents()), f"{told.all_inner_texts()}")
        # It stays with further saves, until somebody closes it.
        page.locator("[name='field.title']").fill("Лестница оценки")
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/practices/lestnitsa.html")
        page = form(visit, "_edit/material/practices/lestnitsa")
        told.locator("summary").first.click()
        with page.expect_response("**/_edit/keep"):
            told.get_by_role("button", name="Закрыть").click()
        page = form(visit, "_edit/material/practices/lestnitsa")
        expect(told.count() == 0, told.all_inner_texts())
        expect(not (site.folder / ".album-work/told/practices/lestnitsa.md").exists(), "it is kept")


def a_roadmap_is_made_of_a_workbook(visit):
    """A title above the heads, merged cells, two sections, a total, hidden rows and terms as Excel keeps and people write
    them; by the keyboard alone."""
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=roadmap")
        page.get_by_role("button", name="Загрузить из Word или Excel").focus()
        checked(page, lambda: choose(page, lambda: page.keyboard.press("Enter"), FIXTURES / "office/roadmap.xlsx"))
        told = page.locator("[data-told=document]")
        told.wait_for()
        for words in ("11 строк, 11 сроков", "«Раздел I. Подготовка»", "«Итого»", "«Методический отдел»", "лист «Старое»: скрыт, не перенесён",
                      "скрыта, не перенесена: «Мероприятие 4»", "теперь пуст в строках: «Мероприятие 2»"):
            expect(words in told.inner_text().replace("\u00a0", " "), f"{words} is not in {told.inner_text()}")
        expect("слова: в файле" not in told.inner_text(), "the sums are not folded")
        # The hidden row is wanted: the file is sent again, by the keyboard too.
        box = page.get_by_label("Взять и скрытые строки листа «План» (1)")
        box.focus()
        checked(page, lambda: page.keyboard.press("Space"))
        told.filter(has_text=re.compile("12.строк, 12.сроков")).wait_for()
        expect(page.get_by_label("Взять и скрытые строки листа «План» (1)").is_checked(), "the box is not ticked")
        names = page.locator("[data-table=events] [data-column=name]").all_inner_texts()
        expect([name for name in names if "Мероприятие" in name] == [f"Мероприятие {number}" for number in range(1, 13)], f"{names}")
        page.locator("[name='field.summary']").focus()
        page.keyboard.type("Что сделает округ для оценки качества.")
        page.locator("[name='field.region']").focus()
        checked(page, lambda: page.keyboard.type("Челябинская область"))
        page.locator("[name='field.date']").focus()
        checked(page, lambda: page.keyboard.type("2024/25 учебный год"))
        page.locator("[name=_save]").focus()
        page.keyboard.press("Enter")
        # Its total, its sections and a column of its own are as they are meant: nobody is asked about them.
        page.wait_for_url("**/roadmaps/*.html")
        page = visit.open("calendar.html")
        shown = page.locator("main").text_content()
        missing = [number for number in range(1, 13) if f"Мероприятие {number}" not in shown]
        expect(not missing, f"not in the calendar: {missing}")
        expect("Итого" not in shown and "Раздел II" not in shown, "a section or a total is taken for an event")
        expect(len(list((site.folder / "content/roadmaps").glob("dorozhnaia-karta-razvitiia-vsoko*.md"))) == 1, "where is it?")


def workbook(sheets):
    """An XLSX: by its name for each sheet rows of texts, and what is hidden or merged of it."""
    def cell(column, row, text):
        text = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<c r="{chr(65 + column)}{row}" t="inlineStr"><is><t>{text}</t></is></c>' if text else ""

    def sheet(rows, columns=(), hidden=(), merges=()):
        cols = "".join(f'<col min="{place + 1}" max="{place + 1}" hidden="1"/>' for place in columns)
        lines = "".join(
            f'<row r="{row}"{" hidden=" + chr(34) + "1" + chr(34) if row in hidden else ""}>'
            + "".join(cell(column, row, text) for column, text in enumerate(texts)) + "</row>"
            for row, texts in enumerate(rows, 1))
        merged = "".join(f'<mergeCell ref="{merge}"/>' for merge in merges)
        return (f'<worksheet xmlns="{MAIN}">' + (f"<cols>{cols}</cols>" if cols else "") + f"<sheetData>{lines}</sheetData>"
                + (f"<mergeCells>{merged}</mergeCells>" if merged else "") + "</worksheet>")

    MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
                         'Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>' + "".join(
            f'<sheet name="{name}" sheetId="{number}" r:id="s{number}"/>' for number, name in enumerate(sheets, 1))
            + "</sheets></workbook>")
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="s{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
            for number in range(1, len(sheets) + 1)) + "</Relationships>")
        for number, content in enumerate(sheets.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet(**content))
    return {"name": "План работы.xlsx", "mimeType": "application/octet-stream", "buffer": data.getvalue()}


def plan(rows=3):
    """A plan as an office keeps it: a column for itself, a sheet of costs, one cell for three rows, a term without a year."""
    terms = ["15.10.2024", "май 2025", "до 20 декабря"]
    events = [[str(number), f"Семинар {number}", "Отдел" if number == 1 else "", terms[(number - 1) % 3], "", f"тайна {number}"]
              for number in range(1, rows + 1)]
    return workbook({
        "План": {"rows": [["План работы округа"],
                          ["№ п/п", "Мероприятие", "Ответственный", "Сроки", "Итог", "Служебное (не печатать)"], *events],
                 "columns": [5], "merges": ["A1:F1", "C3:C5"]},
        "Смета": {"rows": [["Статья", "Сумма"], ["Бумага", "1500"]]}})


def load(page, file):
    page.locator(".take-document input[type=file]").set_input_files(file)


def what_a_workbook_hides_stays_out_until_it_is_asked_for(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=roadmap")
        checked(page, lambda: load(page, plan()))
        told = page.locator("[data-told=document]")
        told.wait_for()
        for secret in ("тайна", "Служебное", "Бумага", "Смета"):
            expect(secret not in text(page), f"{secret} came in")
        said = told.inner_text().replace("\u00a0", " ")
        expect("3 строки, 2 срока, 1 без года" in said, said)
        first = told.locator("li").first.inner_text()
        expect("столбец F: скрыт, не перенесён: «Служебное (не печатать)»" in first, first)
        for words in ("теперь пуст в строках: «Семинар 2», «Семинар 3»", "лист «Смета»: не перенесён: взят только лист «План»", "у сроков нет года (1): «до 20 декабря»"):
            expect(words in said, f"{words} is not in {said}")
        for label, word in (("Взять и скрытый столбец F «Служебное (не печатать)»", "тайна 2"), ("Взять и лист «Смета»", "Бумага")):
            checked(page, lambda: page.get_by_label(label).check())
            page.wait_for_function("word => document.getElementById('body').value.includes(word)", arg=word)
            page.locator("[data-told=document] fieldset:not([disabled])").wait_for()
        checked(page, lambda: page.get_by_label("Заполнить объединённые ячейки (1\u00a0блок, 2\u00a0пустые ячейки)").check())
        page.wait_for_function("() => document.getElementById('body').value.split('Отдел').length === 4")
        expect("тайна 2" in text(page) and "Бумага" in text(page), "what was asked for first is gone")
        expect(text(page).count("## Мероприятия") == 1, text(page))
        # What was typed since is asked about.
        page.locator("[data-told=document] fieldset:not([disabled])").wait_for()
        write(page, text(page) + "\nДописано.\n")
        page.get_by_label("Взять и лист «Смета»").uncheck()
        page.get_by_role("dialog").get_by_role("button", name="Отмена").click()
        expect("Дописано." in text(page) and page.get_by_label("Взять и лист «Смета»").is_checked(), "it was not taken back")
        page.get_by_label("Взять и лист «Смета»").uncheck()
        checked(page, lambda: page.get_by_role("button", name="Загрузить заново").click())
        page.wait_for_function("() => !document.getElementById('body').value.includes('Бумага')")
        expect("Дописано." not in text(page) and "тайна 2" in text(page), text(page))


def rows_of_a_workbook_go_into_the_table_that_is_there(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=roadmap")
        page.locator("[name='field.title']").fill("Моё название")
        checked(page, lambda: write(page, "## Мероприятия\n\n| Сроки | Мероприятие | Заметки |\n|---|---|---|\n"
                                          "| май 2024 | Совет | своё |\n|  |  |  |\n\nПосле таблицы.\n"))
        before = text(page)
        checked(page, lambda: load(page, plan()))
        checked(page, lambda: page.get_by_role("button", name="Добавить строки в таблицу «Мероприятия»").click())
        told = page.locator("[data-told=document]")
        told.wait_for()
        said = told.inner_text()
        for words in ("Добавлено в таблицу «Мероприятия» строк: 3", "Название в файле: «План работы округа»; оставлено ваше",
                      "Добавлены столбцы: Ответственный, Итог" if "Итог" in text(page) else "Добавлены столбцы: Ответственный"):
            expect(words in said, f"{words} is not in {said}")
        expect(text(page).count("## Мероприятия") == 1 and "После таблицы." in text(page), text(page))
        names = page.locator("[data-table=events] [data-column=name]").all_inner_texts()
        expect(names == ["Совет", "Семинар 1", "Семинар 2", "Семинар 3"], f"{names}")
        terms = page.locator("[data-table=events] [data-column=term]").all_inner_texts()
        expect(terms[1].startswith("15.10.2024"), f"{terms}")
        # With another choice the rows come once.
        checked(page, lambda: page.get_by_label("Заполнить объединённые ячейки (1\u00a0блок, 2\u00a0пустые ячейки)").check())
        page.wait_for_function("() => document.getElementById('body').value.split('Отдел').length === 4")
        names = page.locator("[data-table=events] [data-column=name]").all_inner_texts()
        expect(names == ["Совет", "Семинар 1", "Семинар 2", "Семинар 3"], f"{names}")
        expect(before.split("\n")[0] == text(page).split("\n")[0], "the text has changed elsewhere")


def sections_and_totals_of_a_workbook_stay_what_they_are(visit):
    """The plan has a column of numbers that the table has not: names of sections and the total stand in it."""
    book = workbook({"План": {"rows": [
        ["№ п/п", "Мероприятие", "Ответственный", "Сроки"], ["1. Подготовка школ", "", "", ""],
        ["1", "Семинар 1", "Отдел", "15.10.2024"], ["2", "Семинар 2", "Отдел", "май 2025"], ["Проверка", "", "", ""],
        ["3", "Семинар 3", "Отдел", "июнь 2025"], ["Итого: 3 мероприятия", "", "", ""],
        ["Примечание: сроки могут измениться", "", "", ""]]}})
    with edited(visit):
        for heads, numbers in (("| Мероприятие | Ответственный | Сроки |", []), ("| № п/п | Мероприятие | Сроки |", ["1", "2", "3"])):
            page = form(visit, "_edit/new?kind=roadmap")
            checked(page, lambda: write(page, f"## Мероприятия\n\n{heads}\n|---|---|---|\n| | Совет | май 2024 |\n"))
            checked(page, lambda: load(page, book))
            checked(page, lambda: page.get_by_role("button", name="Добавить строки в таблицу «Мероприятия»").click())
            told = page.locator("[data-told=document]")
            told.wait_for()
            said = told.inner_text()
            for words in ("Добавлено в таблицу «Мероприятия» строк: 3", "«1. Подготовка школ», «Проверка»", "«Итого: 3 мероприятия»",
                          "«Примечание: сроки могут измениться»"):
                expect(words in said, f"{words} is not in {said}")
            expect("на своём месте" not in said, said)
            expect(("Не добавлены столбцы: «№ п/п»" in said) == (not numbers), said)
            grid = page.locator("[data-table=events]")
            firsts = [row.locator("td").first.inner_text().strip() for row in grid.locator("tbody tr").all()]
            rows = ["1. Подготовка школ", *(numbers[:2] or ["Семинар 1", "Семинар 2"]), "Проверка", *(numbers[2:] or ["Семинар 3"]), "Примечание: сроки могут измениться"]
            expect(firsts[1:] == rows, f"{firsts}")
            until(page, "document.querySelectorAll('[data-table=events] tr[data-role=section]').length === 3")
            # What was left out can be had.
            grid.get_by_role("button", name="Изменить…").click()
            page.get_by_label("Итоги: Итого").select_option("row")
            checked(page, lambda: page.get_by_role("dialog").get_by_role("button", name="Вставить", exact=True).click())
            expect("Итого: 3 мероприятия" in text(page) and text(page).count("Семинар 2") == 1, text(page))


def steps_of_the_text_are_exact_whoever_did_them(visit):
    """Typing, tools, grids, loading and buttons of messages in random order: all back is the beginning, all again the end."""
    with edited(visit):
        page = form(visit, "_edit/new?kind=indicators")
        numbers = random.Random(31)
        book = workbook({"Лист1": {"rows": [["Показатель", "Единица измерения", "Значение"], ["Доля школ", "%", "87,5"]]}})
        beginning = text(page)

        def type_words():
            select(page, numbers.randrange(len(text(page)) + 1))
            page.keyboard.type(numbers.choice(["слово", "а", "#", "Ещё раз"]))

        def cut():
            start = numbers.randrange(len(text(page)) + 1)
            select(page, start, min(len(text(page)), start + numbers.randrange(40)))
            page.keyboard.press("Delete")

        def cell():
            cells = page.locator("[data-table] td")
            if not cells.count():
                return
            cells.nth(numbers.randrange(min(3, cells.count()))).evaluate("cell => cell.focus()")
            page.keyboard.type(numbers.choice(["1", "Доля"]))
            page.keyboard.press(numbers.choice(["Enter", "Tab", "Control+Enter"]))

        def fix():
            page.evaluate("""() => { const box = document.getElementById('body');
                box.setRangeText('План', 0, Math.min(3, box.value.length), 'end');
                box.dispatchEvent(new InputEvent('input', { bubbles: true })); }""")

        def tool():
            select(page, numbers.randrange(len(text(page)) + 1))
            press(page, numbers.choice(["section", "bold", "bullets", "undoText", "redoText"]))

        checked(page, lambda: load(page, book))
        page.locator("[data-told=document]").wait_for()
        expect("Доля школ" in text(page), text(page))
        for _ in range(60):
            numbers.choice([type_words, cut, cell, fix, tool])()
        page.locator(BODY).focus()
        page.wait_for_timeout(500)
        end = text(page)
        undo, redo = ([page.locator(f"[data-tool={name}]") for name in ("undoText", "redoText")])
        states = [end]
        for _ in range(400):
            undo.evaluate("button => button.click()")
            if text(page) == states[-1]:
                break
            states.append(text(page))
        expect(states[-1] == beginning, f"all back is {states[-1]!r}, not {beginning!r}")
        for state in reversed(states[:-1]):
            redo.evaluate("button => button.click()")
            expect(text(page) == state, f"again is {text(page)!r}, not {state!r}")
        expect(text(page) == end, "all again is not the end")


def numbers_of_indicators_are_data(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=indicators")
        book = workbook({"Лист1": {"rows": [
            ["№", "Показатель", "Единица измерения", "Значение"], ["1", "Доля школ с ВСОКО", "%", "87,5"],
            ["2", "Число программ", "шт.", "24"]]}})
        checked(page, lambda: load(page, book))
        page.locator("[data-told=document]").wait_for()
        expect(page.locator("[data-table=values] [data-column=value]").all_inner_texts() == ["87,5", "24"], text(page))
        page.locator("[name='field.title']").fill("Показатели округа")
        page.locator("[name='field.summary']").fill("Числа за год.")
        checked(page, lambda: page.locator("[name='field.date']").fill("2024"))
        page.locator("[name=_save]").click()
        page.wait_for_url("**/indicators/*.html")
        data = page.request.get(page.url.replace("/indicators/", "/data/indicators/").replace(".html", ".csv")).text()
        expect("87,5" in data and "Значение" in data.splitlines()[0], data[:400])


def what_cannot_be_read_is_told_with_what_to_do(visit):
    with edited(visit):
        page = form(visit, "_edit/new?kind=roadmap")
        place = page.locator(".take-document input[type=file]")
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        # It stands beside the button, where one looks, and is read aloud.
        for name, words in (("План.xls", "Книга Excel (.xlsx)"), ("План.doc", "Документ Word (.docx)")):
            place.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": old})
            alert = page.locator(".take-document [role=alert]").filter(has_text=words)
            alert.wait_for()
            box, button = alert.bounding_box(), page.get_by_role("button", name="Загрузить из Word или Excel").bounding_box()
            expect(0 <= box["y"] - button["y"] < 200, f"it is {box['y'] - button['y']} px from the button")
            expect(alert.evaluate("box => box.getBoundingClientRect().bottom <= innerHeight"), "it is out of sight")
        locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        for name, data, words in (
                ("План.docx", locked, "закрыт паролем"), ("План.xlsx", b"PK\3\4xl/workbook.", "повреждён"),
                ("План.pdf", b"%PDF-1.4", "кнопкой «Файл или картинка»"), ("План.xlsx", b"", "не документ Word"),
                ("Фото.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "картинка, а не документ")):
            place.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
            page.locator("[data-told=document]").filter(has_text=words).wait_for()
        visit.forgive(REFUSED)


# --- Pictures and attachments


def picture(name):
    return {"name": name[0], "mimeType": name[1], "buffer": (FIXTURES / "pictures" / name[2]).read_bytes()}


PHONE = ("IMG_20240115_101112.jpg", "image/jpeg", "phone.jpg")
PDF = {"name": "Приказ № 215.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


def files_below(site, folder):
    return {path.name for path in (site.folder / "content" / folder).iterdir()}


def a_photograph_is_described_and_named_by_its_words(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        there = files_below(site, "practices")
        page = form(visit, FORM)
        old = text(page)
        page.locator(BODY).focus()
        page.keyboard.press("Control+End")
        choose(page, lambda: press(page, "chooseFile"), picture(PHONE))
        page.locator("dialog img").wait_for()
        expect(page.locator("dialog img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0, "no sight")
        page.get_by_role("button", name="Вставить").click()
        expect("Напишите, что на картинке" in page.get_by_role("alert").inner_text(), "no words are asked for")
        page.keyboard.press("Escape")
        expect(text(page) == old and files_below(site, "practices") == there, "cancelling has left something")
        # By the keyboard alone.
        page.locator(".tools [tabindex='0']").focus()
        for _ in range(page.locator(".tools [data-tool]").count()):
            if page.evaluate("document.activeElement.dataset.tool") == "chooseFile":
                break
            page.keyboard.press("ArrowRight")
        choose(page, lambda: page.keyboard.press("Enter"), picture(PHONE))
        page.get_by_label("Что на картинке?").wait_for()
        page.keyboard.type("Учителя у доски")
        checked(page, lambda: page.keyboard.press("Enter"))
        mark = "![Учителя у доски](uchitelia-u-doski.jpg)"
        expect(mark in text(page), repr(text(page)))
        expect(files_below(site, "practices") == there, "it lies beside what is published before a save")
        kept = (site.folder / ".album-work/files/practices/uchitelia-u-doski.jpg").read_bytes()
        expect(b"GPS" not in kept and b"\x88\x25" not in kept, "the place is still in the picture")
        expect("убрано место" in page.locator("[data-told=files]").inner_text(), "nothing is said of the place")
        page.locator("[name=_save]").click()
        page.wait_for_url("**/practices/asha-msoko.html")
        expect((site.folder / "content/practices/uchitelia-u-doski.jpg").read_bytes() == kept, "it is not there")
        saved = site.text(MATERIAL)
        expect(saved.startswith(before.rstrip("\n")) and saved[len(before.rstrip("\n")):].strip() == mark,
               f"besides it was changed: {saved[len(before) - 80:]!r}")


def an_order_has_its_scan_and_an_event_its_photograph(visit):
    with edited(visit) as site:
        before = {path: path.read_bytes() for path in (site.folder / "content").rglob("*") if path.is_file()}
        page = form(visit, "_edit/new?kind=document")
        page.locator("[name='field.title']").fill("Приказ о проверке форм")
        page.locator("[name='field.summary']").fill("О том, как проверяют формы.")
        write(page, "")
        choose(page, lambda: press(page, "chooseFile"), PDF)
        checked(page, lambda: page.get_by_role("button", name="Вставить").click())
        page.locator("[name=_draft]").click()
        page.wait_for_url("**/documents/prikaz-o-proverke-form.html")
        expect("[Приказ № 215](prikaz-215.pdf)" in site.text("content/documents/prikaz-o-proverke-form.md"), "no scan")
        page.get_by_role("link", name="Приказ № 215").first.wait_for()

        page = form(visit, "_edit/new?kind=event")
        page.locator("[name='field.title']").fill("Семинар о формах")
        page.locator("[name='field.summary']").fill("Как делают формы.")
        page.locator("[name='field.date']").fill("15.01.2024")
        write(page, "Собрались.\n")
        # Dropped by the mouse.
        data = (FIXTURES / "pictures/phone.jpg").read_bytes()
        page.locator(BODY).evaluate(
            """(box, [bytes, name]) => { const data = new DataTransfer();
               data.items.add(new File([Uint8Array.from(bytes)], name, { type: "image/jpeg" }));
               box.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); }""",
            [list(data), "IMG_20240115_101112.jpg"])
        page.get_by_label("Что на картинке?").fill("Участники семинара")
        checked(page, lambda: page.get_by_role("button", name="Вставить").click())
        page.locator("[name=_save]").click()
        page.wait_for_url("**/events/seminar-o-formakh.html")
        # The page may load again: the program has seen the new files too.
        until(page, """() => { const shown = document.querySelector("main img[alt='Участники семинара']");
            shown?.scrollIntoView();
            return shown && shown.complete && shown.naturalWidth > 0; }""")
        now = {path: path.read_bytes() for path in (site.folder / "content").rglob("*") if path.is_file()}
        new = {path.relative_to(site.folder / "content").as_posix() for path in now.keys() - before.keys()}
        expect(new == {"documents/prikaz-o-proverke-form.md", "documents/prikaz-215.pdf", "events/seminar-o-formakh.md",
                       "events/uchastniki-seminara.jpg"}, f"new are {new}")
        expect(all(now[path] == before[path] for path in before), "another file was changed")
        expect(b"GPS" not in now[site.folder / "content/events/uchastniki-seminara.jpg"], "the place is in the picture")


def a_long_text_is_edited_without_a_wait(visit):
    with edited(visit):
        page = form(visit, FORM)
        words = "\n\n".join(f"Абзац {number} **важный** и [[ссылка|на что-то]] со словами." for number in range(3000))
        page.locator(BODY).evaluate("(box, text) => { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles: true })); }", words)
        select(page, 60_000)
        took = page.evaluate("() => { const start = performance.now(); document.querySelector('[data-tool=bullets]').click(); "
                             "document.getElementById('body').offsetHeight; return performance.now() - start; }")
        expect(took < 1500, f"a list takes {took} ms")
        expect("\n- Абзац" in text(page), "there is no list")


def several_files_are_put_in_at_once_and_refusals_say_what_to_do(visit):
    with edited(visit) as site:
        page = form(visit, "_edit/new?kind=document")
        write(page, "")
        page.locator("[name='field.title']").fill("Приказ о мониторинге")
        chooser = page.locator(".text input[type=file]")
        chooser.set_input_files([
            PDF, picture(PHONE), {"name": "а.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}])
        dialog = page.locator("dialog")
        expect("Приказ № 215.pdf, 1 КБ" in dialog.inner_text(), dialog.inner_text())
        dialog.get_by_label("Картинка — украшение").check()
        dialog.get_by_label("Как назвать ссылку на файл?").first.fill("Приказ № 215 [скан]")
        checked(page, lambda: dialog.get_by_role("button", name="Вставить").click())
        until(page, "document.getElementById('body').value !== ''")
        expect(text(page) == "[Приказ № 215 \\[скан\\]](prikaz-215.pdf)\n\n![](prikaz-o-monitoringe.jpg)\n", repr(text(page)))
        told = page.locator("[data-told=files]").inner_text()
        expect("Не принято файлов: 1" in told and "сохраните как PDF" in told, told)
        waiting = {path.name for path in (site.folder / ".album-work/files/documents").iterdir()}
        expect({"prikaz-215.pdf", "prikaz-o-monitoringe.jpg"} <= waiting, "the files are not there")
        visit.forgive(REFUSED)
        # A document may be one to attach, or one to be taken in.
        chooser.set_input_files(FIXTURES / "office/practice.docx")
        page.get_by_role("button", name="Взять из файла текст").click()
        page.get_by_role("button", name="Добавить в конец").click()
        page.locator("[data-told=document]").wait_for()
        expect("Научить педагогов" in text(page) and "practice.docx" not in text(page), repr(text(page)))
        # A picture that browsers do not show.
        write(page, "")
        chooser.set_input_files(picture(("Снимок.HEIC", "image/heic", "phone.heic")))
        page.locator("dialog").get_by_text("этот вид картинок не показывает").wait_for()
        page.get_by_label("Что на картинке?").fill("Зал")
        page.get_by_role("button", name="Вставить").click()
        page.locator("[data-told=files]").filter(has_text="HEIC").wait_for()
        if any(map(shutil.which, ("magick", "convert", "vips"))):
            expect(text(page) == "![Зал](zal.jpg)\n", repr(text(page)))
        else:
            print("neither ImageMagick nor libvips is there: a HEIC is only seen to be refused")
            expect(text(page) == "", repr(text(page)))
        visit.forgive(REFUSED)


def dialogs_are_usable_for_everybody(visit):
    with edited(visit):
        page = form(visit, FORM)
        opened = [
            lambda: press(page, "link"), lambda: press(page, "table"),
            lambda: page.locator(".text input[type=file]").set_input_files([PDF, picture(PHONE)])]
        write(page, "")
        with page.expect_response("**/_edit/paste"):
            paste(page, copied("word"), "Цель")
        page.locator("[data-told=paste] summary").click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for open_it in [lambda: None, *opened]:
                open_it()
                page.wait_for_timeout(300)
                page.evaluate(AXE)
                found = list(offences(page))
                expect(not found, f"{scheme}: {found}")
                page.keyboard.press("Escape")
        page.set_viewport_size({"width": 360, "height": 700})
        press(page, "link")
        expect(page.evaluate("document.documentElement.scrollWidth") <= 360, "it scrolls sideways on a phone")


def the_text_works_in_firefox(visit):
    with edited(visit) as site, Firefox() as fox:
        fox.open(site.url(FORM))
        fox.wait_for("document.querySelector('.tools:not([hidden])') !== null")
        box = "document.getElementById('body')"
        fox.run(f"(() => {{ {box}.focus(); {box}.select(); document.execCommand('insertText', false, 'раз\\nдва'); {box}.select(); "
                "document.querySelector('[data-tool=bullets]').click(); })()")
        fox.wait_for(f"{box}.value === '- раз\\n- два'")
        # What the page does by itself takes nothing from what can be undone.
        fox.wait_for("document.querySelector('.shown:not([hidden])') !== null")
        for _ in range(2):
            fox.run("document.querySelector('.fold').click()")
            fox.run("document.body.offsetHeight")
        fox.run("document.querySelector('[data-tool=undoText]').click()")
        fox.wait_for(f"{box}.value === 'раз\\nдва'")
        for width in (390, 768, 1280):
            fox.open(site.url(FORM), width)
            fox.wait_for("document.querySelector('.veil > div') !== null")
            fox.run(f"(() => {{ {box}.focus(); {box}.select(); document.execCommand('insertText', false, {json.dumps(LONG)}); }})()")
            unequal = fox.run(f"({UNEQUAL})()")
            expect(unequal <= 1, f"at {width} text and veil differ by {unequal} px")
        fox.run(f"(() => {{ {box}.select(); const data = new DataTransfer(); data.setData('text/html', '<p>Было <b>важно</b></p>'); "
                "data.setData('text/plain', 'Было важно'); const event = new Event('paste', { bubbles: true, cancelable: true }); "
                f"Object.defineProperty(event, 'clipboardData', {{ value: data }}); {box}.dispatchEvent(event); }})()")
        fox.wait_for(f"{box}.value === 'Было **важно**'")
        visit.faults += fox.faults


OVER_HTTP = [
    tools_change_all_that_is_selected_and_take_it_back, bold_and_italic_are_put_on_and_off,
    what_is_typed_between_two_presses_of_bold_stays, enter_begins_a_paragraph,
    what_is_typed_behind_a_table_is_no_part_of_it, a_picture_without_words_is_described_in_its_place, a_heading_is_made_of_what_was_to_be_one,
    a_message_leads_to_its_words_and_takes_no_heading,
    a_list_goes_on_with_enter_and_ends_with_an_empty_item, a_link_is_asked_for_in_words,
    a_table_of_the_kind_comes_with_its_heads, the_toolbar_is_one_stop_of_the_keyboard,
    the_veil_breaks_its_lines_where_the_text_does, what_is_written_looks_like_what_it_is,
    steps_can_be_taken_back_after_a_refused_save, the_line_one_writes_on_is_in_sight,
    what_word_copies_becomes_markdown_and_is_taken_back, a_pasted_table_of_the_kind_is_edited_as_one,
    a_section_that_is_empty_makes_way_for_the_one_that_is_pasted, words_alone_are_pasted_where_that_is_wanted,
    a_practice_is_made_of_a_word_file, what_was_told_of_a_file_stays_until_it_is_saved_and_is_one_line_then, a_roadmap_is_made_of_a_workbook,
    what_a_workbook_hides_stays_out_until_it_is_asked_for, rows_of_a_workbook_go_into_the_table_that_is_there,
    sections_and_totals_of_a_workbook_stay_what_they_are, steps_of_the_text_are_exact_whoever_did_them,
    numbers_of_indicators_are_data, what_cannot_be_read_is_told_with_what_to_do, a_photograph_is_described_and_named_by_its_words,
    an_order_has_its_scan_and_an_event_its_photograph, a_long_text_is_edited_without_a_wait,
    several_files_are_put_in_at_once_and_refusals_say_what_to_do, dialogs_are_usable_for_everybody,
    the_text_works_in_firefox,
]
