"""Nothing that an author writes runs in a reader's browser, leads elsewhere unseen or breaks a page (`hostile.py` writes it)."""

import atexit
import collections
import functools
import json
import pathlib
import re
import tempfile
import urllib.parse
import xml.etree.ElementTree
import zipfile

from firefox import Firefox
from harness import LONG, Server, Site, Visit, expect, results, until
from hostile import ADDRESSES, BREAKING, HostileSite
from preview_tests import built_last

# What pages are made of: an element that is not here came from a text.
ELEMENTS = set("""
a abbr article aside b blockquote body br button caption cite code col colgroup datalist dd del details dialog div dl dt em
fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input kbd label legend li link main mark menu
meta meter nav noscript ol optgroup option output p path pre progress q s samp script search section select small span strong sub summary sup
svg table tbody td template textarea tfoot th thead time title tr u ul var wbr
circle clippath defs desc ellipse g line lineargradient pattern polygon polyline rect stop symbol text tspan use
""".split())
# Attributes of any element; those that lead somewhere have their schemes looked at.
LEADING = ("href", "src", "action", "formaction", "poster", "data", "xlink:href", "cite", "srcset", "background", "ping")
SCHEMES = {"http:", "https:", "mailto:", "tel:", "file:", "blob:"}

LOOK = """() => {
  const found = { elements: {}, handlers: [], addresses: [], styles: [] };
  for (const element of document.querySelectorAll("*")) {
    found.elements[element.localName] = (found.elements[element.localName] || 0) + 1;
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.handlers.push(`${element.localName} ${name}=${value}`);
      if (name === "style" && element.localName !== "svg") found.styles.push(`${element.localName}: ${value}`);
      if (LEADING.includes(name.toLowerCase())) {
        let scheme = "";
        try { scheme = new URL(value, document.baseURI).protocol; } catch { scheme = "no address"; }
        found.addresses.push([element.localName, name, value, scheme]);
      }
    }
    if (["iframe", "object", "embed", "base"].includes(element.localName)) found.handlers.push(element.outerHTML.slice(0, 120));
    if (element.localName === "script" && !element.src && element.type !== "application/ld+json" && element.type !== "application/json")
      found.handlers.push(element.outerHTML.slice(0, 120));
    if (element.localName === "meta" && element.httpEquiv === "refresh") found.handlers.push(element.outerHTML.slice(0, 120));
  }
  return found;
}""".replace("LEADING", json.dumps(LEADING))

CANARY = """window.canary = (number) => { (window.canaries = window.canaries || []).push(number); };
addEventListener("securitypolicyviolation", (event) => canary(`policy: ${event.violatedDirective} ${event.blockedURI}`));"""


@functools.cache
def hostile():
    """The built site, its folder and what was put into it."""
    folder = tempfile.TemporaryDirectory(prefix="album-hostile-")
    atexit.register(folder.cleanup)
    made = HostileSite(folder.name)
    run = made.build(built_last(), "--books")
    expect(run.returncode == 0, f"it is not built: {run.returncode}\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    expect(made.number >= 300 and len(made.channels) >= 60, f"{made.number} attacks by {len(made.channels)} channels")
    print(f"hostile: {made.number} attacks by {len(made.channels)} channels", flush=True)
    return made, pathlib.Path(folder.name) / "public"


class Walk(Visit):
    """A visit to the hostile site, over http or from a disk as the one that asks for it."""

    def __init__(self, visit):
        self.server = None
        folder = hostile()[1]
        if visit.site.base.startswith("http"):
            self.server = Server(folder)
        site = Site(folder, self.server.base if self.server else folder.as_uri() + "/")
        if not self.server:
            # A server alone shows it, from its root.
            site.pages.remove("404.html")
        super().__init__(visit.context.browser, site)
        self.page.add_init_script(CANARY)
        self.page.on("dialog", lambda dialog: (self.faults.append(f"a dialog: {dialog.message}"), dialog.dismiss()))
        self.context.on("page", lambda page: self.faults.append(f"a window: {page.url}"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
        if self.server:
            self.server.stop()

    def check(self, path):
        """What is wrong with the page that is open, in lines."""
        found = self.page.evaluate(LOOK)
        faults = [f"an element: {name}" for name in found["elements"] if name not in ELEMENTS]
        faults += found["handlers"]
        for element, name, value, scheme in found["addresses"]:
            is_drawn = element in ("img", "link", "script", "image") or name == "src"
            if scheme not in SCHEMES and not (is_drawn and value.startswith("data:image/svg+xml")):
                faults.append(f"an address: <{element} {name}={value!r}>")
            elif is_drawn and "evil.example" in value:
                faults.append(f"taken from elsewhere: <{element} {name}={value!r}>")
        faults += [f"ran: {number}" for number in self.page.evaluate("window.canaries || []")]
        faults += self.faults
        self.faults.clear()
        return [f"{path}: {fault}" for fault in faults]


def some(things, step):
    """All of them in the long suite, in the short one each that stands at a multiple."""
    return list(things) if LONG else list(things)[::step]


def walked(pages, visit):
    """Pages that lead on by themselves are passed over: they hold an address and no words of an author."""
    pages = [path for path in pages if 'http-equiv="refresh"' not in (visit.site.folder / path).read_text(encoding="utf-8")]
    return some(pages, 4)


def the_watch_sees_what_would_run(visit):
    """What the others look for is found where it is."""
    with Walk(visit) as walk:
        page = walk.open("index.html")
        page.evaluate("""() => {
          canary(5);
          const link = document.createElement("a");
          link.href = "javascript:canary(6)";
          const picture = document.createElement("img");
          picture.setAttribute("onerror", "canary(7)");
          picture.src = "//evil.example/x.png";
          document.body.append(link, picture, document.createElement("iframe"), document.createElement("marquee"));
        }""")
        page.wait_for_timeout(200)
        found = "\n".join(walk.check("index.html"))
        for word in ("ran: 5", "ran: policy: ", "<a href='javascript:", "img onerror", "<iframe", "an element: marquee", "taken from elsewhere"):
            expect(word in found, f"{word!r} is not seen in\n{found}")


def nothing_that_an_author_writes_runs_or_leads_astray(visit):
    with Walk(visit) as walk:
        faults = []
        for path in walked(walk.site.pages, walk):
            walk.open(path)
            walk.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            faults += walk.check(path)
        counted = collections.Counter(re.sub(r"^\S+: ", "", fault) for fault in faults)
        expect(not faults, "\n".join(f"{count} × {fault}" for fault, count in counted.most_common(20)) + f"\nfirst: {faults[:3]}")


def what_is_asked_of_the_search_is_text(visit):
    """Queries, choices of filters and results are shown as written."""
    with Walk(visit) as walk:
        faults = []
        attacks = [text.format(n=9, a="x") for text in BREAKING + ADDRESSES]
        for number, text in enumerate(some(attacks, 5)):
            query = urllib.parse.quote(text, safe="")
            page = walk.open(f"search.html?q={query}" if number % 2 else f"search.html?q=зло&f={query}:{query}")
            results(page)
            faults += walk.check(f"search.html {text!r}")
        page = walk.open("search.html?q=зло")
        results(page)
        expect(page.locator("#search-results a").count() > 3, "the hostile materials are not found")
        faults += walk.check("search.html?q=зло")
        for path in ("compare.html", "calendar.html", "check-copy.html", "roadmaps/z-0.html"):
            for text in some(attacks, 15):
                mark = urllib.parse.quote(text, safe="")
                walk.open(f"{path}?a={mark}&b={mark}&year={mark}&q={mark}#{mark}")
                faults += walk.check(f"{path} {text!r}")
        expect(not faults, "\n".join(faults[:20]))


def what_a_browser_keeps_is_no_code(visit):
    """Whatever stands in the stores of a browser under the names that the pages use: each page opens and works."""
    with Walk(visit) as walk:
        scripts = "\n".join(path.read_text(encoding="utf-8") for path in walk.site.folder.glob("assets/**/*.js"))
        names = sorted(set(re.findall(r"[\"'`](album-[a-z-]+)[\"'`]", scripts)))
        expect(len(names) >= 5, f"the names of what is kept: {names}")
        values = ["<img src=x onerror=canary(7)>", "{\"__proto__\":{\"x\":1}}", "[]", "null", "{}", "1e999", "\"", "[[[]]]", "я" * 3000]
        faults = []
        pages = walk.site.kinds_of_pages()
        for number, value in enumerate(some(values, 3)):
            walk.open("index.html")
            walk.page.evaluate(
                "([names, value]) => { for (const store of [localStorage, sessionStorage]) for (const name of names) store.setItem(name, value); }",
                [names, value])
            for path in some(pages[number % 2::2], 3):
                walk.open(path)
                faults += walk.check(f"{path} with {value[:20]!r}")
        expect(not faults, "\n".join(faults[:20]))


def nothing_runs_in_firefox(visit):
    with Walk(visit) as walk, Firefox() as fox:
        pages = [path for path in walk.site.pages if re.search(r"/z-\d+\.html$|faily|/zlo", path)]
        chosen = some(pages, 6)
        expect(len(chosen) > 15, f"{chosen}")
        for path in [*chosen, "search.html?q=%D0%B7%D0%BB%D0%BE", "index.html", "glossary.html"]:
            fox.open(walk.site.url(path))
            found = fox.run("[typeof canary, document.querySelectorAll('iframe, object, embed, base, [onerror], [onload]').length]")
            expect(found == ["undefined", 0], f"{path}: {found}")
        # A name that nobody has defined would be an error of the console.
        expect(not fox.faults, "\n".join(fox.faults[:10]))


def what_programs_read_is_whole(visit):
    """Feeds, calendars, linked data, tables and books: each is well formed and holds no markup of an author."""
    folder = hostile()[1]
    for path in [*folder.glob("**/*.atom"), *folder.glob("sitemap*.xml")]:
        tree = xml.etree.ElementTree.parse(path)
        for element in tree.iter():
            expect(not re.match(r"(javascript|data|vbscript):", element.get("href") or ""), f"{path}: {element.attrib}")
            if element.get("type") == "html":
                expect(not re.search(r"<(script|img|iframe|svg|style)|\son\w+=", element.text or ""), f"{path}: {element.text[:300]}")
    for path in folder.glob("**/*.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.S):
            json.loads(block)
    for path in [*folder.glob("**/*.json"), *folder.glob("**/*.jsonfeed")]:
        json.loads(path.read_text(encoding="utf-8"))
    for path in folder.glob("**/*.ics"):
        for line in re.sub(r"\r\n[ \t]", "", path.read_bytes().decode("utf-8")).split("\r\n"):
            expect(not line or re.match(r"[A-Z][A-Z0-9-]*[;:]", line), f"{path}: {line[:200]}")
    for path in folder.glob("**/*.csv"):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            expect(not re.match(r"[\"']?[=+@\t]", line), f"{path}: {line[:120]}")
    books = list(folder.glob("**/*.epub"))
    expect(books, "no book was made")
    for book in books:
        with zipfile.ZipFile(book) as archive:
            for name in archive.namelist():
                if not name.endswith((".xhtml", ".opf", ".ncx")):
                    continue
                for element in xml.etree.ElementTree.fromstring(archive.read(name)).iter():
                    tag = element.tag.rsplit("}", 1)[-1]
                    expect(tag not in ("script", "iframe", "object", "embed", "base", "form"), f"{book.name} {name}: {tag}")
                    for key, value in element.attrib.items():
                        short = key.rsplit("}", 1)[-1]
                        expect(not short.startswith("on"), f"{book.name} {name}: {key}={value}")
                        is_address = short in ("href", "src") and re.match(r"\s*(javascript|data|vbscript|blob|intent):", value, re.I)
                        expect(not is_address, f"{book.name} {name}: {key}={value}")


EVERYWHERE = [
    nothing_that_an_author_writes_runs_or_leads_astray, what_is_asked_of_the_search_is_text, what_a_browser_keeps_is_no_code]
OVER_HTTP = [the_watch_sees_what_would_run, nothing_runs_in_firefox, what_programs_read_is_whole]
