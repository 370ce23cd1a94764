"""Pagefind over the same pages: its index, its bytes, its times, its answers.

It gets the pages that our index has and no others, of each what stands in <main>. PyPI: pagefind and
pagefind-bin-extended. It runs over http only: from a disk its modules and its WebAssembly are refused.
"""

import os
import subprocess
import sys

from chromium import Server, packed, pages

BLANK = "<!doctype html><html lang=ru><title>peer</title>"
COLD = """async query => {
  const start = performance.now();
  window.pagefind = await import("/pagefind/pagefind.js");
  await pagefind.options({excerptLength: 24});
  const found = await pagefind.search(query);
  const ranked = performance.now() - start;
  await Promise.all(found.results.slice(0, 10).map(r => r.data()));
  return [ranked, performance.now() - start, found.results.length];
}"""
WARM = """async query => {
  const start = performance.now();
  const found = await pagefind.search(query);
  await Promise.all(found.results.slice(0, 10).map(r => r.data()));
  return [performance.now() - start, found.results.length];
}"""
BEST = """async query => {
  window.pagefind = window.pagefind || await import("/pagefind/pagefind.js");
  const found = await pagefind.search(query);
  return (await Promise.all(found.results.slice(0, 10).map(r => r.data()))).map(d => d.url);
}"""


def is_here():
    return subprocess.run([sys.executable, "-c", "import pagefind"], capture_output=True).returncode == 0


def version():
    done = subprocess.run([sys.executable, "-m", "pagefind", "--version"], capture_output=True, text=True)
    return done.stdout.strip().split(" ")[-1]


def index(site, folder):
    """Writes Pagefind's index of a site's pages below a folder."""
    source = folder / "pages"
    for address in pages(site):
        (source / address).parent.mkdir(parents=True, exist_ok=True)
        os.link(site / address, source / address)
    (folder / "blank").mkdir()
    (folder / "blank/index.html").write_text(BLANK, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(source), "--output-path", str(folder / "pagefind"),
         "--root-selector", "main", "--keep-index-url", "--silent"], check=True)


def serve(folder):
    return Server(folder / "blank", {"pagefind": folder / "pagefind"})


class Search:
    """Asks Pagefind as relevance.Search asks ours."""

    def __init__(self, page):
        self.page, self.known = page, {}

    def ask(self, queries):
        for query in dict.fromkeys(queries):
            if query not in self.known:
                self.known[query] = [url.lstrip("/") for url in self.page.evaluate(BEST, query)]
        return [self.known[query] for query in queries]


def sizes(folder):
    files = [p for p in (folder / "pagefind").rglob("*") if p.is_file()]
    client = [folder / "pagefind" / name for name in ("pagefind.js", "pagefind-worker.js")]
    client += sorted((folder / "pagefind").glob("wasm.ru*")) or sorted((folder / "pagefind").glob("wasm.*"))[:1]
    return {
        "bytes": sum(p.stat().st_size for p in files if p.parent.name in ("index", "fragment", "filter") or p.suffix == ".pf_meta"),
        "client": sum(packed(p) for p in client if p.exists())}


def measure(browser, server, folder, asked):
    """As chromium.measure; its times are those until ten snippets are there, as it has no title without one."""
    result = {"bytes": [], "cold": [], "warm": [], "empty": 0}
    for query in asked:
        context = browser.new_context()
        page = context.new_page()
        loaded = []
        page.on("request", lambda request: loaded.append(request.url.split("/pagefind/")[-1].split("?")[0]))
        # The worker's requests are not the page's.
        context.on("request", lambda request: loaded.append(request.url.split("/pagefind/")[-1].split("?")[0]))
        page.goto(server.address)
        _, time, count = page.evaluate(COLD, query)
        names = {n for n in loaded if (folder / "pagefind" / n).is_file()}
        data = {n for n in names if n.startswith(("index/", "filter/", "pagefind.")) and ".pf_" in n}
        result["bytes"].append(sum(packed(folder / "pagefind" / name) for name in data))
        result["cold"].append(time)
        result["warm"].append(page.evaluate(WARM, query)[0])
        result["empty"] += not count
        context.close()
    return result
