"""The text of an editing page: its tools, what is pasted, documents that are taken in, pictures and attachments."""

from accessibility_tests import AXE, offences
from editing_tests import FORM, MATERIAL, checked, edited, form
from firefox import Firefox
from harness import expect, until

BODY = "#body"


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
        expect("В таблице разделов и списков нет" in page.locator(".state").inner_text(), "nothing is said")


def a_list_goes_on_with_enter_and_ends_with_an_empty_item(visit):
    with edited(visit):
        page = form(visit, FORM)
        write(page, "1. раз")
        page.keyboard.press("Enter")
        page.keyboard.type("два")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("Дальше.")
        expect(text(page) == "1. раз\n2. два\nДальше.", repr(text(page)))


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
        page.get_by_label("Столбцов").fill("2")
        page.get_by_label("Строк").fill("1")
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


OVER_HTTP = [
    tools_change_all_that_is_selected_and_take_it_back, bold_and_italic_are_put_on_and_off,
    a_list_goes_on_with_enter_and_ends_with_an_empty_item, a_link_is_asked_for_in_words,
    a_table_of_the_kind_comes_with_its_heads, the_toolbar_is_one_stop_of_the_keyboard,
]
