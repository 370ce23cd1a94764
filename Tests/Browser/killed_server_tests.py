"""A server that is killed while somebody saves: what was saved is there, what was typed comes back."""

import random
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

from editing_tests import FORM, MATERIAL, edited
from harness import expect

MOMENTS = 20
# How long a server may think before it counts as stuck.
SECONDS = 60
FIELD = "field.participants"


class Hand:
    """Somebody who types and saves over and over, without a browser, as fast as the server lets him."""

    def __init__(self, site):
        self.site = site
        self.shown = urllib.request.urlopen(site.url(FORM), timeout=SECONDS).read().decode()
        self.number = 0
        # Of which the server has said that it is written, and of which it has said that it is kept.
        self.saved = self.typed = 0
        self.thread = threading.Thread(target=self.work, daemon=True)

    def work(self):
        try:
            while True:
                self.number += 1
                self.send("_edit/keep", "_typing")
                self.typed = self.number
                if self.number % 3 == 0:
                    self.send(FORM, "_save")
                    self.saved = self.number
                    self.shown = urllib.request.urlopen(self.site.url(FORM), timeout=SECONDS).read().decode()
        except (urllib.error.URLError, ConnectionError, OSError):
            return  # the server is gone

    def last(self, text):
        try:
            self.send(FORM, "_save", text)
        except (urllib.error.URLError, ConnectionError, OSError):
            return  # the server is gone

    def send(self, path, button, text=None):
        values = {
            "_token": re.search(r'name="_token" value="([^"]*)"', self.shown)[1],
            "_base": re.search(r'name="_base" value="([^"]*)"', self.shown)[1],
            "_key": re.search(r'data-key="([^"]*)"', self.shown)[1],
            "_body": text or body(self.site.text(MATERIAL)), FIELD: words(self.number), button: "1",
        }
        request = urllib.request.Request(
            self.site.url(path), urllib.parse.urlencode(values).encode(), {"Origin": self.site.base.rstrip("/")})
        urllib.request.build_opener(Stay).open(request, timeout=SECONDS).close()


class Stay(urllib.request.HTTPRedirectHandler):
    """The page that a save leads to is not asked for."""

    def http_error_303(self, request, answer, code, message, headers):
        return answer


def words(number):
    return f"Учителя и школы, запись {number}"


def body(text):
    return text.split("\n---\n", 1)[1]


def time_of_a_save(site):
    """From the first letter to the first save, in seconds; the server is started anew."""
    hand, begun = Hand(site), time.monotonic()
    hand.thread.start()
    while not hand.saved and time.monotonic() - begun < SECONDS:
        time.sleep(0.01)
    taken = time.monotonic() - begun
    site.kill()
    hand.thread.join(2 * SECONDS)
    site.start()
    return taken


def a_killed_server_loses_nothing_that_was_saved(visit):
    with edited(visit) as site:
        before = site.text(MATERIAL)
        numbers = random.Random(215)
        kept = saves = 0
        longest = max(0.6, 1.5 * time_of_a_save(site))
        for moment in range(MOMENTS):
            hand = Hand(site)
            hand.thread.start()
            time.sleep(numbers.uniform(0.02, longest))
            site.kill()
            hand.thread.join(2 * SECONDS)
            saves += hand.saved
            text = site.text(MATERIAL)
            written = re.search(r"^participants: .*запись (\d+)$", text, re.MULTILINE)
            # What the server had said it wrote, or the one that it was writing.
            number = int(written[1]) if written else 0
            expect(number >= hand.saved or hand.saved == 0, f"{moment}: {hand.saved} was saved, and {number} is there")
            as_before = re.sub(r"^participants: .*\n", "", text, flags=re.MULTILINE)
            expect(as_before == re.sub(r"^participants: .*\n", "", before, flags=re.MULTILINE), f"{moment}: torn")
            site.start()
            form = urllib.request.urlopen(site.url(FORM), timeout=SECONDS).read().decode()
            shown = re.search(r"запись (\d+)", form)
            # What was typed last comes back, or what was saved after it.
            if hand.typed:
                kept += 1
                found = int(shown[1]) if shown else 0
                expect(found >= hand.typed, f"{moment}: {hand.typed} was typed, and {found} comes back")
        expect(kept > MOMENTS / 2 and saves, f"only {kept} of {MOMENTS} were at work, {saves} were saved")
        strangers = [path.name for path in (site.folder / "content/practices").iterdir() if path.name.startswith(".")]
        expect(len(strangers) <= MOMENTS, f"left were {strangers}")


def a_killed_server_loses_no_file_that_waits(visit):
    with edited(visit) as site:
        numbers = random.Random(30)
        landed = 0
        for moment in range(MOMENTS // 2):
            hand = Hand(site)
            scan, name = f"%PDF-1.4 {moment}".encode(), f"prikaz-{moment}.pdf"
            token = re.search(r'name="_token" value="([^"]*)"', hand.shown)[1]
            query = urllib.parse.urlencode({"token": token, "key": "practices/asha-msoko.md", "name": name})
            request = urllib.request.Request(site.url("_edit/file?" + query), scan, {"Origin": site.base.rstrip("/")})
            urllib.request.urlopen(request, timeout=SECONDS).close()
            linked = body(site.text(MATERIAL)) + f"\n[Приказ {moment}]({name})\n"
            hand.send("_edit/keep", "_typing", linked)
            saver = threading.Thread(target=hand.last, args=(linked,), daemon=True)
            saver.start()
            time.sleep(numbers.uniform(0, 1.2))
            site.kill()
            saver.join(2 * SECONDS)
            there, waiting = (site.folder / folder / "practices" / name for folder in ("content", ".album-work/files"))
            if name in site.text(MATERIAL):
                landed += 1
                expect(there.exists() and there.read_bytes() == scan, f"{moment}: it is named and not there")
            else:
                expect(waiting.exists() and waiting.read_bytes() == scan, f"{moment}: it is lost")
            site.start()
        expect(0 < landed < MOMENTS // 2, f"{landed} were saved")


OVER_HTTP = [a_killed_server_loses_nothing_that_was_saved, a_killed_server_loses_no_file_that_waits]
