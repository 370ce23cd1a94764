"""A walk over the screen: every page and 250 queries, read as a reader would read them.

Everything is walked over http at 1366×768. The other ways (a phone of 390 px, from a disk) take a tenth that a fixed
seed picks; with ALBUM_LONG_TESTS=1 they take all.
"""

import json
import pathlib
import random
import re

from harness import LONG, expect, results, until

HERE = pathlib.Path(__file__).parent
SCREEN = (HERE / "screen.js").read_text(encoding="utf-8")
QUERIES = [line for line in (HERE / "queries.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#" or line in ("#", "##")]
DESK, PHONE = (1366, 768), (390, 844)

# What no reader may meet in a text: a name, a pattern of JavaScript.
WORDS = [
    ["says that something failed", r"Не загрузил(ось|ся|ась|ись)|Не удалось|[Пп]оиск не работает"],
    ["shows a value of the program", r"(^|[^\p{L}«_])(undefined|null|NaN|Infinity|\[object \w+\])([^\p{L}»_]|$)"],
    ["three closing quotes", r"»»»|«««|»\s*»\s*»"],
    ["shows raw marks", r"(^|\s)#{2,6}\s|\*\*\p{L}|\p{L}\*\*|\|\s*-{3,}|\s\|\s|\[\[|\]\]|\]\(|\{\{|\}\}|<br>|&[a-z]+;"],
    ["shows an unfilled place", r"\{\d\}|%[sd@]|\{[a-z]+\}"],
    ["two spaces' worth of marks", r",\s*,|\.\s*,|\(\s*\)|«\s*»|;\s*;"],
]


def part(items, size, is_disk):
    """All of them at the desk over http and in the long suite, otherwise a tenth that never changes."""
    if LONG or (size == DESK and not is_disk):
        return items
    return sorted(random.Random(f"{size}{is_disk}").sample(items, len(items) // 10))


def faults_of(visit, words=WORDS):
    """What is wrong with the page that is open, and what it did besides since the last call."""
    found = visit.page.evaluate(SCREEN, words) + visit.faults
    visit.faults.clear()
    return found


def gather(visit, paths, look):
    """Opens each at the sizes that are its turn, and fails with everything that was seen."""
    is_disk = visit.site.base.startswith("file:")
    seen, lines = 0, []
    for size in (DESK, PHONE):
        visit.page.set_viewport_size({"width": size[0], "height": size[1]})
        for item in part(paths, size, is_disk):
            seen += 1
            lines += [f"{size[0]} px, {item}: {fault}" for fault in look(visit, item)]
    expect(seen > 0, "nothing was looked at")
    expect(not lines, f"{len(lines)} faults on {seen} screens:\n" + "\n".join(lines))


def no_page_shows_anything_false_or_broken(visit):
    def look(visit, path):
        visit.open(path)
        # The handbook tells how marks are written.
        return faults_of(visit, [word for word in WORDS if word[0] != "shows raw marks" or not path.startswith("handbook/")])

    gather(visit, visit.site.pages, look)


def no_search_shows_anything_false_or_broken(visit):
    expect(len(QUERIES) >= 250, f"there are {len(QUERIES)} queries")
    visit.open("search.html")

    def look(visit, query):
        page = visit.page
        page.fill("#search-input", query)
        page.keyboard.press("Enter")
        results(page)
        told = count_faults(page) + list_faults(page)
        # The pages for editors tell how marks are written.
        page.evaluate("document.querySelectorAll(\"a.search-link[href*='pages/editors-']\").forEach(a => a.closest('li').remove())")
        return faults_of(visit, words_for(query)) + told

    gather(visit, QUERIES, look)


def words_for(query):
    """A page repeats the query, whatever it holds."""
    return [word for word in WORDS if not re.search(word[1].replace(r"\p{L}", r"[^\W\d]"), query)]


def count_faults(page):
    """The number in the status is that of what is listed, unless there is more than a page of them."""
    status = page.locator("#search-status").inner_text()
    listed = page.locator("#search-results a.search-link").count()
    numbers = [int(number.replace("\u00a0", "").replace(" ", "")) for number in re.findall(r"\d[\d\u00a0 ]*", re.sub(r"«[^»]*»", "", status))]
    if listed == 0 and numbers and max(numbers) > 0:
        return [f"«{status}» above no result"]
    if listed > 0 and numbers and max(numbers) == 0:
        return [f"«{status}» above {listed} results"]
    return []


def list_faults(page):
    """Suggestions and their last line are inside the window."""
    below = page.evaluate("""() => Array.from(document.querySelectorAll('[role=listbox]'))
        .filter(e => e.offsetParent && e.getBoundingClientRect().bottom > innerHeight + 1)
        .map(e => Math.round(e.getBoundingClientRect().bottom))""")
    return [f"suggestions end at y = {y}, below the window" for y in below]


def suggestions_stay_inside_the_window(visit):
    def look(visit, query):
        page = visit.page
        page.fill("#search-input", "")
        page.locator("#search-input").press_sequentially(query[:40])
        page.wait_for_timeout(250)
        return list_faults(page) + visit.faults

    visit.open("search.html")
    gather(visit, [query for query in QUERIES if len(query) > 2][::5], look)


def the_walk_sees_what_is_broken(visit):
    """The walk itself: each sort of fault, put on a page by hand, is seen."""
    page = visit.open("glossary.html")
    expect(faults_of(visit) == [], "the page is broken before anything was done to it")
    broken = {
        "failed": "<p>Не загрузилось</p>", "a value": "<p>undefined</p>", "quotes": "<p>«а «б «в»»»</p>",
        "raw marks": "<p>## Ход | |---|</p>", "wider": "<p class=t1>длинноеслово</p>", "broken": "<p class=t2>Исполнители</p>",
        "lie on": "<p>первый текст</p><p class=t3>второй текст</p>", "cuts": "<p class=t4>раз<br>два<br>три</p>",
    }
    for name, markup in broken.items():
        page.evaluate("""markup => {
            const box = document.createElement('div');
            box.id = 'walk'; box.innerHTML = markup;
            const set = (name, styles) => box.querySelectorAll(name).forEach(e => Object.assign(e.style, styles));
            set('.t1', { width: '40px', overflowWrap: 'normal', hyphens: 'manual' });
            set('.t2', { width: '50px', wordBreak: 'break-all', hyphens: 'manual' });
            set('.t3', { marginTop: '-40px' });
            set('.t4', { height: '10px', overflow: 'hidden' });
            document.getElementById('main').prepend(box);
        }""", markup)
        expect(faults_of(visit) != [], f"the walk does not see {name}: {markup}")
        page.evaluate("document.getElementById('walk').remove()")


EVERYWHERE = [no_page_shows_anything_false_or_broken, no_search_shows_anything_false_or_broken]
OVER_HTTP = [suggestions_stay_inside_the_window, the_walk_sees_what_is_broken]
