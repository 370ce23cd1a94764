"""The built site in headless Chromium: browser_tests.py SITE SCREENSHOTS

Every test is a sentence about what a reader does; most run over http and from a disk (file://).
"""

import pathlib
import re
import sys

from harness import CHROMIUM, Server, Site, Suite
from playwright.sync_api import sync_playwright

WIDTHS = (320, 390, 768, 1280)


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def heading(page):
    return page.locator("h1").first.inner_text().strip()


def results(page):
    """Links of the results, when the search has answered."""
    page.wait_for_selector("#search-results a, #search-results .search-empty, #search-results .search-fault")
    page.wait_for_function("!document.getElementById('search-results').hasAttribute('aria-busy')")
    return page.locator("#search-results a.search-link")


def found_count(page):
    results(page)
    return int(re.sub(r"\D", "", page.locator("#search-status").inner_text()) or 0)


# --- Search


def a_query_on_the_search_page_finds_the_quest(visit):
    page = visit.open("search.html")
    page.fill("#search-input", "квест всоко")
    page.keyboard.press("Enter")
    first = results(page).first
    title = first.inner_text().strip()
    expect("вест" in title, f"the first result is «{title}»")
    expect("?q=" in page.url, f"the address does not keep the query: {page.url}")
    first.click()
    page.wait_for_load_state()
    expect(heading(page) == title, f"«{title}» leads to «{heading(page)}»")


def the_words_that_led_to_a_page_are_marked_until_the_reader_has_enough(visit):
    page = visit.open("search.html?q=дебаты")
    results(page).first.click()
    page.wait_for_selector("mark.found")
    marks = page.locator("mark.found").all_inner_texts()
    expect("дебаты" in [mark.lower() for mark in marks], f"the marks are {marks}")
    page.click("main > .search-action")
    expect(page.locator("mark.found").count() == 0, "marks are left")
    page.reload()
    page.wait_for_load_state()
    expect(page.locator("mark.found").count() == 0, "the marks are back")


def the_box_in_the_header_leads_to_the_results(visit):
    material = next(path for path in visit.site.pages if path.startswith("practices/") and "index" not in path)
    page = visit.open(material)
    page.fill("header input[type=search]", "квест всоко")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(results(page).count() > 0, "nothing was found")
    expect(page.input_value("#search-input") == "квест всоко", "the query is not in the box")
    results(page).first.click()
    page.wait_for_load_state()
    expect(page.locator("h1").count() == 1, "the result has no heading")


def the_box_on_the_home_page_leads_to_the_results(visit):
    page = visit.open("index.html")
    page.fill("main input[type=search]", "дорожная карта")
    page.click("main form[role=search] button")
    page.wait_for_url("**/search.html?q=*")
    expect(results(page).count() > 0, "nothing was found")


def a_filter_narrows_and_its_removal_widens(visit):
    page = visit.open("search.html?q=школа")
    before = found_count(page)
    page.wait_for_selector("#search-facets input[type=checkbox]")
    boxes = page.locator("#search-facets label.search-value")
    counts = [int(boxes.nth(i).locator(".search-count").inner_text()) for i in range(boxes.count())]
    narrow = next(i for i, count in enumerate(counts) if 0 < count < before)
    boxes.nth(narrow).locator("input").check()
    page.wait_for_function(
        "count => Number(document.getElementById('search-status').textContent.replace(/\\D/g, '')) === count",
        arg=counts[narrow])
    expect("f=" in page.url, f"the address does not keep the filter: {page.url}")
    page.click(".search-reset")
    page.wait_for_function(
        "count => Number(document.getElementById('search-status').textContent.replace(/\\D/g, '')) === count",
        arg=before)


def a_query_that_finds_nothing_says_so(visit):
    page = visit.open("search.html?q=синхрофазотрон")
    results(page)
    expect(page.locator("#search-results a.search-link").count() == 0, "something was found")
    expect(len(page.locator("#search-results").inner_text().strip()) > 10, "nothing is said")


def the_other_keyboard_layout_is_understood(visit):
    page = visit.open("search.html?q=rdtcn")
    expect("вест" in results(page).first.inner_text(), "«rdtcn» does not find «квест»")


def without_javascript_the_search_page_leads_on(visit):
    page = visit.open("search.html?q=квест")
    expect(page.locator("#search-indexes a").count() > 20, "there are no lists to go on with")
    expect(page.locator("noscript").first.is_visible() or page.locator(".notice").first.is_visible(), "nothing is said")


# --- Ways


def from_home_to_a_direction_a_material_and_back(visit):
    page = visit.open("index.html")
    page.locator("main a[href^='directions/']").first.click()
    page.wait_for_load_state()
    direction = heading(page)
    expect(direction != "", "the direction has no heading")
    cards = [card.get_attribute("href") for card in page.locator("main .card a[href$='.html']").all()]
    expect(len(cards) > 0, f"«{direction}» shows no material")
    start = page.url
    for card in cards:
        page.locator(f"main .card a[href='{card}']").first.click()
        page.wait_for_load_state()
        material, address = heading(page), page.url.rsplit("/", 1)[-1]
        backlinks = page.locator(".link-groups a")
        if backlinks.count() > 0:
            backlinks.first.click()
            page.wait_for_load_state()
            back = page.locator(f"main a[href*='{address}']").count()
            expect(back > 0, f"«{heading(page)}» is said to refer to «{material}» and does not")
            return
        page.goto(start)
    raise AssertionError(f"no material of «{direction}» has a backlink")


def every_item_of_the_menu_leads_somewhere(visit):
    page = visit.open("index.html")
    items = [item.get_attribute("href") for item in page.locator("header nav a").all()]
    expect(len(items) >= 5, f"the menu has {len(items)} items")
    for item in items:
        visit.open(item)
        expect(page.locator("header nav a[aria-current]").count() == 1, f"{item}: the menu does not say where one is")
        expect(heading(page) != "", f"{item} has no heading")


def a_link_to_a_row_shows_the_row(visit):
    page = visit.open("calendar.html")
    link = page.locator("main a[href*='#']:not([href^='#'])").first
    target = link.get_attribute("href").split("#")[1]
    link.click()
    page.wait_for_load_state()
    expect(page.locator(f"[id='{target}']").is_visible(), f"#{target} is not to be seen")
    box = page.locator(f"[id='{target}']").bounding_box()
    expect(-1 <= box["y"] < page.viewport_size["height"], f"#{target} is not on the screen: {box}")


# --- Keyboard


def the_keyboard_skips_to_the_content(visit):
    page = visit.open("coverage.html")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.matches('a[href=\"#main\"]')"), "the first Tab is not the skip link")
    box = page.evaluate("(() => { const r = document.activeElement.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] })()")
    expect(box[0] >= 0 and box[1] >= 0 and box[2] > 20, f"the skip link is not to be seen: {box}")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.getElementById('main').contains(document.activeElement)")
    expect(inside, "after the skip link the next Tab is not inside the content")


def the_keyboard_alone_searches_and_opens_a_result(visit):
    page = visit.open("index.html")
    page.locator("main input[type=search]").focus()
    page.keyboard.type("квест")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    results(page)
    page.locator("#search-input").focus()
    page.keyboard.press("ArrowDown")
    expect(page.evaluate("document.activeElement.matches('a.search-link')"), "the arrow does not reach the results")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search.html" not in url)
    expect(heading(page) != "", "the result has no heading")


def the_focus_is_always_to_be_seen(visit):
    page = visit.open("index.html")
    for step in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
            const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
            if (e === document.body) return true;
            const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
            return ring && box.width > 0 && box.height > 0;
        }""")
        expect(seen, f"after {step + 1} Tabs the focus is not to be seen: "
               + page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))


def the_mode_switch_is_remembered(visit):
    page = visit.open("index.html")
    page.click("#mode-switch")
    page.click("#mode-switch")
    mode = page.evaluate("document.documentElement.dataset.mode")
    expect(mode == "dark", f"two clicks give {mode}")
    visit.open("coverage.html")
    expect(page.evaluate("document.documentElement.dataset.mode") == mode, "the next page has forgotten the choice")


# --- All pages


OVERFLOW = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return null;
    const edge = document.documentElement.clientWidth;
    const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
    const guilty = Array.from(document.body.querySelectorAll('*'))
        .filter(e => e.getBoundingClientRect().right > edge + 0.5 && !scrolls(e));
    const inner = guilty.filter(e => !guilty.some(o => o !== e && e.contains(o)));
    return wide + ' px: ' + inner.slice(0, 2).map(e => e.tagName.toLowerCase() + '.' + (e.className.baseVal ?? e.className)
        + ' «' + e.textContent.trim().slice(0, 40) + '»').join(', ');
}"""


def every_page_opens_in_silence_and_fits_the_screen(visit):
    """Over http, where 404.html finds its styles too. The harness watches the console and the requests."""
    offenders = []
    for path in visit.site.pages:
        page = visit.open(path)
        for part in ("h1", "main"):
            count = page.locator(part).count()
            if count != 1:
                offenders.append(f"{path}: {count} <{part}>")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            overflow = page.evaluate(OVERFLOW)
            if overflow:
                offenders.append(f"{path} at {width}: {overflow}")
    expect(not offenders, f"{len(offenders)} offenders\n" + "\n".join(offenders))


def no_results_scroll_sideways(visit):
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        page = visit.open("search.html?q=школа")
        results(page)
        overflow = page.evaluate(OVERFLOW)
        expect(not overflow, f"at {width}: {overflow}")


SIGHTS = [
    ("home", "index.html", 1280, "light"), ("home-dark", "index.html", 1280, "dark"), ("home-phone", "index.html", 390, "light"),
    ("direction", "directions/znanie.html", 1280, "light"), ("direction-phone", "directions/znanie.html", 390, "light"),
    ("municipality", "municipalities/asha-mr.html", 1280, "light"),
    ("coverage", "coverage.html", 1280, "light"), ("coverage-phone", "coverage.html", 390, "light"),
    ("calendar", "calendar.html", 1280, "light"), ("calendar-phone", "calendar.html", 390, "light"),
    ("practice", "practices/kvest-vsoko.html", 1280, "light"), ("practice-dark", "practices/kvest-vsoko.html", 1280, "dark"),
    ("practice-narrow", "practices/kvest-vsoko.html", 320, "light"),
    ("roadmap", "roadmaps/rma-roadmap-2023-2024.html", 1280, "light"),
    ("roadmap-phone", "roadmaps/rma-roadmap-2023-2024.html", 390, "light"),
    ("documents", "documents/index.html", 1280, "light"), ("album", "albums/team-album.html", 1280, "light"),
    ("album-print", "albums/team-album.print.html", 1280, "light"), ("search", "search.html?q=школа", 1280, "light"),
    ("search-phone", "search.html?q=школа", 390, "light"), ("glossary", "glossary.html", 768, "light"),
    ("not-found", "404.html", 768, "light"),
]


def take_screenshots(browser, site, folder):
    """Not a test: what a person looks at."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, path, width, scheme in SIGHTS:
        if path.split("?")[0] not in site.files:
            continue
        context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
        page = context.new_page()
        page.goto(site.url(path))
        if "?q=" in path:
            results(page)
        page.screenshot(path=folder / f"{name}.png", full_page=name in ("practice-narrow", "album"))
        context.close()


EVERYWHERE = [
    a_query_on_the_search_page_finds_the_quest,
    the_words_that_led_to_a_page_are_marked_until_the_reader_has_enough, the_box_in_the_header_leads_to_the_results,
    the_box_on_the_home_page_leads_to_the_results, a_filter_narrows_and_its_removal_widens,
    a_query_that_finds_nothing_says_so, the_other_keyboard_layout_is_understood,
    from_home_to_a_direction_a_material_and_back, every_item_of_the_menu_leads_somewhere,
    a_link_to_a_row_shows_the_row, the_keyboard_skips_to_the_content,
    the_keyboard_alone_searches_and_opens_a_result, the_mode_switch_is_remembered, no_results_scroll_sideways,
]
FROM_DISK = [the_focus_is_always_to_be_seen]
OVER_HTTP = [every_page_opens_in_silence_and_fits_the_screen]


def sentence(test):
    return test.__name__.replace("_", " ")


def main(folder, screenshots):
    disk = Site(folder, pathlib.Path(folder).resolve().as_uri() + "/")
    server = Server(disk.folder)
    try:
        http = Site(folder, server.base)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            suite = Suite(browser)
            for site, manner, more in ((http, "http", OVER_HTTP), (disk, "file", FROM_DISK)):
                for test in EVERYWHERE + more:
                    suite.run(f"{sentence(test)} ({manner})", test, site)
                suite.run(
                    f"{sentence(without_javascript_the_search_page_leads_on)} ({manner})",
                    without_javascript_the_search_page_leads_on, site, java_script_enabled=False)
            take_screenshots(browser, http, pathlib.Path(screenshots))
            browser.close()
    finally:
        server.stop()
    print(f"{suite.passed} passed, {suite.failed} failed")
    return 1 if suite.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
