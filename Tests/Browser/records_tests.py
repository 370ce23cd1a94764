"""A reader works with records: narrows roadmaps down, looks at the region by a measure."""

import pathlib
import re

from harness import OVERFLOW, expect

ROADMAP = "roadmaps/mmpg-3-stages-2023.html"
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


def the_years_above_a_timeline_do_not_overlap(visit):
    for width in (320, 390, 768, 1280):
        visit.page.set_viewport_size({"width": width, "height": 900})
        for address in (ROADMAP, "roadmaps/rma-roadmap-2023-2024.html"):
            page = visit.open(address)
            places = page.eval_on_selector_all(".timeline-axis text", """texts => texts.filter(t => t.checkVisibility())
                .map(t => t.getBoundingClientRect()).map(r => [r.left, r.right])""")
            expect(len(places) > 1, f"{address} has no axis at {width}")
            close = [place for place, after in zip(places, places[1:]) if after[0] - place[1] < 4]
            expect(not close, f"{address} at {width}: labels meet at {close}")


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
    _, count = choose_second(page, "participants")
    address = page.url
    expect("participants=" in address, f"the address does not say what is chosen: {address}")
    page.goto("about:blank")
    page.goto(address)
    expect(shown(page, TABLE) == count, f"the sent address shows {shown(page, TABLE)} rows, not {count}")
    page.click(".filter-result button")
    page.wait_for_function("!location.search")
    expect(shown(page, TABLE) > count, "not all rows are back")
    expect(page.evaluate("document.activeElement.tagName") == "SELECT", "the focus is lost with the button")


def an_address_with_an_unknown_choice_shows_everything(visit):
    page = visit.open(ROADMAP + "?participants=nobody&period=x")
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


def no_column_is_cut_on_paper(visit):
    """A4 upright has 650 px between its margins."""
    visit.page.set_viewport_size({"width": 650, "height": 950})
    visit.page.emulate_media(media="print")
    offenders = []
    for path in [path for path in visit.site.pages if path.startswith(("roadmaps/", "assessments/", "indicators/"))]:
        page = visit.open(path)
        overflow = page.evaluate(OVERFLOW)
        if overflow:
            offenders.append(f"{path}: {overflow}")
    expect(not offenders, "\n".join(["cut on paper"] + offenders))


def short_values_of_a_record_share_a_line(visit):
    page = visit.open("indicators/municipal-crosswalk.html")
    page.set_viewport_size({"width": 390, "height": 844})
    lines = page.eval_on_selector_all(".record tbody tr", """all => all.slice(0, 3).map(row => new Set([...row.cells].filter(one =>
        one.offsetHeight && !one.hasAttribute('data-key') && one.textContent.trim() && !one.querySelector('a')).map(one => Math.round(one.getBoundingClientRect().top))).size)""")
    expect(set(lines) == {1}, f"short values stand in {lines} lines")
    page = visit.open("model-decisions/management-decisions-500.html")
    for width in (640, 768):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(".record thead th:visible").count() == 4, f"at {width} px it is no table")
        heights = page.eval_on_selector_all(".record .missing", """all => all.map(one => {
            const range = document.createRange(); range.selectNodeContents(one);
            return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size; })""")
        expect(heights and max(heights) < 3, f"at {width} px a remark of what is missing has {max(heights)} lines")


def a_wide_table_has_the_whole_page(visit):
    page = visit.open("roadmaps/rma-roadmap-2023-2024.html")
    page.set_viewport_size({"width": 1366, "height": 900})
    wide = page.evaluate("['.record table', '.page-head'].map(one => Math.round(document.querySelector(one).getBoundingClientRect().width))")
    expect(wide[0] == wide[1], f"the table has {wide[0]} of {wide[1]} px")


def on_a_phone_the_coverage_says_what_is_own(visit):
    page = visit.open("coverage.html")
    page.set_viewport_size({"width": 390, "height": 844})
    said = page.locator(".matrix-narrow").inner_text()
    expect(page.locator(".matrix-wide").is_hidden() and "рамк" not in said and "Точка" not in said, f"the legend speaks of another table: «{said}»")
    framed = page.eval_on_selector_all(".matrix tbody td", "all => all.filter(one => one.checkVisibility() && one.classList.contains('bare')).length")
    expect(framed == 0, f"{framed} numbers of directions stand where there is nothing")
    widths = page.eval_on_selector_all(".matrix tbody .part", "all => all.map(one => getComputedStyle(one).borderLeftWidth)")
    expect(set(widths) == {"0px"}, "taking part is a number in a frame behind a number in a square")


def without_scripts_a_roadmap_is_complete(visit):
    page = visit.open(ROADMAP)
    expect(page.locator(".filter").is_hidden(), "fields that do nothing are shown")
    rows = page.locator(TABLE)
    expect(rows.count() > 0 and all(row.is_visible() for row in rows.all()), "rows are missing")
    expect(page.locator(TIMELINE).count() == rows.count(), "the timeline is not complete")


def a_sum_of_the_coverage_says_what_it_counts(visit):
    page = visit.open("coverage.html")
    heads = page.locator(".matrix thead th.sum").all_text_contents()
    expect(len(heads) == 3 and all(head.strip() for head in heads), f"heads of sums: {heads}")
    labels = page.locator(".matrix td.sum").evaluate_all("cells => cells.map(cell => cell.dataset.label || '')")
    expect(set(labels) == {head.strip() for head in heads}, f"labels on a phone: {sorted(set(labels))}")


# --- Calendar


def the_calendar_begins_at_the_day_of_the_edition(visit):
    page = visit.open("calendar.html")
    heads = page.locator("#calendar .main-column h2:visible").all_inner_texts()
    expect(heads[0] == "На 1 декабря 2023 г. и позже", f"it begins with {heads}")
    over = page.locator("#now .row[data-to]").evaluate_all("rows => rows.filter(row => row.dataset.to < '2023-12-01').map(row => row.innerText)")
    expect(not over, f"what is over stands under what is ahead: {over[:2]}")
    folded = page.locator("details.past")
    expect(folded.count() > 2 and not any(one.get_attribute("open") is not None for one in folded.all()), "years that are over are unfolded")
    expect(page.locator("details.past summary").first.inner_text().split()[-1].startswith("мероприят"), "a folded year does not say how much is in it")
    # A roadmap is named once for its rows.
    for run in page.locator(".run").all():
        expect(run.locator(".run-roadmap a").count() == 1 and not run.locator(".row-roadmap").count(), "a roadmap is named twice")
    # An address leads into a folded year.
    visit.open("index.html")
    page = visit.open("calendar.html#y2022")
    expect(page.locator("#y2022 .row").first.is_visible(), "the year stays folded")


def events_of(text):
    """The events of a calendar by their names, with whole lines and usual spaces."""
    lines = text.replace("\r\n ", "").replace("\u00a0", " ").split("\r\n")
    found = {}
    for event in "\n".join(lines).split("BEGIN:VEVENT\n")[1:]:
        own = event.split("END:VEVENT")[0]
        found[re.search("UID:(.*)", own).group(1)] = own
    return found


def the_file_of_the_calendar_holds_what_is_shown(visit):
    """«Мероприятия со сроком короче года» gave all six where twelve rows of other years were chosen."""
    page = visit.open("calendar.html")
    whole = events_of((visit.site.folder / "data/calendar.ics").read_bytes().decode())
    link = page.locator(".downloads a[href$='calendar.ics']")
    expect(f"({len(whole)})" in link.inner_text(), f"the link says {link.inner_text()}, there are {len(whole)}")
    page.locator("form.filter select[name=municipalities]").select_option("asha-mr")
    days = page.locator("#calendar .row[data-from]:not([hidden])").count()
    expect(0 < days < len(whole) and f"({days})" in link.inner_text(), f"the link says {link.inner_text()}, {days} are shown")
    for _ in range(2):
        with page.expect_download() as download:
            link.click()
        text = pathlib.Path(download.value.path()).read_bytes().decode()
        own = events_of(text)
        expect(len(own) == days and all(whole.get(name) == event for name, event in own.items()), f"the events are others: {own}")
        expect(all(len(line.encode()) <= 75 for line in text.split("\r\n")) and text.endswith("END:VCALENDAR\r\n"), "the lines are long")
    page.locator(".filter-result button").click()
    with page.expect_download() as download:
        link.click()
    expect(len(events_of(pathlib.Path(download.value.path()).read_bytes().decode())) == len(whole), "the file of all is not whole")
    # Every event as the site writes it.
    page.locator("form.filter select[name=directions]").select_option(index=1)
    page.evaluate("for (const row of document.querySelectorAll('#calendar .row')) row.hidden = false")
    with page.expect_download() as download:
        link.evaluate("one => one.click()")
    own = events_of(pathlib.Path(download.value.path()).read_bytes().decode())
    expect(own == whole, f"{[(own.get(name), event) for name, event in whole.items() if own.get(name) != event][:2]}")
    page.locator("form.filter select[name=directions]").select_option("")
    page.locator("form.filter select[name=period]").select_option("2022")
    expect(not link.is_visible() and "нечего положить" in page.locator(".downloads").inner_text(), "an empty calendar is offered")


def the_calendar_is_shown_by_quarters_and_years(visit):
    page = visit.open("calendar.html?view=quarter")
    expect(page.locator("#calendar .quarter > h3:visible").count() > 0 and not page.locator("#calendar h4:visible").count(), "months are named")
    page.get_by_label("по годам").check()
    expect(not page.locator("#calendar h3:visible").count(), "quarters are named")
    expect("view=year" in page.url or visit.site.base.startswith("file:"), f"the address is {page.url}")
    page.get_by_label("по месяцам").check()
    expect(page.locator("#calendar h4:visible").count() > 0 and "view" not in page.url, "months are not named")


def my_municipality_is_remembered(visit):
    page = visit.open("calendar.html")
    # Years that are over are folded until somebody narrows the calendar down.
    unfolded, everything = shown(page, ".row"), page.locator(".row").count()
    page.select_option("select[name='municipalities']", "asha-mr")
    mine = shown(page, ".row")
    expect(0 < mine < everything, f"{mine} of {everything} rows are left")
    expect("municipalities=asha-mr" in page.url, f"the address does not say it: {page.url}")
    visit.open("index.html")
    visit.open("calendar.html")
    expect(shown(page, ".row") == mine, "the next visit has forgotten the choice")
    visit.open("calendar.html?municipalities=kamensk-uralsky-go")
    expect(page.input_value("select[name='municipalities']") == "kamensk-uralsky-go", "the address does not go first")
    page.select_option("select[name='period']", "2022")
    visit.open("calendar.html?period=2017")
    expect(page.input_value("select[name='municipalities']") == "", "an address shows less than it says")
    visit.open("calendar.html")
    expect(shown(page, ".row") == mine, "a visit to another municipality has changed the choice")
    page.click(".filter-result button")
    visit.open("calendar.html")
    expect(shown(page, ".row") == unfolded, "the choice cannot be undone")


def a_municipality_leads_to_its_part_of_the_calendar(visit):
    page = visit.open("municipalities/asha-mr.html")
    page.click("main a[href*='calendar.html?']")
    page.wait_for_load_state()
    expect(page.input_value("select[name='municipalities']") == "asha-mr", "the calendar shows something else")
    expect(0 < shown(page, ".row") < page.locator(".row").count(), "the calendar is not narrowed down")


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


def a_choice_counts_what_the_others_leave(visit):
    page = visit.open("calendar.html?municipalities=asha-mr")
    mine = shown(page, ".row")
    options = page.eval_on_selector_all(
        "select[name='period'] option", "options => options.filter(o => o.value).map(o => [o.value, o.textContent, o.disabled])")
    for value, text, disabled in options:
        count = int(text.rsplit("(", 1)[1].rstrip(")"))
        expect(disabled == (count == 0) and count <= mine, f"{text} of {mine} is {'not ' if disabled else ''}offered")
        if count:
            page.select_option("select[name='period']", value)
            expect(shown(page, ".row") == count, f"{text} shows {shown(page, '.row')}")
    empty = next(value for value, _, disabled in options if disabled)
    visit.open(f"calendar.html?municipalities=asha-mr&period={empty}")
    said = page.locator(".filter [role=status]").inner_text()
    expect("Ашинский МР" in said and "Срок" in said, f"nothing is left, and the page says: {said}")
    expect(page.locator(".contents").first.is_hidden(), "a heading stands above an empty list of periods")


def without_scripts_the_calendar_is_complete(visit):
    page = visit.open("calendar.html")
    expect(page.locator(".filter").is_hidden(), "fields that do nothing are shown")
    for year in page.locator("details.past > summary").all():
        year.click()
    expect(all(row.is_visible() for row in page.locator(".row").all()), "rows are missing")


# --- Coverage


def the_map_shows_one_measure_at_a_time(visit):
    page = visit.open("coverage.html")
    maps = page.locator(".tile-map")
    expect(maps.count() > 1, "there is nothing to choose from")
    choices = page.locator("input[name='measure']")
    for chosen in range(choices.count()):
        choices.nth(chosen).check()
        visible = [number for number in range(maps.count()) if maps.nth(number).is_visible()]
        expect(visible == [chosen], f"measure {chosen} shows the maps {visible}")
    names = page.locator(".tile-map:visible .tile-name").all_text_contents()
    alike = {name for name in names if names.count(name) > 1}
    expect(not alike, f"tiles are called alike: {alike}")


def every_number_of_the_coverage_leads_to_its_list(visit):
    page = visit.open("coverage.html")
    links = page.eval_on_selector_all(".matrix tbody td a", "links => links.map(a => [a.href, Number(a.textContent)])")
    expect(len(links) > 0, "no number is a link")
    for address, count in links[:: max(1, len(links) // 6)]:
        page.goto(address)
        anchor = address.split("#")[1]
        expect(page.locator(f"[id='{anchor}']").count() == 1, f"{address} has no place #{anchor}")


def the_coverage_is_put_in_order(visit):
    page = visit.open("coverage.html")
    by_name = page.locator(".matrix tbody th").all_inner_texts()
    page.check("input[name='order'][value='filled']")
    filled = page.eval_on_selector_all(".matrix tbody tr", "rows => rows.map(row => Number(row.dataset.filled))")
    expect(filled == sorted(filled, reverse=True) and filled[0] > filled[-1], f"the order is {filled}")
    visit.open(page.url.rsplit("/", 1)[-1])
    again = page.locator(".matrix tbody th").all_inner_texts()
    expect("order=filled" in page.url and again != by_name, "the address does not keep the order")
    page.check("input[name='order'][value='']")
    expect(page.locator(".matrix tbody th").all_inner_texts() == by_name, "the first order is lost")


def gaps_of_the_coverage_are_seen_as_gaps(visit):
    page = visit.open("coverage.html")
    page.set_viewport_size({"width": 1280, "height": 900})
    gap = page.locator(".matrix tbody td.gap").first
    expect(gap.is_visible() and gap.bounding_box()["width"] > 8, "a gap is not to be seen")
    # A line of a phone names what there is, and the legend says that it does.
    page.set_viewport_size({"width": 390, "height": 900})
    expect(gap.is_hidden() and "не показаны" in page.locator(".matrix-narrow").inner_text(), "nobody says what is left out")
    expect(page.locator(".matrix tbody th:visible").count() == page.locator(".matrix tbody tr").count(), "a municipality is left out")


# --- Charts


def what_a_chart_shows_stands_out(visit):
    """Every filled or outlined shape has 4.5:1 to the paper, in both modes; parts are told apart by patterns too."""
    for mode in ("light", "dark"):
        for path in ("pages/rma.html", "pages/monitoring-results.html"):
            page = visit.open(path)
            page.evaluate("mode => { document.documentElement.dataset.mode = mode }", mode)
            weak = page.evaluate("""() => {
                const rgb = text => text.match(/[0-9.]+/g).slice(0, 3).map(Number);
                const light = color => { const [r, g, b] = rgb(color).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
                const paper = [document.body, document.documentElement].map(e => getComputedStyle(e).backgroundColor)
                    .find(color => color !== 'rgba(0, 0, 0, 0)');
                return [...document.querySelectorAll('.chart .bar, .chart text, .chart pattern path')].map(shape => {
                    const style = getComputedStyle(shape);
                    const inks = shape.tagName === 'text' ? [style.fill] : [style.stroke];
                    return [shape.getAttribute('class'), Math.max(...inks.map(ink => ratio(ink, paper)))];
                }).filter(([, best]) => best < 4.5);
            }""")
            expect(not weak, f"{path}, {mode}: {weak}")
    page = visit.open("pages/rma.html")
    expect(page.locator(".chart pattern").count() > 0, "parts of a stacked chart have no pattern")
    expect(page.locator(".chart-figure table").count() == page.locator(".chart-figure svg").count(), "a chart has no table")


EVERYWHERE = [
    a_roadmap_is_narrowed_down_with_its_timeline, the_address_of_a_narrowed_roadmap_can_be_sent,
    an_address_with_an_unknown_choice_shows_everything, a_link_to_a_row_shows_it_whatever_is_chosen,
    the_years_above_a_timeline_do_not_overlap,
    a_sum_of_the_coverage_says_what_it_counts,
    the_calendar_begins_at_the_day_of_the_edition, the_file_of_the_calendar_holds_what_is_shown, the_calendar_is_shown_by_quarters_and_years,
    my_municipality_is_remembered, a_municipality_leads_to_its_part_of_the_calendar, months_without_rows_leave_the_calendar, the_coverage_is_put_in_order,
]
OVER_HTTP = [
    short_values_of_a_record_share_a_line, a_wide_table_has_the_whole_page, on_a_phone_the_coverage_says_what_is_own,
    the_keyboard_alone_narrows_down, a_choice_counts_what_the_others_leave, paper_says_what_is_chosen, every_number_of_the_coverage_leads_to_its_list,
    gaps_of_the_coverage_are_seen_as_gaps, what_a_chart_shows_stands_out, no_column_is_cut_on_paper,
]
WITHOUT_SCRIPTS = [
    without_scripts_a_roadmap_is_complete, without_scripts_the_calendar_is_complete, the_map_shows_one_measure_at_a_time,
]
