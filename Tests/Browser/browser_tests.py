"""The built site in headless Chromium: browser_tests.py SITE SCREENSHOTS [http|file] [MODULE…]

Every test is a sentence about what a reader does. A module `<area>_tests.py` of this folder says in which circumstances
its tests run: EVERYWHERE (over http and from a disk), OVER_HTTP, FROM_DISK, WITHOUT_SCRIPTS (everywhere, JavaScript off).
With names of modules, only those run; with a manner, over http or from a disk alone. What the tests of accessibility found
is written to the file that ALBUM_ACCESSIBILITY names: the site's page on accessibility is made of it.
"""

import datetime
import importlib
import json
import os
import pathlib
import re
import sys

import sights
from harness import CHROMIUM, LONG, Server, Site, Suite
from playwright.sync_api import sync_playwright


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


MANNERS = ("http", "file")

# What a page may do from a disk is another matter than over http in these; of the others the short suite tries one test there.
OWN_FROM_DISK = {"copy_tests", "firefox_tests", "office_tests", "page_tests", "search_tests"}


def tests(area, manner):
    """The tests of a module over http or from a disk: those with scripts, and those without."""
    everywhere, without_scripts = getattr(area, "EVERYWHERE", []), getattr(area, "WITHOUT_SCRIPTS", [])
    if manner == "file" and not LONG and area.__name__ not in OWN_FROM_DISK:
        everywhere, without_scripts = everywhere[:1], []
    return everywhere + getattr(area, "OVER_HTTP" if manner == "http" else "FROM_DISK", []), without_scripts


def report(outcomes, pages):
    """What the pages were held against, how many of them, and what of it they failed."""
    import accessibility_tests

    version = re.search(r"axe v([\d.]+)", accessibility_tests.AXE)
    return {
        "date": datetime.date.today().isoformat(), "standard": "ГОСТ Р 52872-2019 (WCAG 2.1, уровни A и AA)",
        "program": f"axe-core {version[1]} в Chromium", "checks": len(outcomes), "failed": outcomes.count(False),
        "pages": pages}


def main(folder, screenshots, names):
    manners = [name for name in names if name in MANNERS] or MANNERS
    names = [name for name in names if name not in MANNERS]
    disk = Site(folder, pathlib.Path(folder).resolve().as_uri() + "/")
    areas = wanted(names)
    server = Server(disk.folder)
    try:
        http = Site(folder, server.base)
        with sync_playwright() as playwright:
            suite = Suite(lambda: playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]))
            outcomes = []
            for site, manner in ((http, "http"), (disk, "file")):
                if manner not in manners:
                    continue
                for area in areas:
                    with_scripts, without_scripts = tests(area, manner)
                    for test in with_scripts:
                        passed = suite.run(f"{sentence(test)} ({manner})", test, site)
                        if area.__name__ == "accessibility_tests":
                            outcomes.append(passed)
                    for test in without_scripts:
                        suite.run(f"{sentence(test)} ({manner})", test, site, java_script_enabled=False)
            if "http" in manners and not any(not name.startswith("-") for name in names):
                sights.take(suite.browser, http, pathlib.Path(screenshots))
            suite.browser.close()
    finally:
        server.stop()
    if outcomes and os.environ.get("ALBUM_ACCESSIBILITY"):
        text = json.dumps(report(outcomes, len(disk.kinds_of_pages())), ensure_ascii=False)
        pathlib.Path(os.environ["ALBUM_ACCESSIBILITY"]).write_text(text + "\n", encoding="utf-8")
    print(f"{suite.passed} passed, {suite.failed} failed")
    if suite.passed + suite.failed == 0:
        print("browser tests: nothing ran", file=sys.stderr)
    return 0 if suite.passed and not suite.failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
