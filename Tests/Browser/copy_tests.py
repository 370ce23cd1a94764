"""A copy of the site says how old it is, and whether it is whole."""

import pathlib
import shutil
import tempfile

from harness import expect

ENDED = ".copy-verdict:is([data-state=good], [data-state=bad], [data-state=doubtful])"


def checked(page, folder):
    """The verdict and the lists of a folder that a reader chooses."""
    page.set_input_files("#copy-folder", str(folder))
    page.wait_for_selector(ENDED)
    verdict = page.locator(".copy-verdict")
    return verdict.get_attribute("data-state"), verdict.inner_text(), page.locator(".copy-files").inner_text()


def a_reader_finds_out_what_is_wrong_with_a_copy(visit):
    """Whole, with a flipped byte, a missing file, a further one, and a folder that is no copy."""
    page = visit.open("check-copy.html")
    with tempfile.TemporaryDirectory() as work:
        copy = pathlib.Path(work) / "Моя флешка" / "Копия сайта"
        shutil.copytree(visit.site.folder, copy, ignore=shutil.ignore_patterns(".*"))
        state, said, names = checked(page, copy)
        expect(state == "good" and str(len(visit.site.files)) in said and "1 декабря 2023" in said and not names, said)
        # The folder above it is chosen as easily.
        state, said, _ = checked(page, copy.parent)
        expect(state == "good", said)

        # What systems leave there, and pages that have their names.
        for name in ("Thumbs.db", ".DS_Store", "._index.html", "practices/desktop.ini"):
            (copy / name).write_bytes(b"x")
        state, said, names = checked(page, copy)
        expect(state == "good" and not names, f"{said} {names}")
        foreign = ["zametki.txt", "__MACOSX/index.html", "lost.dir/a.html", ".other.html"]
        for name in foreign:
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).write_bytes(b"x")
        state, said, names = checked(page, copy)
        expect(state == "doubtful" and all(name in names for name in foreign), f"{said} {names}")

        flipped = bytearray((copy / "glossary.html").read_bytes())
        flipped[100] ^= 1
        (copy / "glossary.html").write_bytes(flipped)
        (copy / "directions" / "index.html").unlink()
        state, said, names = checked(page, copy)
        expect(state == "bad" and "glossary.html" in names and "directions/index.html" in names, f"{said} {names}")

        (copy / "manifest.json").write_text('{"format":"album-manifest","version":9,"files":[]}', encoding="utf-8")
        state, said, names = checked(page, copy)
        expect(state == "bad" and "manifest.json" in said and not names, f"{said} {names}")
        state, said, names = checked(page, copy / "assets")
        expect(state == "bad" and "index.html" in said, said)


def a_copy_says_which_edition_it_is_and_how_old(visit):
    page = visit.page
    page.clock.install(time="2024-03-15T12:00:00")
    for path in ("index.html", "directions/index.html"):
        visit.open(path)
        told = page.locator(".copy-age")
        told.wait_for()
        expect(told.inner_text() == "Это копия сайта: издание от 1 декабря 2023 г. вышло 3 месяца назад.", told.inner_text())
    page.clock.set_fixed_time("2020-01-01T12:00:00")
    visit.open("index.html")
    page.locator(".copy-age").wait_for()
    expect("назад" not in page.locator(".copy-age").inner_text(), "a clock that is behind tells an age")


def the_site_itself_is_no_copy(visit):
    page = visit.open("index.html")
    page.wait_for_load_state()
    expect(page.locator(".copy-age").is_hidden(), "the site calls itself a copy")


EVERYWHERE = [a_reader_finds_out_what_is_wrong_with_a_copy]
FROM_DISK = [a_copy_says_which_edition_it_is_and_how_old]
OVER_HTTP = [the_site_itself_is_no_copy]
