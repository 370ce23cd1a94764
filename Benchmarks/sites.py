"""Sites to measure: this repository's theme, vocabularies and kinds around a generated corpus, and edits of them."""

import hashlib
import os
import pathlib
import re
import shutil

import corpus

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build-bench"
ALBUM = os.environ.get("ALBUM", str(ROOT / ".build/release/album"))

# Pages that album.yml names; the corpus has none of its own.
PAGES = {
    "about": '---\ntitle: "Об альбоме"\nsummary: "Зачем нужен этот сайт."\n---\n\nТексты этого сайта составила программа.\n',
    "for-editors": '---\ntitle: "Как пополнять альбом"\nsummary: "Что нужно редактору."\n---\n\nПополнять его не нужно.\n',
}


def generate(folder, count, size, target):
    """The corpus in a folder, unless the same generator has made the same there before."""
    generator = ROOT / "Benchmarks/corpus.py"
    stamp = f"{count} {size} {target} {hashlib.sha256(generator.read_bytes()).hexdigest()[:16]}"
    mark = folder.parent / "corpus.stamp"
    if not mark.is_file() or mark.read_text("utf-8") != stamp:
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True)
        corpus.generate(folder, count, size, target)
        mark.write_text(stamp, "utf-8")


class Site:
    """The site of so many materials of so many bytes, ready to build."""

    def __init__(self, count, size):
        self.count, self.size = count, size
        self.root = FOLDER / f"site-{count}-{size}"
        self.content = self.root / "content"
        self.public = self.root / "public"
        generate(self.content, count, size, "album")
        shutil.copy(ROOT / "album.yml", self.root)
        for name in ("themes", "content/vocabularies", "content/kinds"):
            shutil.rmtree(self.root / name, ignore_errors=True)
            shutil.copytree(ROOT / name, self.root / name)
        (self.content / "pages").mkdir(exist_ok=True)
        for name, text in PAGES.items():
            (self.content / f"pages/{name}.md").write_text(text, "utf-8")
        self.edits = Edits(self.root)

    def material(self, number):
        return self.content / corpus.path(number)

    def forget(self):
        """Removes what a build has kept for the next one."""
        shutil.rmtree(self.root / ".album-cache", ignore_errors=True)


class Edits:
    """Changes of a site's sources that can be taken back.

    While they stand, the corpus has no stamp: one that was left edited is made anew.
    """

    def __init__(self, root):
        self.before = {}
        self.mark = root / "corpus.stamp"
        self.stamp = self.mark.read_text("utf-8")

    def note(self, path):
        self.mark.unlink(missing_ok=True)
        if path not in self.before:
            self.before[path] = path.read_bytes() if path.exists() else None

    def write(self, path, text):
        self.note(path)
        path.write_text(text, "utf-8")

    def remove(self, path):
        self.note(path)
        path.unlink()

    def replace(self, path, pattern, replacement):
        """The first place of a text that fits; one that is not there is a fault of the benchmark."""
        text, found = re.subn(pattern, replacement, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        if not found:
            raise RuntimeError(f"{path}: nothing fits {pattern}")
        self.write(path, text)

    def take_back(self):
        for path, content in self.before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        self.before.clear()
        self.mark.write_text(self.stamp, "utf-8")


# ---- Edits by name: each takes a site and the number of the run, and edits another material each time.


def edited(site, run):
    """The material that a run edits; different ones of all kinds and from all over the corpus."""
    return site.material((17 + run * 37) % site.count)


def edit_nothing(site, run):
    pass


def edit_body(site, run):
    path = edited(site, run)
    site.edits.write(path, path.read_text("utf-8") + f"\nЭто предложение добавлено при измерении {run}.\n")


def edit_title(site, run):
    site.edits.replace(edited(site, run), r'^title: "(.*)"$', rf'title: "\1, издание {run}"')


def edit_summary(site, run):
    site.edits.replace(edited(site, run), r'^summary: "(.*)"$', rf'summary: "\1 Издание {run}."')


def edit_axis(site, run):
    path = edited(site, run)
    other = "Здоровье" if "Здоровье" not in path.read_text("utf-8").split("---")[1] else "Знание"
    site.edits.replace(path, "^directions: .*$", f'directions: ["{other}"]')


def add_material(site, run):
    """One more material, which names others and is named by none."""
    number = site.count + run
    site.edits.write(site.material(number), corpus.Text(number, site.count, site.size, 1, "album").make())


def add_materials(site, runs):
    for run in range(runs):
        add_material(site, run)


def remove_material(site, run):
    """One of those that `add_materials` has added: a link to nothing would be an error."""
    site.edits.remove(site.material(site.count + run))


def rename_material(site, run):
    """Another file name; the old one stays as an alias, so that links lead there."""
    path = edited(site, run)
    text = path.read_text("utf-8")
    site.edits.remove(path)
    site.edits.write(path.with_stem(f"renamed-{run}"), text.replace("\n---\n", f"\naliases: [{path.stem}]\n---\n", 1))


def rename_direction(site, run):
    """Another name of an entry of the vocabulary; materials that name it by the old one still mean it."""
    path = site.content / "vocabularies/directions.yml"
    if run == 0:
        site.edits.replace(path, "^    name: Здоровье$", "    name: Здоровье 0\n    aliases: [Здоровье]")
    else:
        site.edits.replace(path, r"^    name: Здоровье \d+$", f"    name: Здоровье {run}")


def edit_partial(name):
    """Some bytes more at the end of a partial template."""
    def edit(site, run):
        path = site.root / f"themes/album/templates/partials/{name}.mustache"
        site.edits.write(path, path.read_text("utf-8") + f"<!-- {run} -->\n")
    return edit


def edit_string(site, run):
    site.edits.replace(site.root / "themes/album/strings/ru.yml", '^footer_note: "(.*)"$', rf'footer_note: "\1 {run}"')
