"""What the tests of files for Word and Excel stand on: a site with all that a text may hold, a click, and what other programs read of it."""

import atexit
import contextlib
import functools
import html
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

import docx
import openpyxl
from harness import Server, Site, expect, until
from sharing import Copy

TOLD = ".office-told"
WORD, EXCEL = "button[data-ending=docx]:not([data-blank])", "button[data-ending=xlsx]"
SAMPLE = "practices/vzyat-s-soboi.html"
TEXT = """---
title: "Что берут с собой: «проба» 1/2"
summary: "Всё, что может стоять в тексте."
date: 2023-05-11
municipalities: [Ашинский МР]
region: Челябинская область
level: муниципальный
directions: [Знание]
---

Слова **жирные**, *наклонные*, `как в коде` и ~~лишние~~; [снаружи](https://example.org/?a=1&b=2), [[kvest-vsoko|внутри]] и <сноска>[^1].

## Цель

- Первый пункт
  - Вложенный пункт
    1. Глубокий пункт
- Второй пункт

  Продолжение второго пункта.

3. Третий по счёту
4. Четвёртый по счёту

- [x] Сделано
- [ ] Не сделано

> Слова другого человека.

![Снимок стола](stol.jpg)

![Схема пути](put.svg) и ![Знак](znak.webp)

## Ход

| Этап | Что делают | Срок | Время |
|---|---|---|---|
| =1+2 | Считают[^2] | 11.05.2023 | 10 мин |
| Итог | Читают [список](https://example.org/list) | май 2023 | 2 урока |

## Результаты

| Где | Сколько |
|---|---|
| +7 | -3 |

[^1]: Текст первой сноски со [ссылкой](https://example.org/note).
[^2]: Текст второй сноски.
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="#05c"/></svg>\n'


@functools.cache
def _built():
    folder = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    copy = Copy(folder)
    for name, picture in (("stol.jpg", "phone.jpg"), ("znak.webp", "phone.webp")):
        shutil.copy(pathlib.Path(__file__).parents[1] / "Fixtures/pictures" / picture, folder / "content/practices" / name)
    (folder / "content/practices/put.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "content/practices/vzyat-s-soboi.md").write_text(TEXT, encoding="utf-8")
    settings = (folder / "album.yml").read_text(encoding="utf-8")
    (folder / "album.yml").write_text(settings + "url: https://album.example/\n", encoding="utf-8")
    run = copy.run("build", "--output", str(folder / "site"))
    expect(run.returncode == 0, run.stderr)
    return folder / "site"


@contextlib.contextmanager
def sample(visit):
    """The same visit to the site of the sample, in the same way: over http or from a disk."""
    folder, own, server = _built(), visit.site, None
    if own.base.startswith("http"):
        server = Server(folder)
    visit.site = Site(folder, server.base if server else folder.as_uri() + "/")
    try:
        yield visit
    finally:
        visit.site = own
        if server:
            server.stop()


def take(page, button=WORD):
    """The file that a click gives."""
    with page.expect_download() as download:
        page.locator(button).first.click()
    until(page, "() => / готов: /.test(document.querySelector('.office-told').textContent)")
    path = pathlib.Path(tempfile.mkdtemp()) / download.value.suggested_filename
    atexit.register(shutil.rmtree, path.parent)
    download.value.save_as(path)
    return path


# --- What stands on the page


SEEN = """() => {
    const left = "nav:not(.print-contents), form:not([data-filled]), .strip-actions, .actions, .timeline, .downloads, .files, .table-files, .related, .screen-only, .office-told, .cite, svg, .footnotes";
    const inner = "p, li, td, dl, ul, ol, div, table, details";
    return Array.from(document.querySelectorAll("main :is(p, li, td, th, h1, h2, h3, h4, dt, dd, pre, figcaption)"))
        .filter(one => !one.closest(left + ", .hidden-label") && one.getClientRects().length && !one.querySelector(inner)).map(one => {
            const copy = one.cloneNode(true);
            for (const hidden of copy.querySelectorAll("[aria-hidden], .hidden-label, .heading-link, .footnote-ref, .footnote-back, svg, button")) hidden.remove();
            return copy.textContent;
        });
}"""


def bare(text):
    """Letters and figures alone: what stands between words differs from page to file."""
    return re.sub(r"[\W_]+", "", text.replace("\u00ad", ""))


def seen(page):
    return [text for text in page.evaluate(SEEN) if bare(text)]


def lost(page, text):
    """What the page says and a text does not."""
    said = bare(text)
    return [one.strip() for one in seen(page) if bare(one) not in said]


# --- What stands in the file


def part(path, name):
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def words(path):
    """All the words of a document, those of notes at the end."""
    if path.suffix == ".docx":
        lines = [re.sub(r"</w:p>|<w:br/>", "\n", part(path, f"word/{name}.xml")) for name in ("document", "footnotes")]
        return html.unescape("".join(re.sub(r"<w:t [^>]*>([^<]*)</w:t>|<[^>]*>", r"\1", text) for text in lines))
    return "\n".join(str(cell) for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


def document(path):
    return docx.Document(str(path))


def calc():
    """Whether LibreOffice has its part for tables."""
    return (pathlib.Path(shutil.which("soffice")).resolve().parent / "scalc").exists()


def printed(path):
    """The text of the PDF that LibreOffice makes of a file; nothing where one of the programs is missing."""
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        print("       LibreOffice or pdftotext is missing: not printed")
        return None
    profile = tempfile.mkdtemp()
    try:
        run = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf", "--outdir", profile, str(path)],
                       check=True, capture_output=True, text=True, timeout=180)
        pdf = next(pathlib.Path(profile).glob("*.pdf"), None)
        if pdf is None and "could not be loaded" in run.stderr and path.suffix == ".xlsx" and not calc():
            print("       LibreOffice Calc is missing: not printed")
            return None
        expect(pdf is not None, f"LibreOffice: {run.stderr}")
        return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    finally:
        shutil.rmtree(profile, ignore_errors=True)
