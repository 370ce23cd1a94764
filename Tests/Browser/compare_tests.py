"""Municipalities side by side: over http and from a disk, where a page may read no files."""

from accessibility_tests import AXE, offences
from harness import OVERFLOW, expect

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
    page.wait_for_function("document.querySelector('.compare thead').textContent.includes('Копейский')")
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
    a_municipality_leads_to_its_comparison,
]
OVER_HTTP = [the_comparison_is_usable_for_everybody, what_none_of_them_has_is_told_once]
WITHOUT_SCRIPTS = [without_scripts_the_table_of_all_is_named]
