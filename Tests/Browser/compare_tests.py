"""Municipalities side by side: over http and from a disk, where a page may read no files."""

from accessibility_tests import AXE, offences
from harness import OVERFLOW, expect, until
from office import EXCEL, WORD, bare, take, words

PAIR = "compare.html?m=asha-mr,kamensk-uralsky-go"


def titles(page, label):
    return page.evaluate(
        """label => Array.from(document.querySelectorAll(`.compare td[data-label="${label}"] li a`), a => a.textContent.replaceAll('\\u00ad', ''))""", label)


def two_municipalities_stand_side_by_side(visit):
    page = visit.open(PAIR)
    page.locator(".compare:not([hidden])").wait_for()
    heads = page.locator(".compare thead th").all_inner_texts()
    expect(heads[1:] == ["Ашинский МР", "Каменск-Уральский ГО"], f"the columns are {heads}")
    own = titles(page, "Ашинский МР")
    expect("Как Ашинский район обновил муниципальную систему оценки качества" in own, f"Asha has {own}")
    missing = page.locator(".compare tfoot td").first.inner_text()
    expect("Знание — Каменск-Уральский ГО" in missing, f"Asha lacks {missing}")
    # Of directions alone: what stands without one is no part of the row.
    row = page.locator(".compare tfoot tr").first
    expect("аправлени" in row.locator("th").inner_text(), f"the row is headed «{row.locator('th').inner_text()}»")
    nothing = row.locator("td").nth(1).inner_text()
    expect(nothing == "таких направлений нет", f"Kamensk lacks {nothing}")
    # The numbers are those of the coverage.
    counts = page.locator(".compare tr[data-total] b").all_inner_texts()
    page = visit.open("coverage.html")
    wanted = [page.locator(".matrix tbody tr", has=page.get_by_role("link", name=name, exact=True)).locator("td.sum").all_inner_texts()
              for name in ("Ашинский МР", "Каменск-Уральский ГО")]
    found = [[counts[0], counts[2]], [counts[1], counts[3]]]
    expect([row[1:] for row in wanted] == found, f"the coverage has {wanted}, the comparison {found}")


def each_link_of_the_comparison_leads_somewhere(visit):
    page = visit.open(PAIR)
    page.locator(".compare:not([hidden])").wait_for()
    for address in set(page.evaluate("Array.from(document.querySelectorAll('.compare a'), a => a.href)")):
        path, _, anchor = address.removeprefix(visit.site.url("")).partition("#")
        expect(path in visit.site.files, f"{address} is no page")
        expect(not anchor or f'id="{anchor}"' in (visit.site.folder / path).read_text(encoding="utf-8"), f"{address} has no such place")


def what_none_of_them_has_is_told_once(visit):
    page = visit.open(PAIR)
    page.locator(".compare:not([hidden])").wait_for()
    bare = page.eval_on_selector_all(".compare tr[data-direction]", """all => all.filter(row => row.checkVisibility()
        && [...row.querySelectorAll('td')].every(one => one.classList.contains('none'))).length""")
    row = page.locator(".compare tr[data-nobody]")
    expect(bare == 0 and row.is_visible() and "Здоровье" in row.inner_text() and "Знание" not in row.inner_text(), f"{bare} rows say «нет» alone, and one says «{row.inner_text()}»")
    for width in (390, 768):
        page.set_viewport_size({"width": width, "height": 800})
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut")
    page.locator("#compare-1").select_option("kopeysk-go")
    until(page, "() => document.querySelector('.compare thead').textContent.includes('Копейский')")
    expect(row.locator("td").count() < 2, "the row is drawn twice")


def what_is_chosen_stands_in_the_address(visit):
    page = visit.open("compare.html")
    told = page.locator(".compare-told")
    expect("Выберите" in told.inner_text(), f"told is {told.inner_text()}")
    expect(page.locator("select:visible").count() == 2, "more lists than two are offered")
    page.locator("#compare-1").select_option("miass-go")
    page.locator("#compare-2").select_option("troitsk-go")
    page.locator(".compare:not([hidden])").wait_for()
    expect(page.locator("select:visible").count() == 3, "no third one is offered")
    expect(page.locator("#compare-3 option[value='miass-go']").is_disabled(), "the same one can be chosen twice")
    expect(page.url.endswith("?m=miass-go,troitsk-go"), f"the address is {page.url}")
    page.locator("#compare-2").select_option("")
    expect(page.locator(".compare").is_hidden(), "one is compared with nothing")


def an_address_with_a_former_id_shows_what_has_it_now(visit):
    page = visit.page

    def renamed(route):
        body = route.fetch().text()
        route.fulfill(content_type="text/html", body=body.replace(
            '<option value="miass-go"', '<option value="miass-go" data-former="miasskii-go miass"'))

    for path, lists, others in [("compare.html?m=miass,troitsk-go", "#compare-1", "#compare-2"),
                                ("calendar.html?municipalities=miass", "select[name=municipalities]", None)]:
        page.route("**/" + path, renamed)
        visit.open(path)
        page.locator(lists).wait_for()
        expect(page.locator(lists).input_value() == "miass-go", f"{path}: {page.locator(lists).input_value()}")
        expect(not others or page.locator(others).input_value() == "troitsk-go", "the other is lost")
        page.unroute("**/" + path)


def a_choice_that_is_gone_is_told(visit):
    page = visit.open("calendar.html?municipalities=byvshii-mr")
    told = page.locator(".filter-gone")
    told.wait_for()
    expect("«Мой муниципалитет»" in told.inner_text(), told.inner_text())
    page.locator("select[name=municipalities]").select_option(index=1)
    expect(told.is_hidden(), "it is told of another choice")
    # A list that has no field of it, as a site that one region was left of.
    told = visit.open("calendar.html?regions=byvshaia-oblast").locator(".filter-gone")
    told.wait_for()
    expect("«Регион»" in told.inner_text(), told.inner_text())
    page = visit.open("compare.html?m=byvshii-mr,miass-go")
    expect(page.locator(".compare-gone").is_visible(), "nothing is told of who is gone")
    expect(visit.open(PAIR).locator(".compare-gone").is_hidden(), "it is told of who is there")


def the_comparison_is_usable_for_everybody(visit):
    page = visit.open(PAIR)
    page.locator(".compare:not([hidden])").wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AXE)
        found = list(offences(page))
        expect(not found, f"{scheme}: {found}")
    for width in (320, 390, 768):
        page.set_viewport_size({"width": width, "height": 800})
        expect(not page.evaluate(OVERFLOW), f"at {width} px something is cut")


def a_cell_shows_three_titles_and_unfolds_the_rest(visit):
    """A cell of many titles was very tall, and others beside it held «нет»."""
    page = visit.open(PAIR)
    page.locator(".compare:not([hidden])").wait_for()
    long = page.locator(".compare td:has(.compare-unfold)")
    expect(long.count() > 0, "no cell is folded")
    every = page.eval_on_selector_all(".compare td ul", "all => all.map(one => [...one.children].filter(item => item.getClientRects().length).length)")
    expect(max(every[:-1]) <= 3, f"cells show {every}")
    cell = long.first
    shown, button = cell.locator("li:visible").count(), cell.locator(".compare-unfold")
    titles_of = cell.locator("li").all_text_contents()
    beyond = [int(one.split()[-1]) for one in titles_of if one.startswith("и ещё ")]
    expect(shown == 3 and button.inner_text() == f"ещё {len(titles_of) - len(beyond) + sum(beyond) - 3}", f"{shown} titles of {titles_of}, «{button.inner_text()}»")
    page.emulate_media(media="print")
    expect(cell.locator("li:visible").count() == cell.locator("li").count() and button.is_hidden(), "paper lacks titles")
    page.emulate_media(media="screen")
    for ending in (WORD, EXCEL):
        file = take(page, ending)
        text = bare(words(file))
        missing = [one for one in page.locator(".compare td li").all_text_contents() if bare(one) not in text]
        expect(not missing, f"the file lacks {missing[:3]}")
        expect(button.inner_text() not in words(file).replace("\u00a0", " ").split("\n"), "the button is in the file")
    cell = cell.element_handle()
    button.first.focus()
    page.keyboard.press("Enter")
    state = page.evaluate("""cell => [[...cell.querySelectorAll("li")].every(item => item.getClientRects().length), !cell.querySelector("button"),
        document.activeElement.closest("li") === cell.querySelectorAll("li")[3]]""", cell)
    expect(state == [True, True, True], f"unfolded: {state}")


def below_nine_hundred_pixels_the_places_stand_below_each_other(visit):
    """At 768 px words were parted without a hyphen: «Ашински/й МР»."""
    page = visit.open("compare.html?m=asha-mr,kamensk-uralsky-go,magnitogorsk-go,miass-go")
    page.locator(".compare:not([hidden])").wait_for()
    for width, is_stacked in ((768, True), (900, True), (1024, False), (1280, False)):
        page.set_viewport_size({"width": width, "height": 800})
        expect((page.locator(".compare td").first.evaluate("one => getComputedStyle(one).display") == "block") == is_stacked, f"at {width} px the table is another")
        parted = page.evaluate("""stacked => [...document.querySelectorAll(".compare :is(th, td) :is(a, b), .compare td.none")].filter(one => one.getBoundingClientRect().width > 9 && !(stacked && one.closest("thead")) && one.firstChild?.data).flatMap(one => {
            const text = one.lastChild, range = document.createRange();
            return [...(text.data || "").matchAll(/[\\p{L}\\u00ad]{2,}/gu)].filter(word => {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1;
            }).map(word => word[0]); })""", is_stacked)
        # A mark of where it may be parted puts a hyphen there.
        parted = [word for word in parted if "\u00ad" not in word]
        expect(not parted, f"at {width} px words are parted: {parted[:5]}")


def a_municipality_leads_to_its_comparison(visit):
    page = visit.open("municipalities/asha-mr.html")
    page.get_by_role("link", name="Сравнить с другими муниципалитетами").click()
    page.locator("#compare-1").wait_for()
    expect(page.locator("#compare-1").input_value() == "asha-mr", "it is not chosen")


def without_scripts_the_table_of_all_is_named(visit):
    page = visit.open("compare.html")
    expect(page.locator("noscript a").count() or page.get_by_role("link", name="Карта охвата").count(), "there is no way on")


EVERYWHERE = [
    two_municipalities_stand_side_by_side, each_link_of_the_comparison_leads_somewhere, what_is_chosen_stands_in_the_address,
    a_municipality_leads_to_its_comparison, a_choice_that_is_gone_is_told,
]
OVER_HTTP = [
    the_comparison_is_usable_for_everybody, what_none_of_them_has_is_told_once, a_cell_shows_three_titles_and_unfolds_the_rest,
    below_nine_hundred_pixels_the_places_stand_below_each_other, an_address_with_a_former_id_shows_what_has_it_now,
]
WITHOUT_SCRIPTS = [without_scripts_the_table_of_all_is_named]
