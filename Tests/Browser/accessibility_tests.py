"""Everybody can read every kind of page: axe-core, low vision, large letters, the keyboard.

What the law asks for (ГОСТ Р 52872-2019 is WCAG 2.1 AA) and a machine can see. In the version for low vision axe's rule
for enhanced contrast, 7:1, is on as well.
"""

import importlib.resources

from harness import MODES, OVERFLOW, WIDTHS, expect, results

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def open_kind(visit, path):
    page = visit.open(path)
    if "?q=" in path:
        results(page)
    return page


def offences(page, mode):
    """What axe finds, a line for each rule."""
    enhanced = {"color-contrast-enhanced": {"enabled": mode.startswith("low vision")}}
    found = page.evaluate("options => axe.run(options)", {"rules": enhanced, "resultTypes": ["violations"]})
    for violation in found["violations"]:
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
                found += [f"{path}, {mode}, {width}: {offence}" for offence in offences(page, mode)]
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
