"""A search in a real Chromium: bytes of a cold query, time of cold and warm ones; sizes of the index.

A query is three words of one text, chosen with a fixed seed. Each cold query has a browser context of its own, so
nothing is at hand; its time runs from the moment when it is sent to the moment when the results stand in the page. The
page itself is open by then and may have fetched the manifest. A warm query is the same one asked again of the same
page. Bytes are those of gzip -9; texts for snippets and facet columns, which come after the results, are left out.
"""

import functools
import gzip
import http.server
import json
import random
import re
import threading

CHROMIUM = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}

ASK = """query => new Promise(done => {
  const input = document.getElementById("search-input"), results = document.getElementById("search-results");
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (results.getAttribute("aria-busy")) return;
    watch.disconnect();
    done([performance.now() - start, results.querySelectorAll(".search-result").length]);
  });
  watch.observe(results, {childList: true, attributes: true});
  input.value = query;
  document.getElementById("search-form").requestSubmit();
})"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """A folder; what stands in `more` by its first path component comes from other folders."""

    protocol_version = "HTTP/1.1"
    more = {}

    def translate_path(self, path):
        first = path.split("?")[0].strip("/").split("/")[0]
        if first in self.more:
            return str(self.more[first]) + path.split("?")[0].split(first, 1)[1]
        return super().translate_path(path)

    def log_message(self, *_):
        pass


class Server:
    def __init__(self, folder, more=None):
        handler = type("Handler", (Handler,), {"more": more or {}})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()


def packed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def queries(content, count):
    """Three words of five letters or more of one text each."""
    chance = random.Random(7)
    files = sorted(content.rglob("*.md"))
    made = []
    while len(made) < count:
        words = re.findall(r"[а-яё]{5,}", chance.choice(files).read_text("utf-8").lower())
        if len(words) >= 3:
            made.append(" ".join(chance.sample(words, 3)))
    return made


def pages(site):
    """The addresses of the pages that the index has."""
    found = []
    for path in sorted(site.glob("search/d*/*.js")):
        values = json.loads("[" + path.read_text("utf-8").strip()[len("albumSearchData("):-2] + "]")
        found += [row[0] for row in values[1]]
    return found


def sizes(site, content):
    """Shares of the text: by kind of file, and without the texts for snippets; plain and compressed. Bytes of the client."""
    text = sum(p.stat().st_size for p in content.rglob("*.md"))
    kinds = {}
    for path in (site / "search").rglob("*.js"):
        kind = path.parent.name[0] if path.parent.name != "search" else path.stem
        plain, small = kinds.get(kind, (0, 0))
        kinds[kind] = (plain + path.stat().st_size, small + packed(path))
    found = [size for kind, size in kinds.items() if kind not in ("x", "names")]
    scripts = {p.name.split(".")[0]: packed(p) for p in site.glob("assets/js/search*.js")}
    page = sum(scripts[name] for name in ("search-core", "search-client", "search"))
    return {
        "kinds": {kind: (plain / text, small / text) for kind, (plain, small) in sorted(kinds.items())},
        "share": tuple(sum(size[i] for size in found) / text for i in (0, 1)),
        "client": page, "later": scripts["search-mend"] + scripts["search-late"], "suggestions": scripts["search-suggest"] + scripts["search-box"],
        "manifest": packed(site / "search/manifest.js")}


def measure(browser, address, site, asked):
    """Bytes of cold queries; milliseconds of cold and of warm ones; how many found nothing."""
    cold, warm, loads, empty = [], [], [], 0
    for query in asked:
        context = browser.new_context()
        page = context.new_page()
        loaded = []
        page.on("request", lambda request: loaded.append(request.url.split("/search/")[-1]))
        page.goto(address + "/search.html")
        cold.append(page.evaluate(ASK, query)[0])
        names = [n for n in loaded if re.match(r"manifest|[tpds]\d", n)]
        loads.append(sum(packed(site / "search" / n) for n in set(names)))
        # Snippets and counts come first.
        page.wait_for_timeout(500)
        time, count = page.evaluate(ASK, query + " ")
        warm.append(time)
        empty += not count
        context.close()
    return {"bytes": loads, "cold": cold, "warm": warm, "empty": empty}
