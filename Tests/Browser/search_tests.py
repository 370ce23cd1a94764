"""A reader searches."""

from harness import OVERFLOW, WIDTHS, expect, found_count, heading, results


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
    page.click("main .found-bar button:last-child")
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
    counts = [int(boxes.nth(i).locator(".search-count").text_content()) for i in range(boxes.count())]
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


def no_results_scroll_sideways(visit):
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": 900})
        page = visit.open("search.html?q=школа")
        results(page)
        overflow = page.evaluate(OVERFLOW)
        expect(not overflow, f"at {width}: {overflow}")


EVERYWHERE = [
    a_query_on_the_search_page_finds_the_quest,
    the_words_that_led_to_a_page_are_marked_until_the_reader_has_enough, the_box_in_the_header_leads_to_the_results,
    the_box_on_the_home_page_leads_to_the_results, a_filter_narrows_and_its_removal_widens,
    a_query_that_finds_nothing_says_so, the_other_keyboard_layout_is_understood,
    the_keyboard_alone_searches_and_opens_a_result, no_results_scroll_sideways,
]
WITHOUT_SCRIPTS = [without_javascript_the_search_page_leads_on]
