"""The same site in Debian's Firefox, a second engine."""

import urllib.parse

from firefox import Firefox
from harness import OVERFLOW, expect

PAGES = ("index.html", "practices/kvest-vsoko.html", "coverage.html", "roadmaps/rma-roadmap-2023-2024.html",
         "albums/team-album.html", "calendar.html", "municipalities/asha-mr.html")


def a_reader_with_firefox_reads_and_searches(visit):
    base = visit.site.base
    with Firefox() as fox:
        for path in PAGES:
            for width in (1280, 390):
                fox.open(base + path, width)
                expect(fox.run("document.querySelectorAll('h1').length") == 1, f"{path} has no heading")
                overflow = fox.run(f"({OVERFLOW})()")
                expect(not overflow, f"{path} at {width}: {overflow}")
        fox.open(base + "search.html?q=" + urllib.parse.quote("квест всоко"))
        fox.wait_for("document.querySelectorAll('#search-results a.search-link').length > 0")
        first = fox.run("document.querySelector('#search-results a.search-link').textContent")
        expect("вест" in first, f"the first result is «{first}»")
        watch(visit, fox)


def a_reader_with_firefox_keeps_the_version_for_low_vision(visit):
    base = visit.site.base
    with Firefox() as fox:
        fox.open(base + "index.html")
        fox.run("document.getElementById('vision-switch').click()")
        fox.open(base + "practices/kvest-vsoko.html", 390)
        expect(fox.run("document.documentElement.dataset.vision") == "on", "the next page has forgotten the choice")
        expect(fox.run("parseFloat(getComputedStyle(document.body).fontSize)") > 24, "the letters are not large")
        overflow = fox.run(f"({OVERFLOW})()")
        expect(not overflow, f"in the version for low vision: {overflow}")
        fox.open(base + "practices/kvest-vsoko.html", 1280)
        fox.run("document.getElementById('vision-switch').click()")
        fox.run("document.querySelector('.prose > h2:last-of-type').scrollIntoView()")
        fox.wait_for("document.querySelectorAll('.contents a[aria-current]').length === 1")
        watch(visit, fox)


def watch(visit, fox):
    """What the harness watches in Chromium."""
    visit.faults += fox.faults
    visit.faults += [f"a request leaves the site: {url}" for url in fox.requests
                     if not url.startswith((visit.site.base, "data:", "about:"))]


EVERYWHERE = [a_reader_with_firefox_reads_and_searches, a_reader_with_firefox_keeps_the_version_for_low_vision]
