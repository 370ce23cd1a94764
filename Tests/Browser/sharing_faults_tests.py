"""What the sharing page says of what is missing or doubtful: where it stands, as long as it is so, and not longer."""

import re

from harness import expect
from preview_tests import ROOT
from sharing import FAULTS, FORM, PATH, PEOPLE, PLAN, copy, filled, handed, opened

# Each fault that is told beside a field or in the list, with the field that it is about.
TOLD = """() => [Array.from(document.querySelectorAll(".share-fault"), line => line.closest("[id]").id),
    Array.from(document.querySelectorAll(".share-faults li a"), link => link.getAttribute("href").slice(1)),
    Array.from(document.querySelectorAll("[aria-invalid=true]"), input => input.id)]"""


def settle(page):
    page.wait_for_timeout(600)
    return page.evaluate(TOLD)


def a_fault_goes_when_its_field_is_filled_and_the_focus_stays(visit):
    for path in (FORM, PLAN):
        page = opened(visit, path)
        page.get_by_role("button", name="Готово").click()
        page.locator(FAULTS).wait_for()
        beside, listed, invalid = settle(page)
        expect(len(listed) >= 3 and sorted(beside) == sorted("told-" + one for one in listed) and sorted(invalid) == sorted(listed),
               f"{path}: told are {beside}, {listed}, {invalid}")
        left = list(listed)
        for name in listed:
            field = page.locator("#" + name)
            field.focus()
            page.keyboard.type("Слово")
            left.remove(name)
            beside, now, invalid = settle(page)
            expect(now == left and sorted(beside) == sorted("told-" + one for one in left) and sorted(invalid) == sorted(left),
                   f"{path}: after {name} told are {beside}, {now}, {invalid}")
            expect(page.evaluate("document.activeElement.id") == name, f"{path}: {name} lost the focus")
        expect(page.locator(FAULTS).is_hidden(), f"{path}: the box is left")
        expect("Готово" in page.locator(".share-state").inner_text(), "nobody says that nothing is missing")
        # And comes back with what made it.
        page.locator("#" + listed[0]).fill("")
        expect(settle(page)[1] == listed[:1], "what is missing again is not told")
        visit.page.evaluate("localStorage.clear()")


def faults_of_cells_and_pictures_follow_too(visit):
    page = opened(visit, PLAN)
    page.locator("#field-title").fill("План")
    page.locator("#field-summary").fill("Что будет.")
    page.locator("[name='events/0/result']").fill("итог")
    page.get_by_role("button", name="Готово").click()
    expect(page.evaluate(TOLD)[1] == ["cell-events-0-name"], f"told are {page.evaluate(TOLD)}")
    expect(page.locator("#told-cell-events-0-name").inner_text() == "Заполните это поле.", "nothing beside the cell")
    page.locator("[name='events/0/name']").fill("Семинар")
    expect(settle(page) == [[], [], []], "the fault of a cell is left")


def a_day_that_does_not_exist_keeps_the_file_back(visit):
    page = filled(visit)
    for day in ("32.13.2024", "31 февраля 2024", "2024-02-30"):
        page.locator("#field-date").fill(day)
        page.get_by_role("button", name="Готово").click()
        lines = page.locator(f"{FAULTS} li").all_inner_texts()
        expect(lines == [f"Дата: такого дня нет: {day}."], f"told are {lines}")
    page.locator("#field-date").fill("через неделю")
    page.locator("#told-field-date .share-warning").wait_for()
    page.locator("#field-date").fill("15.10.2024")
    handed(page)
    page = opened(visit, PLAN)
    help = page.locator("[name='events/0/term']").evaluate("cell => document.getElementById(cell.getAttribute('aria-describedby').split(' ')[0]).textContent")
    expect("15.10.2024" in help, f"the terms have no help: {help}")
    page.locator("[name='events/0/term']").fill("через неделю")
    page.locator("#told-cell-events-0-term .share-warning").wait_for()
    page.locator("[name='events/0/term']").fill("31 февраля 2024")
    page.get_by_role("button", name="Готово").click()
    lines = page.locator(f"{FAULTS} li").all_inner_texts()
    expect("Мероприятия, строка 1, Сроки: такого дня нет: 31 февраля 2024." in lines, f"told are {lines}")


def handbook_terms():
    """The forms of terms that the pages for editors and the forms' own help name."""
    page = (ROOT / "content/pages/editors-fields.md").read_text(encoding="utf-8").split("## Даты и сроки")[1].split("\n\n")[1]
    return re.findall(r"`([^`]+)`", page)


def a_term_that_is_not_understood_is_told_and_holds_nothing_up(visit):
    """«Дата: вчера» passed, and «2023 вчера» said nothing."""
    page = filled(visit)
    told = page.locator("#told-field-date .share-warning")

    def warnings(text):
        page.locator("#field-date").fill(text)
        page.wait_for_timeout(450)
        return told.all_inner_texts()

    for text in ("вчера", "2023 вчера", "через неделю", "школа 2023"):
        found = warnings(text)
        expect(len(found) == 1 and found[0].startswith(f"Срок не понят: останется текстом «{text}»."), f"{text}: {found}")
    terms = handbook_terms()
    expect(len(terms) >= 8, f"the handbook names {terms}")
    for text in [*terms, "15.10.2024", "15 октября 2024", "октябрь 2024", "IV квартал 2024", "2024/25 учебный год", "весной 2024", "сен.24", "с 1 по 3 марта 2024", "ежемесячно"]:
        found = warnings(text)
        # That of the build: the year is missing.
        wanted = ["Не видно года."] if text == "I квартал (февраль-март)" else []
        expect([one[:14] for one in found] == wanted, f"{text}: {found}")
    expect(warnings("май")[0].startswith("Не видно года"), "a month without its year passes")
    warnings("вчера")
    handed(page)
    expect(told.count() == 1, "the warning goes with the file")


# --- Names


FOUND = """query => { const search = document.querySelector("#field-municipalities [data-search]"); search.value = query;
    search.dispatchEvent(new Event("input", {bubbles: true}));
    return Array.from(document.querySelectorAll("#field-municipalities .share-options label:not([hidden]) [data-title]"),
        one => one.textContent.replaceAll("\\u00ad", "")); }"""


def a_municipality_is_found_by_every_name_that_it_has(visit):
    page = opened(visit)
    wanted = {
        "г. Челябинск": "Челябинский ГО", "город Челябинск": "Челябинский ГО", "Челябинский городской округ": "Челябинский ГО",
        "челябинского городского округа": "Челябинский ГО", "Сатка": "Саткинский МР", "Аша": "Ашинский МР", "ашинск": "Ашинский МР",
        "Саткинского района": "Саткинский МР", "Миасс": "Миасский ГО", "Озёрск": "Озерский ГО", "озерск": "Озерский ГО",
    }
    for query, name in wanted.items():
        found = page.evaluate(FOUND, query)
        expect(found == [name], f"«{query}» finds {found}")
    # Every name of every one finds it.
    missed = page.evaluate("""find => { const ask = eval(find), missed = [];
        for (const input of document.querySelectorAll("#field-municipalities .share-options input")) {
            const title = input.parentElement.querySelector("[data-title]").textContent.replaceAll("\\u00ad", "");
            for (const name of [title].concat(input.dataset.names.split("|"))) if (!ask(name).includes(title)) missed.push(name);
        }
        return missed; }""".replace("eval(find)", FOUND).replace("find =>", "() =>"))
    expect(not missed, f"not found by their names: {missed}")


def who_is_not_in_the_list_is_written(visit):
    page = filled(visit)
    expect(page.evaluate(FOUND, "Энск") == [], "something is found")
    told = page.locator("#field-municipalities .share-chosen").inner_text()
    expect("Ничего не нашлось" in told and "Саткинский МР" in told, f"said is {told}")
    expect(page.locator("#field-municipalities .share-options").is_hidden(), "an empty box is left")
    page.locator("#field-municipalities [data-own]").click()
    expect(page.locator("#own-municipalities").input_value() == "Энск", "it has to be typed again")
    expect("Энск" in page.locator("#field-municipalities .share-chosen").inner_text(), "it is not told as chosen")
    page.locator(".share-more summary").click()
    page.locator("#field-place [data-own]").click()
    page.locator("#own-place").fill("МБОУ «СОШ № 1 г. Энска»")
    expect(page.locator("#field-place input:checked").count() == 0, "two places are chosen")
    page.wait_for_timeout(600)
    page.reload()
    expect(page.locator("#own-place").input_value() == "МБОУ «СОШ № 1 г. Энска»", "it is gone after a reload")
    name, content = handed(page)
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0 and "Энск" in run.stderr and "СОШ № 1" in run.stderr, f"nobody is told: {run.stderr}")
        text = site.text(PATH)
        expect("municipalities: [Саткинский МР, Энск]" in text and 'place: "МБОУ «СОШ № 1 г. Энска»"' in text, text)


def who_sends_it_is_told_to_the_editor_and_not_to_the_site(visit):
    page = filled(visit)
    page.locator("#share-contact").fill("Мария Ивановна, школа № 5, masha@mail.ru, +7 912 345-67-89")
    page.wait_for_timeout(600)
    expect(page.locator(PEOPLE).is_hidden(), "one's own number is warned of")
    name, content = handed(page)
    with copy() as site:
        run = site.receive(name, content)
        expect(run.returncode == 0 and "+7 912 345-67-89" in run.stderr, run.stderr)
        expect("masha" not in site.text(PATH), "it stands in the material")
        built = site.run("build", "--drafts", "--output", str(site.folder / "out"))
        expect(built.returncode == 0, built.stderr)
        there = [path for path in (site.folder / "out").rglob("*") if path.is_file() and b"masha@" in path.read_bytes()]
        expect(not there, f"it is published: {there}")


def what_is_touched_is_large_enough_to_be_hit(visit):
    page = opened(visit)
    page.set_viewport_size({"width": 390, "height": 844})
    session = visit.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedMedia", {"features": [{"name": "pointer", "value": "coarse"}]})
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    small = page.evaluate("""() => Array.from(document.querySelectorAll(".share-options label, .share button, .share [type=submit]"))
        .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 44)
        .map(one => one.textContent.trim() + " " + one.getBoundingClientRect().height)""")
    expect(not small, f"too small: {small}")
    inner = page.evaluate("""() => { const box = document.querySelector("#field-directions .share-options");
        return box.scrollHeight - box.clientHeight; }""")
    expect(inner <= 0, f"nine directions scroll by {inner}")


def a_practice_comes_first(visit):
    page = visit.open("share/index.html")
    first = page.locator(".share-forms a").first.inner_text()
    expect(first == "Поделиться практикой", f"first is {first}")


EVERYWHERE = [a_fault_goes_when_its_field_is_filled_and_the_focus_stays, a_municipality_is_found_by_every_name_that_it_has]
OVER_HTTP = [
    a_term_that_is_not_understood_is_told_and_holds_nothing_up,
    faults_of_cells_and_pictures_follow_too, a_day_that_does_not_exist_keeps_the_file_back, who_is_not_in_the_list_is_written,
    who_sends_it_is_told_to_the_editor_and_not_to_the_site, what_is_touched_is_large_enough_to_be_hit, a_practice_comes_first,
]
