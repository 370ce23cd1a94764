"""What the browser tests stand on: a browser, two ways to the site, a watch over what pages do.

A test is a function that takes a Visit. Everything that a page does besides is a failure of the test that opened it:
an error or a warning in the console, a request that fails, a request that leaves the site.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
import traceback

from playwright.sync_api import Error, Locator

CHROMIUM = "/usr/bin/chromium"

# Whether the long suite runs: what the short one leaves out says so.
LONG = os.environ.get("ALBUM_LONG_TESTS") == "1"
WIDTHS = (320, 390, 768, 1280)

# How long a machine with other work may take for what takes a moment.
PATIENCE_SECONDS = 40

# The longest test, over all pages on a busy machine, takes half of it.
LIMIT_SECONDS = 300

# What a test may forgive: the program refuses what is sent, nobody answers, a handler in what is pasted is held back, another
# site is opened beside, a file is spoilt.
REFUSED = r"(: |status of )(403|409|413|415|422)\b"
UNANSWERED = r"ERR_(CONNECTION_\w+|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)"
HANDLER = r"^console error: Executing inline event handler violates the following Content Security Policy"
ELSEWHERE = r"^a request leaves the site: "
SPOILT = r"^(request failed|console error): |^script error: Invalid or unexpected token$"

# How a reader may see a page: the system's colours, and what is chosen of the version for low vision.
MODES = {
    "light": ("light", {}),
    "dark": ("dark", {}),
    "low vision": ("light", {"vision": "on", "size": "200", "letters": "widest", "lines": "widest"}),
}

# What makes a page scroll sideways, in words; null when nothing does.
OVERFLOW = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return null;
    const edge = document.documentElement.clientWidth;
    const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; return false; };
    const guilty = Array.from(document.body.querySelectorAll('*'))
        .filter(e => e.getBoundingClientRect().right > edge + 0.5 && !scrolls(e));
    const inner = guilty.filter(e => !guilty.some(o => o !== e && e.contains(o)));
    return wide + ' px: ' + inner.slice(0, 2).map(e => e.tagName.toLowerCase() + '.' + (e.className.baseVal ?? e.className)
        + ' «' + e.textContent.trim().slice(0, 40) + '»').join(', ');
}"""


# The same for an element in a script of a page.
SAID = r"one => one.textContent.replaceAll('\u00ad', '').replaceAll('\u00a0', ' ').trim()"


def reads_plainly(method):
    """Tests ask for words as a person reads them: without the marks of where lines may break."""
    def plain(*arguments, **options):
        texts = method(*arguments, **options)
        if texts is None:
            return None
        clean = (lambda text: text.replace("\u00ad", "").replace("\u00a0", " "))
        return [clean(text) for text in texts] if isinstance(texts, list) else clean(texts)

    return plain


for name in ("inner_text", "text_content", "all_inner_texts", "all_text_contents"):
    setattr(Locator, name, reads_plainly(getattr(Locator, name)))


class Site:
    """A built site: its files, and where a browser finds it."""

    def __init__(self, folder, base):
        self.folder = pathlib.Path(folder).resolve()
        self.base = base
        manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
        entries = manifest["files"] if isinstance(manifest, dict) else manifest
        self.files = sorted(entry["path"] for entry in entries)
        self.pages = [path for path in self.files if path.endswith(".html")]

    def url(self, path):
        return self.base + path

    def kinds_of_pages(self):
        """One page of each kind: those of the root, and of each folder the list and the largest page of each sort."""
        largest = {}
        for path in self.pages:
            folder, _, name = path.rpartition("/")
            sort = name if not folder or name == "index.html" else name.split(".", 1)[1]
            size = (self.folder / path).stat().st_size
            key = (folder, sort)
            if key not in largest or size > largest[key][0]:
                largest[key] = (size, path)
        paths = sorted(path for _, path in largest.values())
        return ["search.html?q=школа" if path == "search.html" else path for path in paths]


class Server:
    """`python3 -m http.server` for a folder, on a free port of this machine alone."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder), "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        # "Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ..."
        words = self.process.stdout.readline().split()
        self.base = "http://127.0.0.1:" + words[words.index("port") + 1] + "/"

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Visit:
    """A page of the browser, watched."""

    def __init__(self, browser, site, width=1280, height=900, **options):
        self.site = site
        self.faults = []
        self.forgiven = []
        self.context = browser.new_context(viewport={"width": width, "height": height}, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_SECONDS * 1000)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def open(self, path):
        self.page.goto(self.site.url(path))
        return self.page

    def see(self, mode, width):
        """Changes the colours, the version and the width of the page that is open."""
        scheme, look = MODES[mode]
        self.page.emulate_media(color_scheme=scheme)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.evaluate("look => { albumLook.reset(); albumLook.change(look); }", look)

    def forgive(self, *patterns):
        """Faults that a test brings about itself: they are no fault of the page, whenever the browser tells them.

        A browser tells some of them behind what they are seen by, so a list that is emptied at a moment is not enough.
        """
        self.forgiven += patterns

    def unforgiven(self):
        return [fault for fault in self.faults if not any(re.search(pattern, fault) for pattern in self.forgiven)]

    def close(self):
        self.context.close()

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.site.base, "data:", "blob:" + self.site.base)):
            self.faults.append(f"a request leaves the site: {request.url}")

    def _failed(self, request):
        # A page that is left while it loads gives up its requests.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"request failed: {request.url}: {request.failure}")

    def _response(self, response):
        if response.status >= 400:
            self.faults.append(f"request failed: {response.url}: {response.status}")


def read_on(stream):
    """Takes what a process still writes: one that nobody reads stops when its pipe is full."""
    threading.Thread(target=stream.read, daemon=True).start()


class Limit:
    """`with Limit(seconds) as limit:` ends what waits for ever: browsers and servers that this program has started.

    Playwright waits without end for a key that a page does not take, and for an expression that does not come back.
    """

    def __init__(self, seconds, spared):
        self.seconds = seconds
        self.spared = spared
        self.passed = False
        self.timer = threading.Timer(seconds, self._end)
        self.timer.daemon = True

    def __enter__(self):
        self.timer.start()
        return self

    def __exit__(self, *_):
        self.timer.cancel()

    def _end(self):
        self.passed = True
        for process in descendants(os.getpid()) - self.spared:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass  # it went with another


def descendants(process):
    """Processes that a process has started, and those that they have."""
    try:
        children = {
            int(child) for task in pathlib.Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text().split()}
    except FileNotFoundError:
        return set()
    return children.union(*map(descendants, children))


class Suite:
    """Runs tests one by one and counts. `launch` starts a browser, and another one where a test has taken it down."""

    def __init__(self, launch):
        # The server of the site and the driver of browsers outlive each test.
        self.spared = descendants(os.getpid())
        self.launch = launch
        self.browser = launch()
        self.passed = 0
        self.failed = 0

    def run(self, name, test, site, **options):
        began = time.monotonic()
        problems = self._problems(test, site, options)
        if problems is None:
            # The browser itself stands still once in some thousand pages that are closed under load; a page that hangs
            # does it again.
            print(f"again  {name}: not done after {LIMIT_SECONDS} s", flush=True)
            problems = self._problems(test, site, options)
            if problems is None:
                problems = [f"not done after {LIMIT_SECONDS} s again"]
        if problems:
            self.failed += 1
            print(f"FAILED {name}, {time.monotonic() - began:.1f} s")
            for problem in problems:
                print(f"       {problem}")
        else:
            self.passed += 1
            print(f"passed {name}, {time.monotonic() - began:.1f} s")
        sys.stdout.flush()
        return not problems

    def _problems(self, test, site, options):
        """What is wrong, in lines; None where the test did not come to an end."""
        if not self.browser.is_connected():
            self.browser = self.launch()
        visit = Visit(self.browser, site, **options)
        problems = []
        with Limit(LIMIT_SECONDS, self.spared) as limit:
            try:
                test(visit)
            except Exception as error:  # a test may fail in any way; the others still run
                problems += self._words(error)
            problems += visit.unforgiven()
            try:
                visit.close()
            except Exception:
                if not limit.passed:
                    raise
        if limit.passed:
            print("\n".join(f"       {problem}" for problem in problems), flush=True)
            return None
        return problems

    @staticmethod
    def _words(error):
        lines = str(error).strip().splitlines() or [""]
        place = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in place if frame.filename.endswith("_tests.py")]
        line = own[-1].lineno if own else place[-1].lineno
        return [f"{type(error).__name__}, line {line}: {lines[0]}"] + (lines[1:100] if isinstance(error, AssertionError) else [])


# --- What tests say and look at


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def heading(page):
    return page.locator("h1").first.inner_text().strip()


def until(page, expression, argument=None):
    """Waits for an expression of the page to hold. The pages' own policy forbids Playwright's way of asking again."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            if page.evaluate(expression, argument):
                return
        except Error as error:
            # It was loaded anew in between.
            if "context" not in str(error):
                raise
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {expression} {argument or ''}")


def results(page):
    """Links of the results, when the search has answered."""
    page.wait_for_selector("#search-results a, #search-results .search-empty, #search-results .search-fault")
    until(page, "!document.getElementById('search-results').hasAttribute('aria-busy')")
    return page.locator("#search-results a.search-link")


def found_count(page):
    results(page)
    return int(re.sub(r"\D", "", page.locator("#search-status").inner_text()) or 0)
