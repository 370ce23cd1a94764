"""A reader works with records: narrows roadmaps down, fills in a score sheet, looks at the region by a measure."""

from harness import expect

ROADMAP = "roadmaps/project-500-events-2022.html"
TABLE = "#events tbody tr"
TIMELINE = "#events .timeline li"


def shown(page, selector):
    return page.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length", selector)


def choose_second(page, name):
    """The first choice that is not «all»; what it is called and how many rows it promises."""
    option = page.locator(f"select[name='{name}'] option").nth(1)
    label = option.inner_text()
    page.select_option(f"select[name='{name}']", index=1)
    return label, int(label.rsplit("(", 1)[1].rstrip(")"))


# --- Roadmaps


def a_roadmap_is_narrowed_down_with_its_timeline(visit):
    page = visit.open(ROADMAP)
    everything = shown(page, TABLE)
    expect(shown(page, TIMELINE) == everything, "the timeline has other rows than the table")
    label, count = choose_second(page, "participants")
    expect(0 < count < everything, f"«{label}» tells no rows apart")
    expect(shown(page, TABLE) == count, f"«{label}» shows {shown(page, TABLE)} rows")
    expect(shown(page, TIMELINE) == count, f"«{label}» shows {shown(page, TIMELINE)} bars")
    said = page.locator(".filter [role=status]").inner_text()
    expect(str(count) in said and str(everything) in said, f"the live region says «{said}»")


def the_address_of_a_narrowed_roadmap_can_be_sent(visit):
    page = visit.open(ROADMAP)
    _, count = choose_second(page, "executors")
    address = page.url
    expect("executors=" in address, f"the address does not say what is chosen: {address}")
    page.goto("about:blank")
    page.goto(address)
    expect(shown(page, TABLE) == count, f"the sent address shows {shown(page, TABLE)} rows, not {count}")
    page.click(".filter button")
    page.wait_for_function("!location.search")
    expect(shown(page, TABLE) > count, "not all rows are back")
    expect(page.evaluate("document.activeElement.tagName") == "SELECT", "the focus is lost with the button")


def an_address_with_an_unknown_choice_shows_everything(visit):
    page = visit.open(ROADMAP + "?executors=nobody&period=x")
    expect(shown(page, TABLE) == page.locator(TABLE).count(), "rows are missing")


def the_keyboard_alone_narrows_down(visit):
    page = visit.open(ROADMAP)
    page.focus("select[name='participants']")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("location.search.includes('participants=')")
    expect(shown(page, TABLE) < page.locator(TABLE).count(), "the arrow chose nothing")


def a_link_to_a_row_shows_it_whatever_is_chosen(visit):
    page = visit.open(ROADMAP)
    choose_second(page, "participants")
    hidden = page.evaluate(f"document.querySelector('{TABLE}[hidden]').id")
    page.evaluate("id => { location.hash = id }", hidden)
    page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=hidden)


def paper_says_what_is_chosen(visit):
    page = visit.open(ROADMAP)
    page.emulate_media(media="print")
    expect(shown(page, ".filter") == 0, "a filter without a choice is printed")
    page.emulate_media(media="screen")
    label, count = choose_second(page, "participants")
    page.emulate_media(media="print")
    chosen = page.locator(".filter-chosen").inner_text()
    expect(label.rsplit(" (", 1)[0] in chosen, f"paper says «{chosen}»")
    expect(shown(page, "select, .filter button") == 0, "fields are printed")
    expect(shown(page, TABLE) == count, "other rows are printed than shown")


def without_scripts_a_roadmap_is_complete(visit):
    page = visit.open(ROADMAP)
    expect(page.locator(".filter").is_hidden(), "fields that do nothing are shown")
    rows = page.locator(TABLE)
    expect(rows.count() > 0 and all(row.is_visible() for row in rows.all()), "rows are missing")
    expect(page.locator(TIMELINE).count() == rows.count(), "the timeline is not complete")


# --- Calendar


def my_municipality_is_remembered(visit):
    page = visit.open("calendar.html")
    everything = shown(page, ".row")
    page.select_option("select[name='municipalities']", "asha-mr")
    mine = shown(page, ".row")
    expect(0 < mine < everything, f"{mine} of {everything} rows are left")
    expect("municipalities=asha-mr" in page.url, f"the address does not say it: {page.url}")
    visit.open("index.html")
    visit.open("calendar.html")
    expect(shown(page, ".row") == mine, "the next visit has forgotten the choice")
    visit.open("calendar.html?municipalities=kamensk-uralsky-go")
    expect(page.input_value("select[name='municipalities']") == "kamensk-uralsky-go", "the address does not go first")
    page.click(".filter button")
    visit.open("calendar.html")
    expect(shown(page, ".row") == everything, "the choice cannot be undone")


def months_without_rows_leave_the_calendar(visit):
    page = visit.open("calendar.html?period=2023-05")
    expect(shown(page, ".row") > 0, "May 2023 is empty")
    for group in page.locator("[data-group]").all():
        if group.is_visible():
            expect(group.locator(".row:visible").count() > 0, "a heading stands without rows")
    links = page.locator(".contents a:visible")
    for link in links.all():
        expect(page.locator(link.get_attribute("href").replace("#", "[id='") + "']").is_visible(),
               "the contents lead to what is hidden")


def without_scripts_the_calendar_is_complete(visit):
    page = visit.open("calendar.html")
    expect(page.locator(".filter").is_hidden(), "fields that do nothing are shown")
    expect(all(row.is_visible() for row in page.locator(".row").all()), "rows are missing")


EVERYWHERE = [
    a_roadmap_is_narrowed_down_with_its_timeline, the_address_of_a_narrowed_roadmap_can_be_sent,
    an_address_with_an_unknown_choice_shows_everything, a_link_to_a_row_shows_it_whatever_is_chosen,
    my_municipality_is_remembered, months_without_rows_leave_the_calendar,
]
OVER_HTTP = [the_keyboard_alone_narrows_down, paper_says_what_is_chosen]
WITHOUT_SCRIPTS = [without_scripts_a_roadmap_is_complete, without_scripts_the_calendar_is_complete]
