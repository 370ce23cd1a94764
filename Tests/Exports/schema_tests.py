"""The front matter of materials, checked by another program against what `album schema` prints: schema_tests.py ALBUM SITE

Schemas by PyPI `jsonschema`, YAML by `PyYAML` with the scalars of YAML 1.2, as extensions of editors read them. All
materials of the site fit the schema of their kind; planted mistakes do not, and what the reader takes does.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

from reporting import failures


class CoreLoader(yaml.SafeLoader):
    """Scalars as the core schema of YAML 1.2 has them: days are texts, and only `true` and `false` are flags."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def front_matter(text):
    """What stands between the first line `---` and the next."""
    return yaml.load(re.match(r"\ufeff?---\n(.*?)^---$", text, re.DOTALL | re.MULTILINE).group(1), CoreLoader)


class Site:
    def __init__(self, album, root):
        self.album, self.root = album, pathlib.Path(root)
        with tempfile.TemporaryDirectory() as folder:
            self.run("schema", "--all", folder)
            files = sorted(pathlib.Path(folder).glob("*.schema.json"))
            self.schemas = {file.name.split(".")[0]: json.loads(file.read_text()) for file in files}
        kinds = [yaml.load(file.read_text(), CoreLoader) for file in self.root.glob("content/kinds/*.yml")]
        self.folders = {kind["folder"]: kind["id"] for kind in kinds if "folder" in kind}

    def run(self, *arguments):
        command = [self.album, *arguments, "--root", str(self.root)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def errors(self, kind, text):
        validator = Draft202012Validator(self.schemas[kind])
        return [f"{list(error.path)}: {error.message}"[:160] for error in validator.iter_errors(front_matter(text))]

    def materials(self):
        for file in sorted(self.root.glob("content/*/**/*.md")):
            folder = self.folders[file.relative_to(self.root / "content").parts[0]]
            # A material that says its kind is held against both: that of its folder tells nothing of it.
            for kind in {folder, front_matter(file.read_text()).get("kind", folder)}:
                yield file, kind


# --- Tests: each says what is wrong


def every_kind_has_a_schema_that_is_one(site):
    if not site.schemas or set(site.schemas) != set(site.folders.values()):
        yield f"schemas of {sorted(site.schemas)}, kinds {sorted(site.folders.values())}"
    for kind, schema in site.schemas.items():
        Draft202012Validator.check_schema(schema)
        if json.loads(site.run("schema", kind)) != schema:
            yield f"{kind}: printed another schema than written"


def every_material_fits_the_schema_of_its_kind(site):
    count = 0
    for file, kind in site.materials():
        count += 1
        yield from (f"{file}: {error}" for error in site.errors(kind, file.read_text()))
    if count < 50:
        yield f"only {count} materials"


# Kind, what stands in the front matter besides a title and a summary.
RIGHT = r"""
practice | directions: [Знание, здоровье]
practice | Направления: ЗНАНИЕ
practice | направления: znanie
practice | municipalities: ["Троицкий ГО", Ашинский  МР]
practice | date: 2023
practice | date: в начале лета
practice | draft: да
practice | draft: true
practice | Черновик: Нет
practice | aliases: staryi-kvest
practice | aliases: [staryi-kvest, /a/b.html]
practice | directions: нет в источнике
practice | directions: —
practice | directions:
practice | source: 000
practice | source: "000, раздел «Дорожная карта»"
practice | shows: [karta, "Любое название"]
practice | kind: практика
page | kind: help
practice | id: nash/kvest-2
practice | updated: 11 мая 2023
practice | updated: 2023-05-11
practice | privacy-allow: [{text: school1@mail.ru, reason: почта школы}]
roadmap | tables: {events: karta.csv}
roadmap | tables: {Мероприятия: [a.csv, b.csv]}
document | status: действует
document | document-type: Приказ
document | number: 215
"""

WRONG = r"""
practice | directions: [Знания]
practice | directions: Знание, Здоровье
practice | directions: [Знание, Знание]
practice | municipalities: [Троицкий]
practice | фомат: квест
practice | updated: вчера
practice | updated: май 2023
practice | draft: может быть
practice | draft:
practice | kind: игра
practice | id: наш квест
practice | id: a/../b
practice | region: [Челябинская область, {a: b}]
practice | Дата: 2023\ndate: 2024
practice | privacy-allow: [{text: school1@mail.ru}]
practice | source: [999999, "неизвестный, раздел"]
practice | aliases: {a: b}
practice | level: высокий
roadmap | tables: {этапы проекта: karta.csv}
roadmap | tables: karta.csv
document | status: почти действует
document | attachments: [{name: a.pdf}]
practice | summary:
"""


def planted(lines):
    for line in lines.strip("\n").split("\n"):
        kind, text = line.split(" | ")
        yield kind, text, text.replace("\\n", "\n")


def text_of(kind, fields):
    """A document wants more than a line: as a draft it lacks nothing."""
    summary = "" if fields.startswith("summary") else "summary: Кратко\n"
    draft = "draft: да\n" if kind == "document" else ""
    return f"---\ntitle: Название\n{summary}{draft}{fields}\n---\n"


def what_the_reader_takes_fits(site):
    for kind, shown, fields in planted(RIGHT):
        yield from (f"{kind}: {shown}: {error}" for error in site.errors(kind, text_of(kind, fields)))


def planted_mistakes_do_not(site):
    for kind, shown, fields in planted(WRONG):
        if not site.errors(kind, text_of(kind, fields)):
            yield f"{kind}: {shown}: fits"
    for text in ("summary: Кратко", "title:\nsummary: Кратко", "title: [а, б]\nsummary: Кратко", "title: Название"):
        if not site.errors("practice", f"---\n{text}\n---\n"):
            yield f"{text!r} fits"
    # A draft lacks what it likes but a title.
    yield from site.errors("practice", "---\ntitle: Название\ndraft: да\n---\n")


def the_reader_agrees(site):
    """What is planted as right, the program reads without a word about the field; what is wrong it tells."""
    cases = [(*case, is_right) for lines, is_right in ((RIGHT, True), (WRONG, False)) for case in planted(lines)]
    told = codes(site, [(kind, text_of(kind, fields)) for kind, _, fields, _ in cases])
    for (kind, shown, _, is_right), found in zip(cases, told):
        found -= UNRELATED
        if is_right == bool(found):
            yield f"{kind}: {shown}: told {sorted(found)}"


# What is told of names of materials and files that are not there, of texts without sections, of words for a time.
UNRELATED = {
    "unknown-reference", "unknown-title", "missing-file", "missing-section", "unknown-period", "missing-field", "orphan",
    "former-address", "field-without-year", "idle-privacy-allow", "same-title", "table-without-heading", "missing-table", "unknown-page",
}


def codes(site, texts):
    """What the program tells of each of some materials, in a site of these alone."""
    folders = {kind: folder for folder, kind in site.folders.items()}
    with tempfile.TemporaryDirectory() as root:
        root = pathlib.Path(root)
        (root / "album.yml").write_text("title: Альбом\nedition: 2024-12-01\n")
        for name in ("content/kinds", "content/vocabularies", "themes"):
            shutil.copytree(site.root / name, root / name)
        paths = [f"content/{folders[kind]}/probe-{number}.md" for number, (kind, _) in enumerate(texts)]
        for path, (_, text) in zip(paths, texts):
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_text(text + "Текст.\n")
        command = [site.album, "check", "--no-cache", "--format", "json", "--root", str(root)]
        output = subprocess.run(command, capture_output=True, text=True).stdout
        told = {path: set() for path in paths}
        for message in map(json.loads, output.splitlines()):
            told.setdefault(message["path"], set()).add(message["code"])
        return [told[path] for path in paths]


TESTS = [
    every_kind_has_a_schema_that_is_one,
    every_material_fits_the_schema_of_its_kind,
    what_the_reader_takes_fits,
    planted_mistakes_do_not,
    the_reader_agrees,
]


def main(album, root):
    site = Site(album, root)
    failed = failures(TESTS, lambda test: test(site))
    print(f"{len(TESTS) - failed} passed, {failed} failed: {len(site.schemas)} schemas")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
