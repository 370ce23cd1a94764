"""The sharing page and its other end, for its tests: a form that is filled in, and a copy of the site that takes in what it makes.

Each copy holds the repository's own content; the program is that which stands in .build.
"""

import base64
import contextlib
import io
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

from harness import expect, until
from preview_tests import ROOT, built_last

FORM, PLAN, DECISION = "share/practices.html", "share/roadmaps.html", "share/model-decisions.html"
DONE, FAULTS, PEOPLE = ".share-done", ".share-faults", ".share-people"
PATH = "content/practices/kvest-naidi-kriterii.md"


# --- The other end: a copy of the site that takes in what was sent


class Copy:
    def __init__(self, folder):
        self.folder = folder
        self.program = built_last()
        for name in ("content", "themes"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "album.yml", folder)

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments, "--root", str(self.folder)], capture_output=True, text=True)

    def receive(self, name, content):
        sent = self.folder / name
        sent.write_bytes(content)
        return self.run("receive", str(sent))

    def text(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def told(self, path):
        """Errors and warnings of the check about a file."""
        said = self.run("check").stderr.splitlines()
        return [line for line in said if line.startswith(path) and ("ошибка" in line or "предупреждение" in line)]


@contextlib.contextmanager
def copy():
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        yield Copy(folder)
    finally:
        shutil.rmtree(folder)


# --- This end


def opened(visit, path=FORM):
    """The page with its scripts at work."""
    page = visit.open(path)
    page.locator("#field-title").focus()
    until(page, "window.AlbumShare && AlbumShare.people && window.AlbumZip && AlbumShare.pasted && AlbumShare.faults && AlbumShare.shelf && AlbumShare.store")
    return page


def filled(visit):
    """A practice that lacks nothing."""
    page = opened(visit)
    page.locator("#field-title").fill("Квест «Найди критерий»")
    page.locator("#field-summary").fill("Команды старшеклассников придумали критерии для своих проектов.")
    page.get_by_label("Знание", exact=True).check()
    page.get_by_label("Саткинский МР", exact=True).check()
    page.locator("#field-date").fill("12 октября 2023")
    page.locator("#field-level input[value=институциональный]").check()
    page.locator("#section-1").fill("Научить детей оценивать свою работу.")
    page.locator("#section-7").fill("Как шли:\n- получили проекты\n- нашли критерии\n\nВ конце сложили общий лист.")
    page.locator("#section-8").fill("Листом пользуются все.")
    return page


def handed(page, act=None):
    """The file that «Готово» gives: its name and its bytes."""
    with page.expect_download() as download:
        (act or page.get_by_role("button", name="Готово").click)()
    path = download.value.path()
    page.locator(DONE).wait_for()
    return download.value.suggested_filename, pathlib.Path(path).read_bytes()


def photograph(page):
    """A real JPEG with the place where it was taken and how the camera was held (Exif 2.32)."""
    data = page.evaluate("""() => { const canvas = document.createElement('canvas'); canvas.width = 60; canvas.height = 40;
        canvas.getContext('2d').fillRect(5, 5, 20, 20); return canvas.toDataURL('image/jpeg').split(',')[1]; }""")
    picture = base64.b64decode(data)
    entries = b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0" + b"\x88\x25\0\x04\0\0\0\x01" + (38).to_bytes(4, "big")
    place = b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0" + bytes(4)
    exif = b"Exif\0\0MM\0*" + (8).to_bytes(4, "big") + b"\0\x02" + entries + bytes(4) + place
    return picture[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + picture[2:]


def document():
    """The least that is a Word file by its parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return whole.getvalue()


PASTE = """(area, parts) => { area.focus(); const data = new DataTransfer();
    for (const [type, text] of Object.entries(parts)) data.setData(type, text);
    const event = new Event("paste", { bubbles: true, cancelable: true });
    // Firefox empties what a script hands over.
    Object.defineProperty(event, "clipboardData", { value: data });
    area.dispatchEvent(event); }"""


def paste(place, text, html=None):
    """Into a field, as a browser hands it over; what a page leaves to the browser does nothing."""
    place.evaluate(PASTE, {"text/plain": text, **({"text/html": html} if html else {})})
