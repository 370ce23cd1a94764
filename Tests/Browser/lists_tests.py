"""Lists and long pages: filters of lists, rows of cards, chapters of albums, what is printed."""

import os
import re
import shutil
import subprocess
import tempfile

from harness import MODES, OVERFLOW, expect, until

LISTS = ["practices/index.html", "model-decisions/index.html", "documents/index.html", "events/index.html",
         "pages/index.html", "directions/znanie.html"]
ITEM = "#filtered [data-tokens]"
ALBUM = "albums/municipal-album.html"

# Cards that stand alone in the last row of their list, beside empty places; lists of one card are none of a row. A kind of
# one card may leave a gap beside it: the columns of a page keep their places.
LONE = """() => [...document.querySelectorAll('.cards, .shelf, .doors > ul')].flatMap(list => {
    const items = [...list.children].filter(one => one.checkVisibility());
    const boxes = items.map(one => one.getBoundingClientRect());
    const top = Math.max(...boxes.map(box => box.top)), last = boxes.filter(box => Math.abs(box.top - top) < 2);
    const room = list.getBoundingClientRect().width;
    return items.length > 1 && last.length === 1 && last[0].width < room * 0.9
        ? [`«${items[items.length - 1].textContent.trim().slice(0, 40)}» of ${items.length}, ${Math.round(last[0].width)} of ${Math.round(room)} px`] : [];
})"""

# Where columns of cards begin and how wide they are, but for one that has its row alone; tops of rules that stand beside
# each other.
GRID = """() => {
    const cards = [...document.querySelectorAll('.groups .card')].filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect());
    const page = document.querySelector('.groups').getBoundingClientRect().width;
    const narrow = cards.filter(box => box.width < page * 0.9), of = what => [...new Set(narrow.map(what))].sort((a, b) => a - b);
    return {lefts: of(box => Math.round(box.left)), widths: of(box => Math.round(box.width)),
        rules: of(box => Math.round(box.top + scrollY)).filter((top, n, all) => n && top - all[n - 1] < 40)};
}"""


def lists(site):
    return [path for path in site.pages if path.endswith("index.html") or path.startswith(
        ("directions/", "municipalities/", "rma-directions/", "texts/", "albums/"))]


def shown(page):
    return page.locator(ITEM + ":visible").count()


def no_card_is_left_alone_in_its_row(visit):
    lone = []
    for width in (1366, 1024, 768):
        visit.page.set_viewport_size({"width": width, "height": 900})
        for path in lists(visit.site):
            page = visit.open(path)
            if path.startswith("albums/"):
                page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
            lone += [f"{path} at {width}: {what}" for what in page.evaluate(LONE)]
    expect(not lone, "\n".join(["alone:"] + lone))


def cards_of_a_page_stand_in_one_grid(visit):
    for path in ("directions/znanie.html", "directions/zdorove.html", "municipalities/asha-mr.html"):
        if path not in visit.site.pages:
            continue
        for width, columns in ((1366, 3), (768, 2)):
            page = visit.open(path)
            page.set_viewport_size({"width": width, "height": 900})
            grid = page.evaluate(GRID)
            expect(len(grid["lefts"]) <= columns and len(grid["widths"]) <= 1 and not grid["rules"], f"{path} at {width} px: {grid}")
            places = page.eval_on_selector_all(".groups h2", """all => [...new Set(all.filter(one => one.querySelector('.count')).map(one =>
                one.querySelector('.count').getBoundingClientRect().left - one.getBoundingClientRect().left))]""")
            expect(places == [0], f"{path} at {width} px: counts stand {places} px behind their headings")


def nor_in_what_a_filter_leaves(visit):
    lone = []
    for width in (1366, 1024, 768):
        visit.page.set_viewport_size({"width": width, "height": 900})
        for path in LISTS[:2]:
            page = visit.open(path)
            for select in page.locator("form.filter select").all():
                name = select.get_attribute("name")
                for value in select.locator("option").evaluate_all("all => all.map(one => one.value)")[:8]:
                    page.eval_on_selector(f"select[name='{name}']", """(select, value) => {
                        select.value = value; select.dispatchEvent(new Event('input', {bubbles: true})); }""", value)
                    lone += [f"{path} at {width}, {name}={value}: {what}" for what in page.evaluate(LONE)]
                page.eval_on_selector(f"select[name='{name}']", """select => {
                    select.value = ''; select.dispatchEvent(new Event('input', {bubbles: true})); }""")
    expect(not lone, "\n".join(["alone:"] + lone))


def every_list_is_narrowed_by_what_its_materials_hold(visit):
    for path in LISTS:
        page = visit.open(path)
        everything = shown(page)
        expect(everything >= 8 and page.locator("form.filter").is_visible(), f"{path} has no filter")
        for select in page.locator("form.filter select").all():
            name, label = select.get_attribute("name"), select.locator("option").nth(1).inner_text()
            select.select_option(index=1)
            count = int(re.search(r"\((\d+)\)", label)[1])
            expect(shown(page) == count, f"{path}: «{label}» shows {shown(page)}")
            expect(f"{name}=" in page.url, f"{path}: the address does not say {name}")
            said = page.locator(".filter [role=status]").inner_text()
            expect(str(count) in said and str(everything) in said, f"{path} says «{said}»")
            page.click(".filter-result button")
            expect(shown(page) == everything, f"{path}: not all are back after {name}")


def a_choice_of_a_list_counts_what_the_others_leave(visit):
    page = visit.open("documents/index.html?level=municipal")
    left = shown(page)
    expect(0 < left < page.locator(ITEM).count(), f"{left} documents are left")
    headings = page.locator("#filtered h2:visible").all_inner_texts()
    expect(len(headings) == 1, f"headings stand above nothing: {headings}")
    options = page.eval_on_selector_all(
        "select[name='year'] option", "all => all.filter(one => one.value).map(one => [one.value, one.textContent, one.disabled])")
    for value, text, disabled in options:
        count = int(re.search(r"\((\d+)\)", text)[1])
        expect(disabled == (count == 0) and count <= left, f"{text} of {left}")
    empty = next(value for value, _, disabled in options if disabled)
    visit.open(f"documents/index.html?level=municipal&year={empty}")
    said = page.locator(".filter [role=status]").inner_text()
    expect(shown(page) == 0 and "Уровень: муниципальный" in said and empty in said and "документов" in said, f"the page says «{said}»")
    expect(page.locator(".filter-result button").is_visible(), "there is no way out")


def no_count_of_all_stands_above_what_is_left(visit):
    page = visit.open("directions/znanie.html?year=2022")
    expect(0 < shown(page) < page.locator(ITEM).count(), "the list is not narrowed")
    expect(page.locator("#filtered h2 .count:visible").count() == 0, "a heading counts what is not shown")


def names_are_found_by_words_typed(visit):
    page = visit.open("municipalities/index.html")
    everything = shown(page)
    page.fill("form.filter input", "ашинск")
    expect(shown(page) == 1, f"{shown(page)} municipalities are left")
    expect("words=" in page.url, f"the address is {page.url}")
    address = page.url
    page.fill("form.filter input", "нет такого")
    said = page.locator(".filter [role=status]").inner_text()
    expect(shown(page) == 0 and "нет такого" in said and "муниципалитетов" in said, f"the page says «{said}»")
    page.click(".filter-result button")
    expect(shown(page) == everything and page.evaluate("document.activeElement.tagName") == "INPUT", "not all are back")
    page.goto("about:blank")
    page.goto(address)
    expect(shown(page) == 1 and page.input_value("form.filter input") == "ашинск", "the sent address shows something else")
    visit.open("glossary.html?words=шнор")
    expect(0 < shown(page) < 8, f"{shown(page)} terms are left")
    letters = page.locator(".letters a:visible")
    for letter in letters.all():
        expect(page.locator(f"[id='{letter.get_attribute('href')[1:]}']").is_visible(), "a letter leads to what is hidden")


def on_a_phone_the_fields_wait_behind_a_button(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open("documents/index.html")
    expect(not page.locator("form.filter select:visible").count(), "the fields push the list away")
    page.click(".filter .fold")
    expect(page.locator("form.filter select:visible").count() > 2, "the fields do not come")
    visit.open("documents/index.html?level=federal")
    expect(page.input_value("form.filter select:visible >> nth=2") != "" or page.locator("form.filter select:visible").count() > 2,
           "who is sent a narrowed list does not see by what")


def what_a_list_is_narrowed_by_is_named_and_dropped(visit):
    for width in (320, 390, 1280):
        page = visit.open("documents/index.html?level=regional&year=2022")
        page.set_viewport_size({"width": width, "height": 844})
        if page.locator(".filter .fold:visible").count():
            page.click(".filter .fold")
            expect(not page.locator("form.filter select:visible").count(), "the fields are there")
        chips = page.locator(".filter-chips button:visible")
        expect(chips.all_inner_texts() == ["2022", "региональный"], f"at {width} px the choices are {chips.all_inner_texts()}")
        expect(chips.last.get_attribute("aria-label").startswith("Уровень: региональный"), "a choice does not say of what")
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut")
        before = shown(page)
        chips.last.click()
        expect(shown(page) > before and "level=" not in page.url and "year=2022" in page.url, f"the address is {page.url}")
        expect(page.evaluate("document.activeElement.textContent") == "2022", "the keyboard is lost")
        chips.first.click()
        expect(shown(page) == page.locator(ITEM).count() and chips.count() == 0, "not all are back")
        expect(page.evaluate("document.activeElement.offsetParent !== null && document.activeElement !== document.body"), "the keyboard is lost")


def no_way_of_the_home_page_stands_alone(visit):
    for width in (320, 390, 600, 768, 900, 1024, 1280):
        page = visit.open("index.html")
        page.set_viewport_size({"width": width, "height": 900})
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut: {page.evaluate(OVERFLOW)}")
        rows = page.eval_on_selector_all(".spines, .doors > ul", """all => all.map(one => {
            const tops = [...one.children].map(child => Math.round(child.getBoundingClientRect().top));
            return [one.className, [...new Set(tops)].map(top => tops.filter(other => other === top).length)]; })""")
        expect(all(counts[-1] > 1 or max(counts) == 1 for _, counts in rows), f"at {width} px rows are {rows}")


def twelve_directions_fit_the_home_page(visit):
    page = visit.open("index.html")
    page.evaluate("""() => { const shelf = document.querySelector('.spines');
        while (shelf.children.length < 12) shelf.append(shelf.lastElementChild.cloneNode(true)); }""")
    for width in (390, 1120, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut: {page.evaluate(OVERFLOW)}")


def an_album_among_cards_is_a_book(visit):
    page = visit.open("albums/index.html")
    for width in (390, 768, 1366):
        page.set_viewport_size({"width": width, "height": 900})
        books = page.eval_on_selector_all(".card", "all => all.map(one => ['.book-spine', '.cover-art'].every(part => one.querySelector(part)?.checkVisibility()))")
        expect(len(books) > 1 and all(books), f"at {width} px cards have {books}")
        cut = page.eval_on_selector_all(".card", """all => all.filter(one => [...one.querySelectorAll('.state')].some(tag =>
            tag.getBoundingClientRect().right > (getComputedStyle(one.querySelector('.cover-art')).position === 'absolute'
                ? one.querySelector('.cover-art').getBoundingClientRect().left : one.getBoundingClientRect().right))).length""")
        expect(cut == 0, f"at {width} px the picture lies on words of {cut} cards")


def the_largest_letters_fit_on_pages_with_covers(visit):
    for path in ("index.html", "albums/index.html", ALBUM):
        page = opened_as(visit, path, "low vision")
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 800})
            expect(not page.evaluate(OVERFLOW), f"{path} at {width} px: {page.evaluate(OVERFLOW)}")


def a_filter_is_as_wide_as_its_list(visit):
    for path in LISTS:
        page = visit.open(path)
        for width in (768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            right = page.evaluate("['form.filter', '#filtered'].map(one => Math.round(document.querySelector(one).getBoundingClientRect().right))")
            expect(right[0] == right[1], f"{path} at {width} px: {right}")


def counts_of_a_list_of_names_stand_in_one_place(visit):
    for path in ("municipalities/index.html", "directions/index.html"):
        for width in (390, 768, 1280):
            page = visit.open(path)
            page.set_viewport_size({"width": width, "height": 900})
            places = page.eval_on_selector_all(".entry", """all => [...new Set(all.filter(one => one.querySelector('.count')).map(one =>
                one.querySelector('.count').getBoundingClientRect().top >= one.querySelector('a').getBoundingClientRect().bottom - 4))]""")
            expect(len(places) == 1, f"{path} at {width} px: counts stand beside names and below them")


def documents_stand_by_level_and_the_newest_first(visit):
    page = visit.open("documents/index.html")
    expect([text.split(" уровень")[0] for text in page.locator("#filtered h2").all_inner_texts()][:3]
           == ["Федеральный", "Региональный", "Муниципальный"], "the levels stand in another order")
    for group in page.locator("#filtered .group").all():
        days = group.locator(".paper").evaluate_all("all => all.map(one => one.querySelector('time')?.dateTime ?? '')")
        expect(days == sorted(days, reverse=True), f"not by date: {days}")


def chapters_open_by_links_words_and_buttons(visit):
    page = visit.open(ALBUM)
    chapters = page.locator("details.chapter")
    expect(chapters.count() > 2 and page.locator("details.chapter[open]").count() == 0, "chapters are not folded")
    expect(all(part.strip() for part in page.locator("details.chapter summary").all_inner_texts()), "a chapter has no title")
    page.locator("#chapters-list a").nth(1).click()
    until(page, "document.querySelector(':target')?.open")
    expect(page.locator("details.chapter[open]").count() == 1, "another chapter is open")
    page.get_by_role("button", name="Развернуть все").click()
    expect(page.locator("details.chapter[open]").count() == chapters.count(), "not all are open")
    page.get_by_role("button", name="Свернуть все").click()
    expect(page.locator("details.chapter[open]").count() == 0, "not all are folded")
    # The same link once more.
    page.locator("#chapters-list a").nth(1).click()
    until(page, "document.querySelector(':target')?.open")
    # An address that leads into a chapter, and one that is torn.
    first = page.locator("details.chapter").first.get_attribute("id")
    visit.open("index.html")
    visit.open(ALBUM + "#" + first)
    expect(page.locator("details.chapter").first.get_attribute("open") is not None, "an address leads to what is folded")
    visit.open("index.html")
    visit.open(ALBUM + "#%")
    # Words that led here from the search lie in a chapter.
    url = page.url.split("#")[0]
    page.evaluate("""url => sessionStorage.setItem("album-found", JSON.stringify(
        {url, terms: ["аш"], marks: "Отметок", next: "Дальше", unmark: "Убрать"}))""", url)
    page.goto("about:blank")
    page.goto(url)
    marks = page.locator("mark.found")
    if marks.count():
        expect(all(mark.is_visible() for mark in marks.all()), "a mark is folded away")


def who_comes_back_finds_the_chapter_open(visit):
    page = visit.open(ALBUM)
    chapter = page.locator("details.chapter").nth(1)
    chapter.locator("summary").click()
    until(page, "document.querySelectorAll('details.chapter')[1].open")
    chapter.locator(".card-title a").first.click()
    page.locator("h1").wait_for()
    page.go_back()
    until(page, "document.querySelectorAll('details.chapter')[1]?.open")
    expect(page.url.endswith("#" + chapter.get_attribute("id")), f"the address is {page.url}")
    chapter.locator("summary").click()
    expect("#" not in page.url, f"a closed chapter stays in {page.url}")


def titles_of_chapters_hang_beside_their_numbers(visit):
    for width in (320, 390, 768):
        page = visit.open(ALBUM)
        page.set_viewport_size({"width": width, "height": 844})
        faults = page.eval_on_selector_all(".chapter > summary", """all => all.flatMap(one => {
            const title = one.querySelector('h2'), range = document.createRange();
            range.selectNodeContents(title.lastChild);
            const lines = Object.values([...range.getClientRects()].reduce((all, box) =>
                ({...all, [Math.round(box.top / 8)]: Math.min(all[Math.round(box.top / 8)] ?? 9999, Math.round(box.left))}), {}));
            const count = one.querySelector('.quiet')?.getBoundingClientRect();
            return Math.max(...lines) - Math.min(...lines) > 2 || count && Math.abs(count.left - lines[0]) > 8
                ? [`${title.textContent.slice(0, 30)}: ${lines} and ${count?.left}`] : []; })""")
        expect(not faults, f"at {width} px: {faults}")
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut")


def without_scripts_lists_and_chapters_are_complete(visit):
    page = visit.open("documents/index.html")
    expect(page.locator("form.filter").is_hidden() and shown(page) == page.locator(ITEM).count() > 8, "documents are missing")
    page = visit.open(ALBUM)
    expect(page.locator("[data-folds]:visible").count() == 0, "buttons that do nothing are shown")
    page.locator("details.chapter > summary").first.click()
    expect(page.locator("details.chapter .card").first.is_visible(), "a chapter does not open")


# --- Paper

LEAST_LETTERS = 60
FOOT = re.compile(r"^.*издание от .*$|^\s*\d+\s*$", re.M)


def sheets(page, folder):
    """The text of each sheet, with its foot."""
    # A person has moved the pointer before printing, which loads the edition.
    page.mouse.move(200, 200)
    page.mouse.move(240, 240)
    until(page, "window.AlbumEdition")
    path = os.path.join(folder, "page.pdf")
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return text.replace("\u00ad", "").replace("\u00a0", " ").split("\f")[:-1]


def opened_as(visit, path, mode):
    """A page as a reader of a mode sees it."""
    page = visit.open(path)
    page.evaluate("look => localStorage.setItem('album-look', JSON.stringify(look))", MODES[mode][1])
    page.goto("about:blank")
    return visit.open(path)


def on_paper(visit, path, mode="light"):
    """The sheets of a page, as a reader of a mode prints them; none where they cannot be read."""
    if not shutil.which("pdftotext"):
        print("       pdftotext is missing: not printed")
        return None
    page = opened_as(visit, path, mode)
    with tempfile.TemporaryDirectory() as folder:
        texts = sheets(page, folder)
    # The marks of where words may be parted are spaces and hyphens to some of the letters.
    return [re.sub(r"[\u2010\u00ad]", "", text) for text in texts]


def numbers_of_the_coverage_stand_whole_on_paper(visit):
    for mode in ("light", "low vision"):
        texts = on_paper(visit, "coverage.html", mode)
        if texts is None:
            return
        row = next((line for line in "\n".join(texts).splitlines() if line.startswith("Каменск-Уральский ГО ")), "")
        found = row.split()[2:]
        expect(found == ["10", "·", "2", "·", "·", "13", "3", "·", "11", "5", "18", "0"], f"{mode}: the row says {found}")


def the_coverage_says_in_its_address_what_the_map_shows(visit):
    page = visit.open("coverage.html")
    expect(page.locator(".tile-map:visible").get_attribute("id") == "map-materials", "the map shows another measure")
    page.locator("input[name=measure][value=map-part]").check()
    expect(page.url.endswith("coverage.html?measure=map-part"), f"the address is {page.url}")
    page.locator("input[name=order][value=count]").check()
    expect("measure=map-part" in page.url and "order=count" in page.url, f"the address is {page.url}")
    page = visit.open("coverage.html?measure=map-part")
    expect(page.locator(".tile-map:visible").get_attribute("id") == "map-part" and page.locator("input[name=measure][value=map-part]").is_checked(), "a colleague sees another map")
    page.locator("input[name=measure][value=map-materials]").check()
    expect("measure" not in page.url, f"the measure that it begins with stands in {page.url}")
    visit.open("coverage.html?measure=nothing")
    expect(page.locator(".tile-map:visible").get_attribute("id") == "map-materials", "an unknown measure is shown")


def own_cells_of_the_coverage_are_filled_on_paper(visit):
    """«Закрашенная клетка» was not: grounds are printed only where the style asks for them."""
    page = visit.open("coverage.html")
    page.set_viewport_size({"width": 650, "height": 900})
    page.emulate_media(media="print")
    bad = page.eval_on_selector_all(".matrix tbody td:not(.gap, .sum)", """all => all.map(one => getComputedStyle(one)).filter(style =>
        (style.printColorAdjust || style.webkitPrintColorAdjust) !== "exact" || /rgba\\(0, 0, 0, 0\\)|rgb\\(255, 255, 255\\)/.test(style.backgroundColor)).length""")
    expect(bad == 0, f"{bad} cells of own materials are not filled")
    parted = page.evaluate("""() => [...document.querySelectorAll(".matrix .own + .part")].filter(part => {
        const own = part.previousElementSibling.getBoundingClientRect(), box = part.getBoundingClientRect(), cell = part.closest("td").getBoundingClientRect();
        return box.left < own.right || own.left < cell.left - 1 || box.right > cell.right + 1; }).length""")
    expect(parted == 0, f"the numbers of {parted} cells are parted or stand in others")


def heads_of_the_coverage_stand_beside_each_other_on_paper(visit):
    for mode in ("light", "low vision"):
        page = opened_as(visit, "coverage.html", mode)
        # As wide as a sheet without its margins.
        page.set_viewport_size({"width": 650, "height": 900})
        page.emulate_media(media="print")
        wide = page.eval_on_selector_all(".matrix thead :is(a, .sum span)", """links => links.filter(one =>
            one.getBoundingClientRect().width > one.parentElement.getBoundingClientRect().width
            || one.scrollHeight > one.clientHeight + 1).map(one => one.textContent)""")
        expect(not wide, f"{mode}: heads are wider than their columns: {wide}")


def a_comparison_on_paper_says_each_thing_once(visit):
    # Paper has every title.
    for mode, most in (("light", 4), ("low vision", 6)):
        texts = on_paper(visit, "compare.html?m=asha-mr,kamensk-uralsky-go,magnitogorsk-go", mode)
        if texts is None:
            return
        text = "\n".join(texts)
        expect("не выбран" not in text and "Муниципалитет 4" not in text, f"{mode}: fields are printed")
        times = sum("Знание — Каменск" in line for line in text.splitlines())
        expect(times == 1, f"{mode}: the last row stands there {times} times")
        expect(len(texts) <= most, f"{mode}: {len(texts)} sheets")
        for number, sheet in enumerate(texts, 1):
            expect("Магнитогорский ГО" in sheet, f"{mode}, sheet {number}: a head is torn")


# What leads into a list, and is nothing at the end of a sheet; «▼» is its mark on the screen.
LEADS = re.compile(r"^(По теме|[▼▾]? *\d{4} год( \d+ меропри.*)?|.* квартал|Только год или несколько кварталов)$")


def no_heading_ends_a_sheet(visit):
    if not shutil.which("pdftotext"):
        print("       pdftotext is missing: not printed")
        return
    for path, behind in (("calendar.html", "#calendar .main-column"), ("albums/municipal-album.print.html", ".print-chapter")):
        page = visit.open(path)
        # Wherever the sheets end.
        for space in range(0, 900, 45):
            page.eval_on_selector(behind, f"one => {{ one.style.paddingTop = '{space}px'; }}")
            with tempfile.TemporaryDirectory() as folder:
                texts = sheets(page, folder)
            for number, sheet in enumerate(texts, 1):
                lines = [line.strip() for line in sheet.split("Методический альбом · ")[0].splitlines() if line.strip()]
                expect(not LEADS.match(lines[-1]), f"{path}, {space} px lower, sheet {number} ends with «{lines[-1]}»")


def what_can_be_folded_has_no_marks_on_paper(visit):
    page = visit.open("calendar.html")
    page.emulate_media(media="print")
    marks = page.eval_on_selector_all("main summary", "all => all.map(one => getComputedStyle(one).listStyleType)")
    expect(marks and set(marks) == {"none"}, f"marks are {set(marks)}")


def nothing_is_printed_in_the_colour_of_paper(visit):
    for mode in ("light", "low vision"):
        page = opened_as(visit, "index.html", mode)
        page.set_viewport_size({"width": 650, "height": 900})
        page.emulate_media(media="print")
        light = page.eval_on_selector_all("main :is(a, p, span, h1, h2, h3, li)", """all => all.filter(one =>
            one.checkVisibility() && one.textContent.trim() && getComputedStyle(one).color === 'rgb(255, 255, 255)').map(one => one.textContent.slice(0, 30))""")
        expect(not light, f"{mode}: white on paper: {light}")
        expect(not page.evaluate(OVERFLOW), f"{mode}: {page.evaluate(OVERFLOW)}")


def a_date_at_the_foot_is_never_torn(visit):
    page = visit.open("compare.html")
    page.mouse.move(200, 200)
    page.mouse.move(240, 240)
    until(page, "window.AlbumEdition")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    foot = page.evaluate("document.documentElement.style.getPropertyValue('--foot')")
    expect("издание\u00a0от\u00a01\u00a0декабря\u00a02023\u00a0г." in foot, f"the foot is {foot!r}")


def no_sheet_is_blank_and_each_says_where_it_is_from(visit):
    if not shutil.which("pdftotext"):
        print("       pdftotext is missing: not printed")
        return
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for path in visit.site.kinds_of_pages():
            if path.startswith(("search.html", "404.html", "share/")):
                continue
            page = visit.open(path)
            texts = sheets(page, folder)
            for number, text in enumerate(texts, 1):
                letters = len(re.findall(r"\w", FOOT.sub("", text)))
                if letters < LEAST_LETTERS:
                    faults.append(f"{path}, sheet {number} of {len(texts)}: {letters} letters")
                if "издание от" not in text or path.split("/")[-1].split(".")[0] not in text:
                    faults.append(f"{path}, sheet {number} does not say where it is from")
    expect(not faults, "\n".join(faults))


def an_album_on_paper_has_all_its_chapters(visit):
    page = visit.open(ALBUM)
    closed = page.locator("details.chapter:not([open])").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.chapter:not([open])").count() == 0, "a chapter is folded on paper")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.chapter:not([open])").count() == closed, "the page does not go back")


def addresses_of_links_stand_behind_the_text(visit):
    page = visit.open("pages/about.html")
    page.evaluate("""() => document.querySelector('.prose').append(...[1, 2, 1].map(number => {
        const link = document.createElement('a');
        link.href = 'https://example.org/' + number;
        link.textContent = 'сайт ' + number;
        return link;
    }))""")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".prose > a + sup").all_inner_texts() == ["[1]", "[2]", "[1]"], "the numbers are others")
    expect(page.locator(".print-links li").all_inner_texts() == ["https://example.org/1", "https://example.org/2"], "the list is another")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-links, .prose > a + sup").count() == 0, "the list stays on the screen")


EDITIONS = ("albums/team-album.print.html", "albums/municipal-album.print.html")


def chapters_of_an_edition_begin_their_sheets(visit):
    for path in EDITIONS:
        texts = on_paper(visit, path)
        if texts is None:
            return
        lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
        expect("издание от" in " ".join(lines[0][-3:]) and any(path in line for line in lines[0]), f"{path}: the cover says {lines[0]}")
        numbers = [number for number, sheet in enumerate(lines) if re.match(r"Глава \d+\. ", sheet[0])]
        expect(numbers == list(range(2, len(lines))), f"{path}: chapters stand at the head of the sheets {numbers}")
        begun = [sheet[0] for sheet in lines[2:]]
        expect(len(begun) == len(set(begun)) == visit.page.locator(".print-chapter").count(), f"{path}: sheets of {begun}")
        short = [sheet[0] for sheet in lines[2:] if len(sheet) < 12]
        expect(not short, f"{path}: nearly blank sheets of {short}")


def an_edition_on_paper_says_nothing_twice(visit):
    for path in EDITIONS:
        texts = on_paper(visit, path)
        if texts is None:
            return
        text = " ".join(" ".join(texts).split())
        expect(text.count("2603 респондента") == 1 and "в главе 1." in text, f"{path}: what is known is repeated")
        expect("распечатать" not in text and "как добавить" not in text, f"{path}: says how the site is used")
        page = visit.page
        expect("2603" in page.locator(".print-chapter").nth(1).inner_text() and page.locator(".paper-says:visible").count() == 0, f"{path}: the screen has changed")


def lists_of_pages_have_their_addresses_on_paper(visit):
    page = visit.open("practices/kvest-vsoko.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    links, told = page.locator(".link-groups a"), page.locator(".link-groups .print-address").all_inner_texts()
    expect(len(told) == links.count() and all(re.fullmatch(r" ?[a-z-]+/[\w.-]+\.html", one) for one in told), f"addresses are {told}")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-address").count() == 0, "addresses stay on the screen")


def no_row_of_a_table_stands_alone_on_its_sheet(visit):
    if not shutil.which("pdftotext"):
        print("       pdftotext is missing: not printed")
        return
    page = visit.open("practices/kvest-vsoko.html")
    rows = [text.split()[0] for text in page.locator("main .record table tbody th").all_inner_texts()]
    torn = 0
    for space in range(0, 500, 50):
        page.eval_on_selector(".prose", f"one => {{ one.style.paddingTop = '{space}px'; }}")
        with tempfile.TemporaryDirectory() as folder:
            texts = sheets(page, folder)
        heads = [sheet.split("Этап", 1)[1] for sheet in texts if re.search(r"^ *Этап", sheet, re.M)]
        torn += len(heads) > 1
        for sheet in heads:
            count = sum(bool(re.search(rf"^ *{re.escape(row)}", sheet, re.M)) for row in dict.fromkeys(rows))
            expect(count > 1, f"{space} px lower, {count} row stands below the head: {sheet[:80]}")
    expect(torn, "the table has stood on one sheet all the time")


def what_only_a_screen_can_do_is_not_printed(visit):
    for path, dead in (("coverage.html", ("Сравнить муниципалитеты", "Как добавить")), ("directions/znanie.html", ("Все мероприятия", "Сравнить")),
                       ("glossary.html", ("Встречается", "Найти все")), ("documents/index.html", ("Упоминается на страницах",)),
                       ("practices/kvest-vsoko.html", ("Упоминается на страницах",)), ("albums/team-album.html", ("Упоминается на страницах",))):
        page = visit.open(path)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        text = page.locator("main").inner_text()
        found = [words for words in dead if words in text]
        expect(not found, f"{path}: {found} is printed")
        expect(page.locator("main :is(button, input, select):visible").count() == 0, f"{path}: a field is printed")
        lines = page.eval_on_selector_all("main :is(a, abbr)", "all => all.filter(one => one.checkVisibility() && getComputedStyle(one).textDecorationLine !== 'none').map(one => one.textContent)")
        expect(not lines, f"{path}: lines below {lines[:3]}")
        page.emulate_media(media="screen")


def cells_of_the_coverage_are_told_apart_on_paper(visit):
    page = visit.open("coverage.html")
    page.set_viewport_size({"width": 650, "height": 900})
    page.emulate_media(media="print")
    both = page.eval_on_selector_all(".matrix :is(tbody, tfoot) td:has(.own + .part)", "all => all.map(one => [...one.querySelectorAll('.own, .part')].map(part => part.getBoundingClientRect().bottom))")
    expect(both and all(abs(one - other) < 4 for one, other in both), f"numbers stand below each other: {both}")
    kinds = page.evaluate("""() => ['.own', '.part'].map(name => { const part = document.querySelector('.matrix tbody ' + name), cell = part.closest('td');
        return {border: parseFloat(getComputedStyle(part).borderTopWidth), weight: getComputedStyle(part).fontWeight, exact: getComputedStyle(cell).printColorAdjust}; })""")
    own, part = kinds
    expect(own["exact"] == "exact" and int(own["weight"]) >= 600 and not own["border"] and part["border"] and int(part["weight"]) < 600, f"own and part are {kinds}")


def paper_is_white_whatever_the_screen_is(visit):
    looks = [{"mode": "dark"}, *({"vision": "on", "mode": "dark", "colours": colours} for colours in ("white", "black", "blue", "beige", "brown"))]
    for path in ("coverage.html", "assessments/municipal-mechanisms-2023.html", "albums/team-album.print.html"):
        page = visit.open(path)
        for look in looks:
            page.evaluate("look => localStorage.setItem('album-look', JSON.stringify(look))", look)
            page.reload()
            page.emulate_media(media="print", color_scheme="dark")
            colours = page.evaluate("() => { const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]; }")
            expect(colours[0] == "rgb(0, 0, 0)" and colours[1] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"{path}, {look}: {colours}")
            page.emulate_media(media="screen", color_scheme="light")
        page.evaluate("localStorage.removeItem('album-look')")


def a_map_that_has_become_a_list_speaks_of_no_map(visit):
    for path in ("index.html", "coverage.html"):
        page = visit.open(path)
        page.set_viewport_size({"width": 1280, "height": 900})
        expect("на карте" in page.locator(".tile-map:visible figcaption").first.inner_text().lower(), f"{path}: the map says nothing")
        page.set_viewport_size({"width": 390, "height": 900})
        expect(page.locator(".tile-map:visible svg[role=group]:visible").count() == 0, f"{path}: the map is there")
        said = " ".join(page.locator(".tile-map figcaption:visible, .maps .choice").all_inner_texts())
        expect("карт" not in said.lower(), f"{path} says of a list: «{said}»")


def names_of_the_map_have_one_size(visit):
    for path in ("index.html", "coverage.html"):
        for width in (700, 1000, 1280, 1366):
            page = visit.open(path)
            page.set_viewport_size({"width": width, "height": 900})
            sizes = page.evaluate("""() => [...document.querySelectorAll('.tile-map svg[role=group]')].filter(one => one.checkVisibility()).flatMap(svg => {
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return [...new Set([...svg.querySelectorAll('.tile-name')].map(one => parseFloat(getComputedStyle(one).fontSize) * scale))]; })""")
            expect(len(sizes) == 1 and sizes[0] >= 11, f"{path} at {width} px: names are {sizes} px high")
            wide = page.evaluate("""() => [...document.querySelectorAll('.tile')].filter(one => one.checkVisibility()).filter(one =>
                one.querySelector('.tile-name').getBoundingClientRect().width > one.querySelector('rect').getBoundingClientRect().width - 2)
                .map(one => one.querySelector('.tile-name').textContent)""")
            expect(not wide, f"{path} at {width} px: {wide} touch the edge")
            page.locator(".legend:visible").first.wait_for()
            idle = page.evaluate("""() => [...document.querySelectorAll('.tile-map')].filter(one => one.checkVisibility()).flatMap(map =>
                [...map.querySelectorAll('.swatch')].filter(one => one.checkVisibility() && !map.querySelector('.tile.' + one.className.split(' ')[1]))
                .map(one => one.className))""")
            expect(not idle, f"{path}: the legend tells of {idle}, no tile has it")


EVERYWHERE = [
    every_list_is_narrowed_by_what_its_materials_hold, a_choice_of_a_list_counts_what_the_others_leave,
    names_are_found_by_words_typed, chapters_open_by_links_words_and_buttons,
    who_comes_back_finds_the_chapter_open, no_sheet_is_blank_and_each_says_where_it_is_from,
]
OVER_HTTP = [
    a_map_that_has_become_a_list_speaks_of_no_map, no_count_of_all_stands_above_what_is_left, no_card_is_left_alone_in_its_row, cards_of_a_page_stand_in_one_grid, names_of_the_map_have_one_size, nor_in_what_a_filter_leaves,
    on_a_phone_the_fields_wait_behind_a_button, what_a_list_is_narrowed_by_is_named_and_dropped,
    titles_of_chapters_hang_beside_their_numbers, no_way_of_the_home_page_stands_alone, twelve_directions_fit_the_home_page, a_filter_is_as_wide_as_its_list,
    counts_of_a_list_of_names_stand_in_one_place, an_album_among_cards_is_a_book,
    the_largest_letters_fit_on_pages_with_covers,
    documents_stand_by_level_and_the_newest_first, an_album_on_paper_has_all_its_chapters,
    addresses_of_links_stand_behind_the_text, numbers_of_the_coverage_stand_whole_on_paper,
    the_coverage_says_in_its_address_what_the_map_shows, own_cells_of_the_coverage_are_filled_on_paper,
    heads_of_the_coverage_stand_beside_each_other_on_paper, a_comparison_on_paper_says_each_thing_once,
    nothing_is_printed_in_the_colour_of_paper, no_heading_ends_a_sheet, what_can_be_folded_has_no_marks_on_paper, a_date_at_the_foot_is_never_torn,
    chapters_of_an_edition_begin_their_sheets, an_edition_on_paper_says_nothing_twice, lists_of_pages_have_their_addresses_on_paper,
    no_row_of_a_table_stands_alone_on_its_sheet,
    what_only_a_screen_can_do_is_not_printed, cells_of_the_coverage_are_told_apart_on_paper, paper_is_white_whatever_the_screen_is,
]
WITHOUT_SCRIPTS = [without_scripts_lists_and_chapters_are_complete]
