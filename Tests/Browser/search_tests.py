"""A reader searches."""

import re

from axe_playwright_python.sync_playwright import Axe
from harness import OVERFLOW, SPOILT, WIDTHS, expect, found_count, heading, results, until


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
    expect(page.locator(".found-bar").evaluate("bar => getComputedStyle(bar).position") == "fixed", "the bar moves the page")
    page.locator("main .found-bar").get_by_label("Дальше").click()
    now = page.locator("mark.found-now")
    expect("1 / " in page.locator(".found-bar").inner_text(), page.locator(".found-bar").inner_text())
    expect(now.first.evaluate("mark => { const {top, bottom} = mark.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }"), "it is out of sight")
    page.click("main .found-bar button:last-child")
    expect(page.locator("mark.found").count() == 0, "marks are left")
    page.reload()
    page.wait_for_load_state()
    expect(page.locator("mark.found").count() == 0, "the marks are back")
    page = visit.open("search.html?q=дебаты")
    results(page).first.click()
    page.wait_for_load_state()
    page.wait_for_timeout(500)
    expect(page.locator(".found-bar").count() == 0, "the bar is back at the next visit")


def the_bar_of_found_words_goes_from_place_to_place_on_from_where_one_reads(visit):
    # The second has words in a table that only a phone shows, the others in captions and heads for those who listen.
    for query, address, width in (
        ("школа", ".html", 1366), ("наставничество", "kouching-vsoko", 1366), ("показатель", "municipal-crosswalk", 1366),
        ("мониторинг", "monitoring-system", 390),
    ):
        visit.page.set_viewport_size({"width": width, "height": 768})
        page = visit.open(f"search.html?q={query}")
        results(page).first.wait_for()
        page.locator(f"#search-results a.search-link[href*='{address}']").first.click()
        page.wait_for_selector(".found-bar")
        goes_on_from_where_one_reads(page)


def goes_on_from_where_one_reads(page):
    bar, now = page.locator(".found-bar"), page.locator("mark.found-now")
    go_on, go_back = (bar.get_by_label(name) for name in ("Дальше", "Назад"))
    number = int(bar.locator("span").last.inner_text())
    expect(1 < number <= page.locator("mark.found").count(), f"{number} places")
    seen = []
    for _ in range(number):
        go_on.click()
        seen.append(bar.inner_text())
        expect(now.first.evaluate("""mark => {
          const [{left, top, width, height}] = mark.getClientRects();
          return mark.contains(document.elementFromPoint(left + width / 2, top + height / 2)) && !mark.closest("nav");
        }"""), f"{seen[-1]} is not to be seen")
        expect(now.first.evaluate("mark => { const {top, bottom} = mark.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }"), f"{seen[-1]} is out of sight")
    expect(len(set(seen)) == number and f"{number} / {number}" in bar.inner_text(), f"{number} places, {bar.inner_text()}")
    for place in [*range(number - 1, 0, -1), number]:
        go_back.click()
        expect(f"{place} / {number}" in bar.inner_text(), f"back to {place}: {bar.inner_text()}")
    page.evaluate("scrollTo(0, 0)")
    go_on.click()
    first = bar.inner_text()
    expect("1 / " in first, f"from the top: {first}")
    top = page.evaluate("""() => {
      const last = Array.from(document.querySelectorAll("mark.found")).filter(mark => mark.getClientRects().length).at(-1);
      scrollTo(0, last.getBoundingClientRect().top + scrollY - 300);
      return scrollY;
    }""")
    go_on.click()
    expect(now.first.evaluate("mark => mark.getBoundingClientRect().top + scrollY") >= top, f"it goes back: {bar.inner_text()}")


def the_bar_of_found_words_counts_anew_when_a_table_is_narrowed(visit):
    page = visit.open("search.html?q=срок 2023 респонденты")
    page.locator("#search-results a.search-link[href*='mmpg-3-stages-2023']").first.click()
    page.wait_for_selector(".found-bar")
    count = page.locator(".found-bar span").last
    before = int(count.inner_text())
    page.locator("main select").first.select_option(value=page.locator("main select option", has_text="Сентябрь").first.get_attribute("value"))
    until(page, f"parseInt(document.querySelector('.found-bar span:last-of-type').textContent) < {before}")
    expect(int(count.inner_text()) > 0, "nothing is left")
    page = visit.open("search.html?q=дорожная карта")
    page.locator("#search-results a.search-link[href*='asha-2016-2018']").first.click()
    page.wait_for_selector(".found-bar")
    before = int(page.locator(".found-bar span").last.inner_text())
    page.locator("main details[open]:has(mark.found) > summary").first.click()
    until(page, f"parseInt(document.querySelector('.found-bar span:last-of-type').textContent) < {before}")


def a_page_that_has_stood_for_a_while_has_filters_and_offers(visit):
    page = visit.open("search.html")
    page.wait_for_timeout(1000)
    page.locator("#search-input").press_sequentially("наставничество в Аше")
    page.wait_for_selector("#search-facets input", state="attached", timeout=5000)
    page.get_by_text("с отметкой «Ашинский МР»").wait_for(timeout=5000)


def what_is_nowhere_under_a_filter_is_said_of_the_filter(visit):
    page = visit.open("search.html?q=наставничество в Аше&f=directions:znanie")
    results(page)
    told = page.locator("#search-status").inner_text()
    expect(told.startswith("С выбранными отметками"), told)


def examples_of_code_are_no_text_of_a_page(visit):
    page = visit.open("search.html?q=document-type issuer")
    page.locator("#search-status:not(:empty)").wait_for()
    page.wait_for_timeout(500)
    told = " ".join(page.locator("main .search-snippet").all_inner_texts())
    expect("issuer:" not in told and "---" not in told, f"the search shows {told}")


def suggestions_and_results_count_alike(visit):
    for query in ("квест", "2807", "функциональная грамотность", "ШНОР"):
        page = visit.open("index.html")
        page.fill("#home-search", query)
        page.locator(".suggest-item").first.wait_for()
        said = re.search(r"\d+", page.locator(".suggest-all").inner_text())[0]
        page = visit.open(f"search.html?q={query}")
        results(page)
        found = re.search(r"\d+", page.locator("#search-status").inner_text())[0]
        expect(said == found, f"«{query}»: {said} are promised, {found} are found")


def a_query_that_names_a_section_leads_to_it(visit):
    def place(page):
        page.wait_for_selector("mark.found")
        page.wait_for_timeout(300)
        return re.sub(r"^[^#]*", "", page.url)

    page = visit.open("index.html")
    page.fill("#home-search", "почему отказывали")
    page.locator(".suggest-item").first.click()
    page.wait_for_url("**/events/rma-contest-2023.html*")
    expect(place(page) == "#pochemu-otkazyvali", f"the suggestion leads to «{page.url}»")
    top = page.locator("#pochemu-otkazyvali").bounding_box()["y"]
    expect(0 <= top < 300, f"the heading stands at {top}")
    # Whoever scrolls up and comes back is not sent there again.
    page.evaluate("() => { history.replaceState(null, '', location.pathname); scrollTo(0, 0); }")
    page.reload()
    expect(place(page) == "", f"a reload leads to «{page.url}»")
    page = visit.open("search.html?q=почему отказывали")
    results(page).first.click()
    expect(place(page) == "#pochemu-otkazyvali", f"the result leads to «{page.url}»")
    # Words of the title lead to the page.
    page = visit.open("search.html?q=квест всоко")
    results(page).first.click()
    expect(place(page) == "", f"words of the title lead to «{page.url}»")


def a_row_of_a_table_is_shown_whole_and_led_to(visit):
    page = visit.open("search.html?q=региональный конкурс 2017 мкдоу 22")
    result = page.locator(".search-result", has=page.locator("a[href*='roadmaps/asha-2016-2018']"))
    result.locator("mark").first.wait_for()
    text = result.locator(".search-snippet").inner_text()
    expect(text.startswith("Региональный конкурс систем оценки качества образования 2017 года · МКДОУ № 22"), f"«{text}»")
    expect("2018 года" not in text and "…" not in text, f"not one row: «{text}»")
    result.locator("a").click()
    page.wait_for_selector("tr:target mark.found")
    text = page.locator("tr:target").inner_text()
    expect("2017" in text and "№ 22" in text.replace("\u00a0", " "), f"it leads to «{text}»")
    # A table without addresses of rows; half of a name is another town.
    page = visit.open("search.html?q=участвовал Усть-Катава")
    result = page.locator(".search-result", has=page.locator("a[href*='events/rma-contest-2023']"))
    result.locator("mark").first.wait_for()
    text = result.locator(".search-snippet").inner_text()
    expect(text.startswith("Усть-Катавский ГО · "), f"«{text}»")
    result.locator("a.search-link").click()
    page.wait_for_selector("mark.found")
    page.wait_for_timeout(300)
    top = page.locator("tbody tr", has_text="Усть-Катавский").first.bounding_box()["y"]
    expect(0 < top < 600, f"the row stands at {top}")


def words_of_a_file_are_shown_with_its_name_and_lead_to_the_files(visit):
    page = visit.open("search.html?q=бланк соисполнители проведено")
    result = page.locator(".search-result", has=page.locator("a[href*='pages/roadmap-blank']"))
    result.locator(".search-file").wait_for()
    text = result.locator(".search-snippet").inner_text()
    expect(text.startswith("В файле «blank-dorozhnoi-karty.xlsx»: "), f"«{text}»")
    expect("Соисполнители" in text, f"«{text}»")
    expect(result.locator("a.search-file").get_attribute("href").endswith("#files-title"), "its name leads elsewhere")
    result.locator("a.search-link").click()
    page.wait_for_url("**/pages/roadmap-blank.html*#files-title")
    page.wait_for_selector("mark.found")
    link = page.locator(":target ~ ul a[href$='blank-dorozhnoi-karty.xlsx']")
    expect(link.is_visible() and 0 <= link.bounding_box()["y"] < 768, "the file is out of sight")


def a_sentence_names_the_words_that_are_left(visit):
    for query, start in (("квантовая механика", "По словам, которые ищем вместо набранных"),
                         ("квантовая школа", "По слову «школа»"), ("квантовая школа климат", "По остальным словам")):
        page = visit.open(f"search.html?q={query}")
        results(page)
        status = page.locator("#search-status").inner_text()
        expect(status.startswith(start), f"«{query}»: «{status}»")


def a_day_in_figures_is_one_day(visit):
    page = visit.open("search.html?q=22.06.2023")
    expect("directive-r-139" in results(page).first.get_attribute("href"), "another page is first")
    expect("со всеми словами" not in page.locator("#search-status").inner_text(), "it is searched by its parts")
    page = visit.open("search.html?q=29.02.2023")
    results(page)
    expect("Дня 29.02.2023" in page.locator("#search-remarks").inner_text(), "nothing is said of the day")


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
    until(
        page, "count => Number(document.getElementById('search-status').textContent.replace(/\\D/g, '')) === count",
        counts[narrow])
    expect("f=" in page.url, f"the address does not keep the filter: {page.url}")
    page.click(".search-reset")
    until(
        page, "count => Number(document.getElementById('search-status').textContent.replace(/\\D/g, '')) === count",
        before)


def a_query_that_finds_nothing_says_so(visit):
    page = visit.open("search.html?q=синхрофазотрон")
    results(page)
    expect(page.locator("#search-results a.search-link").count() == 0, "something was found")
    expect(len(page.locator("#search-results").inner_text().strip()) > 10, "nothing is said")


def what_was_not_found_is_kept_for_the_editors(visit):
    page = visit.open("search.html?q=%3Dкрокодилоферма")
    kept = page.locator("#search-missed")
    kept.wait_for(timeout=15000)
    expect("крокодилоферма" in kept.inner_text(), f"the list says {kept.inner_text()}")
    # A word that stands nowhere is one of it too where another is searched in its place.
    page.fill("#search-input", "столовая")
    page.locator("#search-missed li:has-text('столовая')").wait_for(timeout=15000)
    # A query of which all words are found is none of them, and neither is one that was typed on the way to another.
    page.fill("#search-input", "жжжыыы")
    page.wait_for_timeout(500)
    page.fill("#search-input", "квест")
    results(page)
    page.wait_for_timeout(4000)
    expect(kept.locator("li").count() == 2, f"the list has {kept.locator('li').all_inner_texts()}")
    with page.expect_download() as download:
        kept.locator("button").first.click()
    rows = open(download.value.path(), encoding="utf-8-sig", newline="").read().split("\r\n")
    expect(len(rows) == 4 and ";\"'=крокодилоферма\";" in rows[1], f"the file says {rows}")
    page.reload()
    kept.wait_for()
    kept.locator("button").last.click()
    kept.wait_for(state="hidden")
    page.evaluate("localStorage.setItem('album-missed', '[null, {\"query\": 1}, {}]')")
    page.reload()
    results(page)
    expect(kept.is_hidden(), "a damaged list is shown")


def only_a_file_that_did_not_load_is_told_of(visit):
    """«Не загрузилось» stood under results whose text merely lacks the words of the query."""
    for query in ("дорожная карта", "Миасс", "здоровье", "02/2807", "календарь"):
        page = visit.open(f"search.html?q={query}")
        results(page)
        page.wait_for_timeout(300)
        expect(page.locator(".search-fault").count() == 0, f"«{query}»: {page.locator('.search-fault').all_inner_texts()}")


def pages_with_all_words_are_counted(visit):
    page = visit.open("search.html?q=школы с низкими результатами")
    results(page)
    status = page.locator("#search-status").inner_text()
    expect("со всеми словами" in status, f"the status is «{status}»")
    for query, word in (("!!!", "ни слова"), ("и на", "слишком общие")):
        page = visit.open(f"search.html?q={query}")
        page.wait_for_selector(".search-empty")
        text = page.locator("#search-results").inner_text()
        expect(word in text, f"«{query}» gets «{text}»")


def the_sites_own_pages_are_found_first_by_their_names(visit):
    for query, path in (("календарь", "calendar.html"), ("словарь", "glossary.html"), ("глоссарий", "glossary.html"),
                        ("карта охвата", "coverage.html"), ("дорожные карты", "roadmaps/index.html"),
                        ("направления", "directions/index.html")):
        page = visit.open(f"search.html?q={query}")
        first = results(page).first.get_attribute("href")
        expect(first.endswith(path), f"«{query}» finds {first}")
        page.wait_for_timeout(200)
        for text in page.locator(".search-snippet").all_inner_texts():
            expect("##" not in text and "|" not in text, f"«{query}» shows «{text}»")


def the_whole_list_of_suggestions_is_within_the_window(visit):
    for width, height in ((1366, 768), (390, 844)):
        visit.page.set_viewport_size({"width": width, "height": height})
        page = visit.open("index.html")
        suggestions(page, "школа")
        box, last = page.locator(".suggest").bounding_box(), page.locator(".suggest-all").bounding_box()
        for rectangle in (box, last):
            bottom = rectangle["y"] + rectangle["height"]
            expect(rectangle["y"] >= 0 and bottom <= height, f"at {width}×{height}: {rectangle}")


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


# --- Suggestions


def suggestions(page, text):
    """Types into the box of a page and waits for what is suggested."""
    box = page.locator("form[role=search] input")
    box.focus()
    page.keyboard.type(text)
    page.wait_for_selector("[role=option]")
    return box


def a_suggestion_shows_the_line_that_its_title_lacks(visit):
    page = visit.open("index.html")
    suggestions(page, "бланк соисполнители проведено")
    option = page.locator("[role=option]", has=page.locator(".suggest-line", has_text="В файле «blank-dorozhnoi-karty.xlsx»: "))
    option.locator(".suggest-line mark").first.wait_for()
    tall = option.bounding_box()["height"]
    expect(option.get_attribute("href").endswith("#files-title"), "it leads elsewhere")
    option.click()
    page.wait_for_url("**/pages/roadmap-blank.html*#files-title")
    page.wait_for_selector(".downloads mark.found")
    # A line takes one line before and behind what it waits for; a title with all words wants none.
    page = visit.open("index.html")
    suggestions(page, "региональный конкурс 2017 мкдоу 22")
    option = page.locator("a[role=option][href*='roadmaps/asha-2016-2018']")
    before = option.bounding_box()["height"]
    option.locator(".suggest-line", has_text="МКДОУ № 22").wait_for()
    expect(option.bounding_box()["height"] == before and abs(before - tall) < 30, "the options move")
    page = visit.open("index.html")
    suggestions(page, "дебаты")
    page.wait_for_timeout(600)
    whole = page.locator("[role=option]", has=page.locator(".suggest-title mark"))
    expect(whole.count() > 0 and whole.locator(".suggest-line").count() == 0, "titles with all words have lines")


def suggestions_say_what_is_shown_in_place_of_a_word(visit):
    page = visit.open("index.html")
    box = suggestions(page, "дебатыы")
    page.locator(".suggest-said", has_text="«дебатыы»").wait_for()
    box.fill("дебаты")
    page.locator(".suggest-said").wait_for(state="hidden")
    box.fill("абракадабракс школа")
    page.locator(".suggest-said", has_text="на сайте нет: «абракадабракс»").wait_for()


def a_slash_and_the_arrows_lead_from_any_page_to_a_suggestion(visit):
    page = visit.open("coverage.html")
    page.keyboard.press("/")
    box = suggestions(page, "дебаты")
    expect(box.get_attribute("role") == "combobox", "the box is no combobox")
    expect(box.get_attribute("aria-expanded") == "true", "the box does not say that there are suggestions")
    expect(box.get_attribute("aria-activedescendant") is None, "something is chosen that nobody chose")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen.count() == 1 and chosen.get_attribute("id") == box.get_attribute("aria-activedescendant"),
           "the choice is not told")
    expect(page.evaluate("document.activeElement.matches('input')"), "the focus has left the box")
    page.keyboard.press("ArrowUp")
    expect(box.get_attribute("aria-activedescendant") is None, "the arrow does not lead back to the box")
    page.keyboard.press("ArrowDown")
    title = chosen.locator(".suggest-title").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "coverage" not in url)
    expect(heading(page) == title, f"«{title}» leads to «{heading(page)}»")
    page.wait_for_selector("mark.found")


def escape_closes_the_suggestions_and_enter_shows_all_results(visit):
    page = visit.open("index.html")
    box = suggestions(page, "школа")
    page.keyboard.press("Escape")
    expect(page.locator(".suggest").is_hidden(), "the suggestions are still there")
    expect(box.get_attribute("aria-expanded") == "false", "the box says otherwise")
    expect(box.input_value() == "школа", "the words are gone")
    # What was typed just before opens nothing any more.
    page.keyboard.press("End")
    page.keyboard.type("ми")
    page.locator(".suggest:not([hidden])").wait_for()
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.locator(".suggest").is_hidden(), "the suggestions are back")
    # Nor where they had not opened yet.
    box.fill("школа мир")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.locator(".suggest").is_hidden(), "the suggestions open behind Escape")
    box.fill("школа м")
    page.locator(".suggest:not([hidden])").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(".suggest:not([hidden])")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(results(page).count() > 0, "nothing was found")


def suggestions_are_no_way_out_of_the_tab_order(visit):
    page = visit.open("index.html")
    suggestions(page, "школа")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.type") == "submit", "Tab does not reach the button of the form")
    page.keyboard.press("Tab")
    page.wait_for_selector(".suggest", state="hidden")


# --- What was searched otherwise than typed


def remarks(page):
    results(page)
    return page.locator("#search-remarks").inner_text()


def a_correction_is_said_and_undone_and_done_again(visit):
    page = visit.open("search.html?q=здровье")
    expect("здоровье" in remarks(page), f"the correction is not said: {remarks(page)}")
    corrected = found_count(page)
    page.click("#search-remarks .search-action")
    until(page, "document.querySelector('#search-remarks').textContent.includes('как набрано')")
    expect("asis=" in page.url, f"the address does not keep it: {page.url}")
    expect("/" not in remarks(page), f"the words of the way back are {remarks(page)}")
    expect(found_count(page) == 0, "the word was corrected all the same")
    page.reload()
    expect(found_count(page) == 0, "the choice does not last")
    page.go_back()
    until(page, "document.querySelector('#search-remarks').textContent.includes('здоровье')")
    expect(found_count(page) == corrected, "the way back leads elsewhere")
    page.go_forward()
    until(page, "document.querySelector('#search-remarks').textContent.includes('как набрано')")
    page.locator("#search-remarks .search-action").last.click()
    until(page, "document.querySelector('#search-remarks').textContent.includes('здоровье')")


def each_widening_is_undone_by_itself(visit):
    page = visit.open("search.html?q=ФГОС педагог")
    chips = page.locator("#search-remarks .search-chip")
    remarks(page)
    before = chips.all_inner_texts()
    expect(len(before) == 2, f"the words are widened by {before}")
    chips.filter(has_text="стандарт").click()
    until(page, "document.querySelectorAll('#search-remarks .search-chip').length === 1")
    expect("стандарт" not in chips.first.inner_text(), "the other one was taken away")
    expect(page.evaluate("document.activeElement !== document.body"), "the focus is lost")
    page.reload()
    remarks(page)
    expect(chips.count() == 1, "the choice does not last")


def only_all_words_is_a_choice_that_never_ends_in_nothing(visit):
    page = visit.open("search.html?q=квест дебаты волчок&all=1")
    results(page)
    ways = page.locator("#search-results button")
    if found_count(page) == 0:
        expect(ways.count() > 0, "there is no way on")
        ways.first.click()
        page.wait_for_selector("a.search-link")
        expect(len(page.input_value("#search-input").split()) == 2, "no word was dropped")


# --- Filters


def filters_are_chips_that_go_and_come_back_with_the_history(visit):
    page = visit.open("search.html?q=школа&f=directions:znanie,kind:practice")
    both = found_count(page)
    chips = page.locator("#search-chosen .search-chip")
    expect(chips.count() == 2, f"{chips.count()} chips")
    chips.first.click()
    until(page, "document.querySelectorAll('#search-chosen .search-chip').length === 1")
    one = found_count(page)
    expect(one > both, f"without a filter {one}, with it {both}")
    expect("directions" not in page.url, f"the address keeps it: {page.url}")
    page.go_back()
    until(page, "document.querySelectorAll('#search-chosen .search-chip').length === 2")
    expect(found_count(page) == both, "the way back leads elsewhere")


def take_offer(page, offer, wanted, rest, chips):
    """Presses the first offer, which has the wanted words: the rest is looked for with so many filters, as often as it says."""
    offer.first.wait_for()
    text = offer.first.inner_text()
    expect(wanted in text, f"the offer is {text}")
    offer.first.click()
    until(page, "chips => document.querySelectorAll('#search-chosen .search-chip').length === chips", chips)
    expect(page.input_value("#search-input") == rest, "what is a filter now is asked for twice")
    expect(found_count(page) == int(re.search(r": (\d+)", text)[1]), f"{text}, and {found_count(page)} are found")


def a_place_and_a_year_are_offered_together(visit):
    page = visit.open("search.html?q=события 2017 года в Аше")
    offer = page.locator(".search-action", has_text="с отметками")
    take_offer(page, offer, "Искать «события» с отметками «Ашинский МР», «2017»", "события", 2)


def a_place_that_a_query_names_is_offered_as_a_filter(visit):
    page = visit.open("search.html?q=наставничество в Аше")
    offer = page.locator("#search-remarks .search-action", has_text="с отметкой")
    take_offer(page, offer, "«наставничество» с отметкой «Ашинский МР»", "наставничество", 1)
    expect(offer.count() == 0, "what is chosen is offered again")
    page.go_back()
    until(page, "document.querySelector('#search-input').value === 'наставничество в Аше'")
    page.goto(visit.site.url("search.html?q=Аша"))
    results(page)
    page.wait_for_selector("#search-facets fieldset")
    page.wait_for_timeout(300)
    expect(offer.count() == 0, "a place alone is offered as a filter for nothing")


def filters_that_leave_nothing_can_be_taken_off(visit):
    page = visit.open("search.html?q=дебаты&f=year:1999")
    page.goto(visit.site.url("search.html?q=дебаты&f=kind:roadmap,level:region,year:2019"))
    results(page)
    if found_count(page) == 0:
        page.click("#search-results .search-reset")
        page.wait_for_selector("a.search-link")
        expect("f=" not in page.url, f"the address keeps them: {page.url}")


def years_stand_from_the_latest_on(visit):
    page = visit.open("search.html?q=школа")
    results(page)
    page.wait_for_selector("#search-facets fieldset")
    years = [int(box.get_attribute("value").split(":")[1]) for box in page.locator("input[value^='year:']").all()]
    expect(len(years) > 1 and years == sorted(years, reverse=True), f"the years are {years}")


def filters_are_a_sheet_on_a_phone(visit):
    visit.page.set_viewport_size({"width": 390, "height": 800})
    page = visit.open("search.html?q=школа")
    before = found_count(page)
    page.click("#search-refine")
    page.wait_for_selector("#search-sheet[open]")
    box = page.locator("#search-sheet label.search-value").first
    expect(box.bounding_box()["height"] >= 24, "the line is too low for a finger")
    box.click()
    page.wait_for_selector("#search-chosen .search-chip", state="attached")
    expect(page.locator("#search-sheet[open]").count() == 1, "the sheet has closed by itself")
    page.click("#search-show")
    page.wait_for_selector("#search-sheet", state="hidden")
    expect(0 < found_count(page) < before, "nothing was narrowed")
    expect("(1)" in page.locator("#search-refine").inner_text(), "the button does not count what is chosen")


# --- History


def the_way_back_from_a_result_leads_to_the_same_place(visit):
    page = visit.open("search.html?q=школа")
    results(page)
    page.click(".search-more")
    until(page, "document.querySelectorAll('a.search-link').length > 10")
    link = page.locator("a.search-link").nth(14)
    link.focus()
    page.wait_for_timeout(300)
    address, top = link.get_attribute("href"), link.bounding_box()["y"]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search.html" not in url)
    page.go_back()
    until(page, "document.querySelectorAll('a.search-link').length > 10")
    until(page, "document.activeElement.matches('a.search-link')")
    expect(page.evaluate("document.activeElement.href") == address, "the focus is on another result")
    page.wait_for_timeout(300)
    moved = abs(link.bounding_box()["y"] - top)
    expect(moved < 60, f"the result has moved by {moved} px")


def every_query_that_was_looked_at_is_a_step_of_the_history(visit):
    page = visit.open("search.html")
    for words in ("квест", "дебаты"):
        page.fill("#search-input", "")
        page.locator("#search-input").press_sequentially(words, delay=20)
        page.keyboard.press("Enter")
        until(page, "words => new URLSearchParams(location.search).get('q') === words", words)
        results(page)
    page.go_back()
    until(page, "document.getElementById('search-input').value === 'квест'")
    expect("вест" in results(page).first.inner_text(), "the results are those of another query")


# --- Odd queries, broken files


def odd_queries_get_an_orderly_answer(visit):
    page = visit.open("search.html")
    for words in ("<script>alert(1)</script>", "!?…«»—", "\u0001\u0007\u200b", "школа " * 1700, "ш" * 10_000, "а-" * 5_000):
        page.fill("#search-input", "")
        page.fill("#search-input", words)
        page.keyboard.press("Enter")
        until(page, "!document.getElementById('search-results').hasAttribute('aria-busy')")
        expect(len(page.locator("#search-status").inner_text()) > 5, f"nothing is said of «{words[:20]}»")
        overflow = page.evaluate(OVERFLOW)
        expect(not overflow, f"«{words[:20]}»: {overflow}")
    page.fill("#search-input", "<script>alert(1)</script>")
    page.keyboard.press("Enter")
    results(page)
    expect(page.locator("main script").count() == 0, "the query became a script")


def damaged(visit, pattern, spoil):
    """Opens a search with the files of a kind spoilt; the faults that they cause are looked for and forgiven."""
    visit.page.route(pattern, spoil)
    page = visit.open("search.html?q=квест школа")
    page.wait_for_selector(".search-fault")
    text = page.locator(".search-fault").inner_text()
    visit.page.unroute(pattern)
    page.click(".search-fault button")
    page.wait_for_selector(".search-fault", state="detached")
    expect(results(page).count() > 0, "the second attempt found nothing")
    visit.forgive(SPOILT)
    return text


def a_missing_shard_is_named_and_asked_for_again(visit):
    text = damaged(visit, "**/search/d0/*.js", lambda route: route.abort())
    expect("d0/" in text, f"the file is not named: {text}")


def a_column_of_the_filters_that_does_not_come_is_named(visit):
    text = damaged(visit, "**/search/f/*.js", lambda route: route.abort())
    expect("f/" in text, f"the file is not named: {text}")


def a_truncated_shard_is_named_while_the_rest_answers(visit):
    def cut(route):
        path = visit.site.folder / "search" / route.request.url.split("/search/")[-1]
        route.fulfill(content_type="text/javascript", body=path.read_text("utf-8")[:-40])

    text = damaged(visit, "**/search/x*/*.js", cut)
    expect(re.search(r"\bx\w/\w+\.js", text), f"the file is not named: {text}")


def a_search_without_its_index_leads_on(visit):
    text = damaged(visit, "**/search/manifest.js", lambda route: route.abort())
    expect(len(text) > 20, "nothing is said")


# --- Accessibility


def the_states_of_the_search_are_accessible(visit):
    def check(page, state):
        found = Axe().run(page).response["violations"]
        expect(not found, f"{state}: " + "; ".join(f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found))

    for width in (1280, 390):
        visit.page.set_viewport_size({"width": width, "height": 900})
        for state, query in (("blank", ""), ("corrected and filtered", "?q=здровье педагог&f=directions:znanie"),
                             ("nothing", "?q=синхрофазотрон")):
            page = visit.open("search.html" + query)
            until(page, "document.getElementById('search-status').textContent.length > 3")
            page.wait_for_timeout(200)
            check(page, f"{state} at {width}")
    visit.open("search.html?q=школа")
    results(page)
    page.click("#search-refine")
    page.wait_for_selector("#search-sheet[open]")
    check(page, "the sheet")
    visit.open("index.html")
    suggestions(page, "школа")
    page.keyboard.press("ArrowDown")
    check(page, "suggestions")


EVERYWHERE = [
    a_query_on_the_search_page_finds_the_quest,
    the_words_that_led_to_a_page_are_marked_until_the_reader_has_enough, a_query_that_names_a_section_leads_to_it,
    a_row_of_a_table_is_shown_whole_and_led_to, words_of_a_file_are_shown_with_its_name_and_lead_to_the_files,
    the_bar_of_found_words_goes_from_place_to_place_on_from_where_one_reads,
    the_bar_of_found_words_counts_anew_when_a_table_is_narrowed, a_page_that_has_stood_for_a_while_has_filters_and_offers,
    what_is_nowhere_under_a_filter_is_said_of_the_filter, a_column_of_the_filters_that_does_not_come_is_named,
    examples_of_code_are_no_text_of_a_page, suggestions_and_results_count_alike,
    a_sentence_names_the_words_that_are_left,
    a_day_in_figures_is_one_day, the_box_in_the_header_leads_to_the_results,
    the_box_on_the_home_page_leads_to_the_results, a_filter_narrows_and_its_removal_widens,
    a_query_that_finds_nothing_says_so, what_was_not_found_is_kept_for_the_editors,
    the_other_keyboard_layout_is_understood,
    the_keyboard_alone_searches_and_opens_a_result, no_results_scroll_sideways,
    a_slash_and_the_arrows_lead_from_any_page_to_a_suggestion, escape_closes_the_suggestions_and_enter_shows_all_results,
    a_suggestion_shows_the_line_that_its_title_lacks, suggestions_say_what_is_shown_in_place_of_a_word, a_place_and_a_year_are_offered_together,
    suggestions_are_no_way_out_of_the_tab_order, a_correction_is_said_and_undone_and_done_again,
    each_widening_is_undone_by_itself, only_all_words_is_a_choice_that_never_ends_in_nothing,
    filters_are_chips_that_go_and_come_back_with_the_history, a_place_that_a_query_names_is_offered_as_a_filter,
    filters_that_leave_nothing_can_be_taken_off,
    years_stand_from_the_latest_on, filters_are_a_sheet_on_a_phone, the_way_back_from_a_result_leads_to_the_same_place,
    every_query_that_was_looked_at_is_a_step_of_the_history, odd_queries_get_an_orderly_answer,
    a_missing_shard_is_named_and_asked_for_again, a_truncated_shard_is_named_while_the_rest_answers,
    a_search_without_its_index_leads_on, only_a_file_that_did_not_load_is_told_of,
    pages_with_all_words_are_counted, the_sites_own_pages_are_found_first_by_their_names,
    the_whole_list_of_suggestions_is_within_the_window,
]
OVER_HTTP = [the_states_of_the_search_are_accessible]
WITHOUT_SCRIPTS = [without_javascript_the_search_page_leads_on]
