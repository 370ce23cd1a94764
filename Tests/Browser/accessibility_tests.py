"""Everybody can read every kind of page: axe-core, low vision, large letters, the keyboard.

What the law asks for (ГОСТ Р 52872-2019 is WCAG 2.1 AA) and a machine can see. In the version for low vision axe's rule
for enhanced contrast, 7:1, is on as well.
"""

import importlib.resources

from harness import MODES, OVERFLOW, WIDTHS, expect, results

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


FIRST_LOOK = ("light", 1280)


def open_kind(visit, path):
    page = visit.open(path)
    if "?q=" in path:
        results(page)
    return page


# What can change when only colours, letters and widths do; the other rules of axe look at the same tree again.
RULES_OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]


def offences(page, mode, width):
    """What axe finds, a line for each rule: all rules once, then those that hang on the look of the page."""
    enhanced = mode.startswith("low vision")
    options = {"resultTypes": ["violations"]}
    if (mode, width) != FIRST_LOOK:
        rules = RULES_OF_LOOKS + ["color-contrast-enhanced"] * enhanced
        options["runOnly"] = {"type": "rule", "values": rules}
    for violation in page.evaluate("options => axe.run(options)", options)["violations"]:
        first = violation["nodes"][0]
        yield f"{violation['id']} × {len(violation['nodes'])}: {first['html'][:160]} ({first['failureSummary'][:200]})"


def axe_finds_nothing_on_any_kind_of_page_in_any_mode(visit):
    found = []
    for path in visit.site.kinds_of_pages():
        page = open_kind(visit, path)
        page.evaluate(AXE)
        for mode in MODES:
            for width in (1280, 390):
                visit.see(mode, width)
                found += [f"{path}, {mode}, {width}: {offence}" for offence in offences(page, mode, width)]
    expect(not found, f"{len(found)} violations\n" + "\n".join(found))


def no_kind_of_page_scrolls_sideways_in_any_mode(visit):
    """The version for low vision sets letters of 200 % here."""
    found = []
    for path in visit.site.kinds_of_pages():
        page = open_kind(visit, path)
        for mode in MODES:
            for width in WIDTHS:
                visit.see(mode, width)
                overflow = page.evaluate(OVERFLOW)
                if overflow:
                    found.append(f"{path}, {mode}, {width}: {overflow}")
    expect(not found, f"{len(found)} pages\n" + "\n".join(found))


OVER_HTTP = [axe_finds_nothing_on_any_kind_of_page_in_any_mode, no_kind_of_page_scrolls_sideways_in_any_mode]
