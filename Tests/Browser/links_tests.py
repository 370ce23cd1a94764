"""A reader goes along what materials say of each other: numberings of one list, rows of a roadmap, reviews."""

from harness import expect, heading

CROSSWALK = "indicators/municipal-crosswalk.html"


def numbers(page):
    """The numbers of the rows' heads, in the order of the page; none where the source has none."""
    heads = page.locator("#indicators tbody th").all_inner_texts()
    return [int(head) if head.strip().isdigit() else None for head in heads]


def a_crosswalk_is_read_by_either_numbering(visit):
    page = visit.open(CROSSWALK)
    rows = page.locator("#indicators tbody tr").count()
    expect(rows == 18, f"the table has {rows} rows")
    for name in ("Р-139", "Р-293"):
        page.locator(".table-orders a", has_text=name).click()
        page.wait_for_load_state()
        expect(name in heading(page), f"«{heading(page)}» does not say by which numbers it goes")
        found = numbers(page)
        known = [number for number in found if number is not None]
        expect(len(found) == rows, f"{len(found)} of {rows} rows by {name}")
        expect(known == sorted(known) and len(set(known)) == len(known), f"by {name}: {found}")
        expect(found[: len(known)] == known, f"rows without a number do not come last: {found}")
        expect(page.locator(".table-orders [aria-current]").count() == 1, "the shown order is not marked")
    page.locator(".table-orders a").first.click()
    page.wait_for_load_state()
    expect(page.url.split("#")[0].endswith(CROSSWALK), f"the way back leads to {page.url}")


def a_row_of_a_roadmap_is_reached_from_what_it_carries_out(visit):
    page = visit.open("practices/kvest-vsoko.html")
    group = page.locator(".link-group", has=page.locator("h2", has_text="Исполняется в дорожных картах"))
    expect(group.count() == 1, "the practice does not say in which roadmaps it is carried out")
    link = group.locator("a").first
    row = link.inner_text().strip()
    link.click()
    page.wait_for_load_state()
    anchor = page.url.split("#")[1]
    head = page.locator(f"[id='{anchor}'] th").inner_text().strip()
    # Words of narrow tables may be hyphenated.
    expect(head.replace("\u00ad", "") == row.replace("\u00ad", ""), f"«{row}» leads to «{head}»")
    back = page.locator(f"[id='{anchor}'] a[href$='practices/kvest-vsoko.html']").count()
    expect(back > 0, "the row does not lead back")


def a_table_of_a_file_is_a_table_like_any_other(visit):
    page = visit.open("events/rma-contest-2023.html")
    rows = page.locator("#participation tbody tr")
    expect(rows.count() == 43, f"{rows.count()} municipalities of 43")
    expect(rows.first.locator("th a[href^='../municipalities/']").count() == 1, "a municipality is not a link")
    title = page.evaluate("""document.querySelector('#participation').compareDocumentPosition(
        [...document.querySelectorAll('h2')].find(e => e.textContent.replaceAll('\\u00ad', '').startsWith('Участие муниципалитетов')))""")
    expect(title & 2, "the table does not stand below its heading")


def who_discussed_a_model_decision_is_said(visit):
    page = visit.open("model-decisions/team-znanie.html")
    facts = page.locator(".facts").inner_text()
    for part in ("прошло обсуждение и экспертизу", "2603 респондента", "132 респондента"):
        expect(part in facts.replace("\u00a0", " "), f"«{part}» is not among the facts")
    page.locator(".facts a[href$='events/review-2023.html']").click()
    page.wait_for_load_state()
    back = page.locator(".link-group a[href$='model-decisions/team-znanie.html']").count()
    expect(back == 1, "the discussion does not say what was discussed")


EVERYWHERE = WITHOUT_SCRIPTS = [
    a_crosswalk_is_read_by_either_numbering, a_row_of_a_roadmap_is_reached_from_what_it_carries_out,
    a_table_of_a_file_is_a_table_like_any_other, who_discussed_a_model_decision_is_said,
]
