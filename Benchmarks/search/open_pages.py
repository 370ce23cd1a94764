"""Pages of Debian's Russian documentation as texts: HTML, Mallard and man pages, each with title, summary and blocks.

A block is (level, text): level 0 is a paragraph, 2 a heading. Of links to other pages the words are kept, as authors
chose them.
"""

import bz2
import gzip
import html.parser
import re
import subprocess
import xml.etree.ElementTree as tree
from dataclasses import dataclass, field

LETTERS = re.compile(r"[а-яё]", re.IGNORECASE)
LATIN = re.compile(r"[a-z]", re.IGNORECASE)


@dataclass
class Text:
    title: str
    blocks: list
    summary: str = ""
    # Words of a link, and the page it leads to, as its address stands there.
    links: list = field(default_factory=list)

    @property
    def words(self):
        return " ".join([self.title, self.summary] + [text for _, text in self.blocks])

    def is_russian(self):
        letters = len(LETTERS.findall(self.words))
        return letters >= 200 and letters > len(LATIN.findall(self.words))


# Backslashes look like places on a disk, controls are not for pages, post boxes are private: the album refuses them.
REFUSED = re.compile(r"\S+@\S+|[\\\x00-\x08\x0e-\x1f\x7f-\x9f]")


def squeezed(text):
    return re.sub(r"\s+", " ", REFUSED.sub(" ", text.replace("\u00ad", ""))).strip()


# Numbers and the words before them that a stylesheet put in front of a title: «Глава 17.», «3.2.», «A.1.».
NUMBER = re.compile(r"^(?:(?:Глава|Приложение|Раздел|Часть|Рисунок|Таблица)\s+)?(?:(?:\d+|[A-ZА-Я])(?:\.\d+)*\.|[IVX]+\.|\d+(?:\.\d+)+)\s+")


def title(text):
    return NUMBER.sub("", squeezed(text).rstrip("¶")).strip()


class Page(html.parser.HTMLParser):
    """HTML of DocBook, Sphinx and hands; navigation is left out."""

    SKIPPED = {"script", "style", "head", "nav", "footer"}
    NAVIGATION = re.compile(
        r"nav(header|footer|center|igation)|sphinxsidebar|related|toc\b|headerlink|footer|legalnotice|authorgroup|copyright"
        r"|revhistory|docnav|breadcrumb|titlelink|^top$|^bottom$", re.IGNORECASE)
    VOID = {"br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr"}
    BLOCKS = {"p", "div", "li", "td", "th", "dt", "dd", "pre", "tr", "table", "ul", "ol", "dl", "br", "blockquote", "section"}

    def __init__(self):
        super().__init__()
        self.open, self.skipped, self.text, self.level = [], None, "", 0
        self.name, self.blocks, self.links, self.link = "", [], [], None

    def handle_starttag(self, tag, attributes):
        if tag in self.VOID:
            if tag == "br":
                self.text += " "
            return
        marks = dict(attributes)
        self.open.append(tag)
        named = " ".join([marks.get("class") or "", marks.get("id") or ""])
        if self.skipped is None and (tag in self.SKIPPED or self.NAVIGATION.search(named)) and tag not in ("html", "body"):
            self.skipped = len(self.open)
        if tag == "title":
            self.link = ["title", ""]
        if self.skipped is not None:
            return
        if re.fullmatch("h[1-6]", tag):
            self.flush()
            self.level = 2
        elif tag in self.BLOCKS and not self.level:
            self.flush()
        if tag == "a" and marks.get("href"):
            self.link = [marks["href"], ""]

    def handle_endtag(self, tag):
        if tag not in self.open:
            return
        while self.open:
            last = self.open.pop()
            if self.skipped is not None and len(self.open) < self.skipped:
                self.skipped = None
            if last == tag:
                break
        if tag == "title" and self.link:
            self.name, self.link = squeezed(self.link[1]), None
        elif tag == "a" and self.link:
            self.links.append((squeezed(self.link[1]), self.link[0]))
            self.link = None
        if re.fullmatch("h[1-6]", tag) or tag in self.BLOCKS and not self.level:
            self.flush()

    def handle_data(self, data):
        if self.link:
            self.link[1] += data
        if self.skipped is None:
            self.text += data

    def flush(self):
        text = squeezed(self.text)
        if text:
            self.blocks.append((self.level, title(text) if self.level else text))
        self.text, self.level = "", 0


def of_html(data):
    page = Page()
    page.feed(data.decode("utf-8", "replace"))
    page.flush()
    name = title(page.name)
    blocks = page.blocks
    heading = next((text for level, text in blocks[:4] if level), "")
    if heading and (not name or name.startswith(heading) or "—" in name):
        name = heading
    return Text(name, [b for n, b in enumerate(blocks) if not (n < 4 and b == (2, name))], links=page.links)


def of_cache(data):
    """The pages of a KDE handbook by name."""
    text = bz2.decompress(data).decode("utf-8", "replace")
    parts = re.split(r'<FILENAME filename="([^"]*)">', text)
    for name, page in zip(parts[1::2], parts[2::2]):
        yield name, of_html(page.encode("utf-8"))


def of_mallard(data):
    root = tree.fromstring(data)
    texts = Text("", [])

    def plain(element):
        return squeezed("".join(element.itertext()))

    def walk(element):
        for child in element:
            tag = child.tag.split("}")[-1]
            for link in child.iter():
                if tag not in ("info", "section") and link.tag.endswith("}link") and link.get("xref"):
                    texts.links.append((plain(link), link.get("xref")))
            if tag == "info":
                found = next((c for c in child if c.tag.endswith("}desc")), None)
                if found is not None and element is root:
                    texts.summary = plain(found)
            elif tag == "title":
                if element is root:
                    texts.title = texts.title or plain(child)
                else:
                    texts.blocks.append((2 if element.tag.endswith("}section") else 0, plain(child)))
            elif tag in ("p", "td", "code", "screen"):
                texts.blocks.append((0, plain(child)))
            else:
                walk(child)

    walk(root)
    texts.blocks = [b for b in texts.blocks if b[1]]
    return texts


def of_man(data, path):
    """A man page as groff shows it; its title is name and purpose."""
    environment = {"PATH": "/usr/bin:/bin", "MANWIDTH": "4000", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""}
    shown = subprocess.run(
        ["groff", "-K", "utf8", "-t", "-mandoc", "-T", "utf8", "-P", "-cbou", "-rLL=4000n"],
        input=gzip.decompress(data), capture_output=True, env=environment).stdout.decode("utf-8", "replace")
    texts = Text(path.name.split(".")[0], [])
    for line in shown.splitlines()[1:-1]:
        if line and not line.startswith(" "):
            texts.blocks.append((2, squeezed(line).capitalize()))
        elif line.strip():
            texts.blocks.append((0, squeezed(line)))
    named = next((text for n, (level, text) in enumerate(texts.blocks) if not level and n < 3), "")
    if re.search(r" [-–—] ", named):
        texts.title = named
        texts.blocks = [b for b in texts.blocks if b[1] != named]
    return texts
