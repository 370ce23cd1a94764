"""The built site in headless Chromium: browser_tests.py SITE SCREENSHOTS [MODULE…]

Every test is a sentence about what a reader does. A module `<area>_tests.py` of this folder says in which circumstances
its tests run: EVERYWHERE (over http and from a disk), OVER_HTTP, FROM_DISK, WITHOUT_SCRIPTS (everywhere, JavaScript off).
With names of modules, only those run.
"""

import importlib
import pathlib
import sys

from harness import CHROMIUM, Server, Site, Suite, Visit, results
from playwright.sync_api import sync_playwright

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
    ("album-edition", "albums/team-album.print.html", 1280, "light"), ("search", "search.html?q=школа", 1280, "light"),
    ("search-phone", "search.html?q=школа", 390, "light"), ("glossary", "glossary.html", 768, "light"),
    ("not-found", "404.html", 768, "light"),
    ("home-low-vision", "index.html", 1280, "low vision"), ("practice-low-vision", "practices/kvest-vsoko.html", 390, "low vision"),
    ("coverage-low-vision", "coverage.html", 1280, "low vision"), ("practice-print", "practices/kvest-vsoko.html", 1280, "print"),
    ("roadmap-print", "roadmaps/rma-roadmap-2023-2024.html", 1280, "print"),
    ("album-print", "albums/team-album.print.html", 1280, "print"),
]


def take_screenshots(browser, site, folder):
    """Not a test: what a person looks at; what is printed as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, path, width, mode in SIGHTS:
        if path.split("?")[0] not in site.files:
            continue
        visit = Visit(browser, site, width, 1000)
        page = visit.open(path)
        if "?q=" in path:
            results(page)
        if mode == "print":
            page.pdf(path=folder / f"{name}.pdf", format="A4")
        else:
            visit.see(mode, width)
            page.screenshot(path=folder / f"{name}.png", full_page=name in ("practice-narrow", "album"))
        visit.close()


def sentence(test):
    return test.__name__.replace("_", " ")


def modules(names):
    found = sorted(path.stem for path in pathlib.Path(__file__).parent.glob("*_tests.py"))
    found.remove("browser_tests")
    unknown = [name for name in names if name not in found]
    if unknown:
        sys.exit(f"browser tests: no such module: {', '.join(unknown)}; there are: {', '.join(found)}")
    return [importlib.import_module(name) for name in names or found]


def wanted(given):
    """The modules that are named; where some are named behind a hyphen, all but these."""
    left_out = [name[1:] for name in given if name.startswith("-")]
    modules(left_out)
    named = [name for name in given if not name.startswith("-")]
    return [area for area in modules(named) if area.__name__ not in left_out]


def main(folder, screenshots, names):
    disk = Site(folder, pathlib.Path(folder).resolve().as_uri() + "/")
    areas = wanted(names)
    server = Server(disk.folder)
    try:
        http = Site(folder, server.base)
        with sync_playwright() as playwright:
            suite = Suite(lambda: playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]))
            for site, manner, more in ((http, "http", "OVER_HTTP"), (disk, "file", "FROM_DISK")):
                for area in areas:
                    for test in getattr(area, "EVERYWHERE", []) + getattr(area, more, []):
                        suite.run(f"{sentence(test)} ({manner})", test, site)
                    for test in getattr(area, "WITHOUT_SCRIPTS", []):
                        suite.run(f"{sentence(test)} ({manner})", test, site, java_script_enabled=False)
            if not any(not name.startswith("-") for name in names):
                take_screenshots(suite.browser, http, pathlib.Path(screenshots))
            suite.browser.close()
    finally:
        server.stop()
    print(f"{suite.passed} passed, {suite.failed} failed")
    if suite.passed + suite.failed == 0:
        print("browser tests: nothing ran", file=sys.stderr)
    return 0 if suite.passed and not suite.failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
