"""`album serve` in the browser: what an editor sees after saving a file.

Each test makes a site of its own, `Tests/Fixtures/small-site`, and starts the program that was built last.
"""

import contextlib
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

from accessibility_tests import AXE, offences
from firefox import Firefox
from harness import expect, read_on
from playwright.sync_api import Error

ROOT = pathlib.Path(__file__).resolve().parents[2]


def built_last():
    """The program that was built last: an older one knows less of what the content says."""
    programs = [path for path in (ROOT / ".build/release/album", ROOT / ".build/debug/album") if path.exists()]
    return str(max(programs, key=lambda path: path.stat().st_mtime))
PRACTICE = "content/practices/pervaia-praktika.md"
PAGE = "practices/pervaia-praktika.html"
NOTICE = ".album-preview-notice"


class Preview:
    """The program at work on a new site; in place of the built site that other tests visit."""

    def __init__(self, folder):
        self.program = built_last()
        self.folder = folder / "site"
        self.lay()
        self.port = 0
        self.start()

    def lay(self):
        """Makes the site that is shown."""
        shutil.copytree(ROOT / "Tests/Fixtures/small-site", self.folder)

    def start(self):
        """On the port of before, once it has had one."""
        self.process = subprocess.Popen(
            [self.program, "serve", "--root", str(self.folder), "--port", str(self.port)],
            stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if found := re.match(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        read_on(self.process.stderr)
        self.base = f"http://127.0.0.1:{self.port}/"

    def url(self, path):
        return self.base + path

    def text(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def save(self, path, text):
        """By a new file that takes the old one's place, as editors do."""
        new = self.folder / (path + "~")
        new.write_text(text, encoding="utf-8")
        new.rename(self.folder / path)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)


@contextlib.contextmanager
def preview(visit, kind=Preview):
    folder = pathlib.Path(tempfile.mkdtemp())
    visit.site = kind(folder)
    try:
        yield visit.site
    finally:
        # Left before the server goes, so that no request fails for it; and not closed while it may load itself anew, in
        # which Chromium stands still once in a thousand times.
        for page in visit.context.pages:
            with contextlib.suppress(Error):  # a reload of its own may come in between
                page.goto("about:blank")
            page.close()
        visit.site.stop()
        shutil.rmtree(folder)


def wait_for(page, text, where="main"):
    """Until a page shows a text, loads of the page in between included."""
    page.locator(where).filter(has_text=text).first.wait_for()


def a_saved_text_is_shown_at_its_place_without_asking(visit):
    with preview(visit) as site:
        body = "\n\n".join(f"Абзац {number}." for number in range(200))
        site.save(PRACTICE, site.text(PRACTICE) + body)
        page = visit.open(PAGE)
        wait_for(page, "Абзац 199.")
        page.evaluate("scrollTo(0, 2000)")
        for number in range(5):
            site.save(PRACTICE, site.text(PRACTICE) + f"\n\nПравка {number}.\n")
            wait_for(page, f"Правка {number}.")
        page.wait_for_load_state()
        expect(abs(page.evaluate("scrollY") - 2000) < 300, f"the page has scrolled to {page.evaluate('scrollY')}")


def a_page_asks_nothing_while_nothing_changes(visit):
    with preview(visit):
        page = visit.open(PAGE)
        page.wait_for_timeout(500)
        asked = []
        visit.context.on("request", lambda request: asked.append(request.url))
        page.wait_for_timeout(3000)
        expect(not asked, f"asked for {asked}")


def a_tab_survives_a_restart_of_the_program(visit):
    with preview(visit) as site:
        page = visit.open(PAGE)
        page.wait_for_timeout(500)
        site.stop()
        site.save(PRACTICE, site.text(PRACTICE) + "\n\nПока никто не смотрел.\n")
        time.sleep(1)
        site.start()
        wait_for(page, "Пока никто не смотрел.")
        site.save(PRACTICE, site.text(PRACTICE) + "\n\nИ потом.\n")
        wait_for(page, "И потом.")


def eight_tabs_are_served_and_renewed(visit):
    with preview(visit) as site:
        visit.open(PAGE)
        for _ in range(7):
            visit.context.new_page().goto(site.url(PAGE))
        for number in range(3):
            site.save(PRACTICE, site.text(PRACTICE) + f"\n\nДля всех {number}.\n")
            for page in visit.context.pages:
                wait_for(page, f"Для всех {number}.")
        # No connection is left waiting for another.
        visit.context.pages[0].goto(site.url("index.html"))


def a_tab_in_the_background_waits_until_it_is_looked_at(visit):
    with preview(visit) as site:
        # A browser without a window hides no tab.
        visit.page.add_init_script(
            "Object.defineProperty(document, 'hidden', {get: () => window.isLookedAt !== true})")
        page = visit.open(PAGE)
        page.wait_for_timeout(500)
        site.save(PRACTICE, site.text(PRACTICE) + "\n\nПозже.\n")
        page.wait_for_timeout(1500)
        expect("Позже." not in page.locator("main").inner_text(), "it is loaded anew in the background")
        page.evaluate("isLookedAt = true; document.dispatchEvent(new Event('visibilitychange'))")
        wait_for(page, "Позже.")


def what_is_wrong_with_the_whole_site_is_shown_until_it_is_mended(visit):
    with preview(visit) as site:
        page = visit.open(PAGE)
        page.locator("a").first.focus()
        for path, broken in (("album.yml", "title: [\n"), ("content/vocabularies/directions.yml", "entries: [\n")):
            sound = site.text(path)
            site.save(path, broken)
            wait_for(page, path, NOTICE)
            expect("Показан сайт, каким он был" in page.locator(NOTICE).inner_text(), "no word of the site of before")
            expect(page.locator("h1").count() == 1, "the site of before is gone")
            expect(page.locator(NOTICE).get_attribute("role") == "alert", "nobody reads it out")
            expect(page.evaluate("document.activeElement === document.body"), "it takes the focus")
            site.save(path, sound)
            page.locator(NOTICE).wait_for(state="detached")


def the_panel_can_be_closed_and_comes_back_with_the_next_change(visit):
    with preview(visit) as site:
        page = visit.open(PAGE)
        site.save("album.yml", "title: [\n")
        wait_for(page, "album.yml", NOTICE)
        page.get_by_role("button", name="Закрыть").click()
        expect(not page.locator(NOTICE).is_visible(), "it does not close")
        visit.open("index.html")
        expect(not page.locator(NOTICE).is_visible(), "another page of the same site has it again")
        site.save("album.yml", "title: [[\n")
        page.locator(NOTICE).wait_for(state="visible")


def the_panel_hides_nothing_of_a_narrow_page(visit):
    with preview(visit) as site:
        visit.page.set_viewport_size({"width": 390, "height": 700})
        page = visit.open(PAGE)
        site.save("album.yml", "title: [\n")
        wait_for(page, "album.yml", NOTICE)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        box = page.locator(NOTICE).bounding_box()
        footer = page.locator("footer").last.bounding_box()
        expect(box["width"] <= 390 and box["height"] <= 300, f"the panel is {box}")
        expect(footer["y"] + footer["height"] <= box["y"] + 1, f"the footer {footer} lies under the panel {box}")
        expect(page.evaluate("document.documentElement.scrollWidth") <= 390, "the page scrolls sideways")


def the_panel_is_readable_for_everybody(visit):
    with preview(visit) as site:
        page = visit.open(PAGE)
        site.save("album.yml", "title: [\n")
        wait_for(page, "album.yml", NOTICE)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(AXE)
            found = list(offences(page))
            expect(not found, f"{scheme}: {found}")


def an_editor_with_firefox_sees_what_was_saved(visit):
    with preview(visit) as site, Firefox() as fox:
        fox.open(site.url(PAGE))
        for number in range(2):
            time.sleep(0.5)
            site.save(PRACTICE, site.text(PRACTICE) + f"\n\nВ лисе {number}.\n")
            fox.wait_for(f"document.body?.textContent.replaceAll('\\u00a0', ' ').includes('В лисе {number}.')")
        visit.faults += fox.faults


OVER_HTTP = [
    a_saved_text_is_shown_at_its_place_without_asking, a_page_asks_nothing_while_nothing_changes,
    a_tab_survives_a_restart_of_the_program, eight_tabs_are_served_and_renewed,
    a_tab_in_the_background_waits_until_it_is_looked_at,
    what_is_wrong_with_the_whole_site_is_shown_until_it_is_mended,
    the_panel_can_be_closed_and_comes_back_with_the_next_change, the_panel_hides_nothing_of_a_narrow_page,
    the_panel_is_readable_for_everybody, an_editor_with_firefox_sees_what_was_saved,
]
