"""The open set: Russian pages of Debian's documentation, fetched, as materials; and queries that people made of them.

    Benchmarks/search/open_set.py [--folder .build-bench/search-open]

Packages are taken with `apt-get download` and unpacked, never installed. Nothing of them is in this repository: pages and
harvested queries stand in the folder, which is made anew when this script has changed.

    content/pages/…          a material of each page: title, summary, headings, text
    absent-tuning.tsv, present-sealed.tsv …   queries that the documents hold themselves, query TAB address=grade …

Harvested are: entries of GIMP's index (of an entry below another one both), the words by which authors of GNOME's help
link to a page, and the Russian keywords of the settings of KDE with the help page each names. A query has a word that the
title lacks. Those of which a word is nowhere on the page are `absent` and all taken; of the others, `present`, one for a
page. Which half a query is in follows from its letters.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

import open_pages

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build-bench/search-open"

PACKAGES = """
aptitude-doc-ru baobab brasero-common cheese-common debconf-doc debian-faq-ru debian-handbook developers-reference-ru
doublecmd-help-ru eog evince-common evolution-common file-roller gedit-common gimp-help-ru gnome-calculator gnome-clocks
gnome-sudoku gnome-system-monitor gnome-terminal-data gnome-user-docs installation-guide-amd64 kate5-data kcalc kfind
kgpg khelpcenter kicad-doc-ru kmail kmix konsole krdc kturtle maint-guide-ru man-db manpages-ru okular passwd
plasma-desktop plasma-desktop-data plasma-workspace psmisc seahorse simple-scan step totem-common ubuntu-packaging-guide-html-ru
kwrite juk gwenview dolphin ark kdenlive-data marble-data gucharmap
""".split()

RUSSIAN = re.compile(r"/ru(?:-RU)?/|\.ru\.html$|/ubuntu-packaging-guide-html-ru/")
LEFT_OUT = re.compile(r"/gfdl|gpl|license|legal|genindex|/search\.html|gimp-help-index|/_sources/|bibliography|/ld-idm")


def fetch(folder):
    packages = folder / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        if not list(packages.glob(name + "_*.deb")):
            subprocess.run(["apt-get", "download", "-q", name], cwd=packages, check=True, stdout=subprocess.DEVNULL)
        target = folder / "unpacked" / name
        if not target.exists():
            target.mkdir(parents=True)
            subprocess.run(["dpkg-deb", "-x", str(next(packages.glob(name + "_*.deb"))), str(target)], check=True)
    return folder / "unpacked"


def texts(unpacked):
    """Russian pages by the path in their package, a page of a handbook with its name in it."""
    for path in sorted(unpacked.rglob("*")):
        place = path.relative_to(unpacked).as_posix()
        if not RUSSIAN.search("/" + place) or LEFT_OUT.search("/" + place) or not path.is_file() or path.is_symlink():
            continue
        if path.suffix in (".html", ".htm"):
            yield place, open_pages.of_html(path.read_bytes())
        elif path.suffix == ".page":
            yield place, open_pages.of_mallard(path.read_bytes())
        elif path.name == "index.cache.bz2":
            for name, text in open_pages.of_cache(path.read_bytes()):
                yield f"{place}/{name}", text
        elif "/man/ru/" in place and path.suffix == ".gz":
            yield place, open_pages.of_man(path.read_bytes(), path)


def identifier(place):
    package, *folders, name = place.removesuffix(".gz").split("/")
    if "index.cache.bz2" in folders:
        package += "-" + folders[-2]
    if "man" in folders:
        name = "man-" + name
    stem = re.sub(r"\.(html?|page)$", "", name)
    if name.endswith(".page") and "help" in folders:
        package = folders[-1] if folders[-1] != "ru" else package
    return re.sub(r"[^a-z0-9]+", "-", f"{package}-{stem}".lower()).strip("-")


# Punctuation of Markdown is written so that it stays what it is.
def plain(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def summary(text):
    """The author's own one, else the first paragraph, cut at a sentence or a word."""
    words = text.summary or next((t for level, t in text.blocks if not level and len(open_pages.LETTERS.findall(t)) > 30), "")
    if len(words) <= 220:
        return words
    cut = words[:220]
    return cut[: cut.rfind(". ") + 1] if ". " in cut[60:] else cut[: cut.rfind(" ")] + " …"


def write(pages, folder):
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    (content / "pages").mkdir(parents=True)
    (content / "kinds").mkdir()
    (content / "kinds/page.yml").write_text(
        "id: page\nfolder: pages\nname: {one: страница, few: страницы, many: страниц}\ntitle: Страницы\norder: 1\nfields:\n"
        "  title: {label: Название, type: text, required: true}\n  summary: {label: Кратко, type: text}\n", "utf-8")
    (folder / "album.yml").write_text(
        "title: Справка\ndescription: Открытый набор.\nlanguage: ru\nedition: 2023-12-01\ntheme: album\n", "utf-8")
    for name, text in pages.items():
        lines = ["---", f"title: {quoted(text.title)}", f"summary: {quoted(summary(text))}", "---", ""]
        for level, block in text.blocks:
            lines += [("## " if level else "") + plain(block), ""]
        (content / "pages" / f"{name}.md").write_text("\n".join(lines), "utf-8")


# Queries


def address(name):
    return f"pages/{name}.html"


def words(text):
    return re.findall(r"[а-яёa-z0-9]+", text.lower().replace("ё", "е"))


def has_other_word(query, text):
    """Whether a query has a Russian word of which the text has not the first five letters."""
    known = {word[:5] for word in words(text)}
    return any(word[:5] not in known for word in words(query) if len(word) > 2 and word[0] >= "а")


BARE = re.compile(r"[«»\"“”…:;()]")
POLITE = re.compile(r"^(?:узна(?:ть|йте) )?(?:больше|подробнее) (?:об?|про) ")
# Words of a link that ask the reader to do something are no query.
COMMAND = re.compile(r"(?:[аеияёую]й|[иь])те(?:сь)?\b")


def gimp_index(unpacked, named):
    """Entries of GIMP's index: (query, page); below another one, with its words before."""
    source = next(unpacked.glob("gimp-help-ru/usr/share/gimp/2.0/help/ru/gimp-help-index.html")).read_text("utf-8")
    above, last = [], ""
    for part in re.finditer(r"<dl>|</dl>|<dt[^>]*>(.*?)</dt>", source, re.DOTALL):
        if part.group() == "<dl>":
            above.append(last)
        elif part.group() == "</dl>":
            above.pop()
        else:
            entry = open_pages.squeezed(re.sub(r"<a .*?</a>", "", part.group(1))).rstrip(" ,")
            last = re.sub(r"\s*\((?:устар\.|инструмент|команда|диалог)\)", "", entry)
            over = " ".join(word for word in above[1:] if word)
            for target in re.findall(r'href="([^"#]*)', part.group(1)):
                page = named.get("gimp-help-ru/" + target)
                if page and target != "glossary.html":
                    yield f"{over} {last}".strip(), page


def mallard_links(pages, named):
    """The words of links between pages of GNOME's help: (query, page)."""
    for place, text in pages.items():
        if not place.endswith(".page"):
            continue
        for shown, target in text.links:
            page = named.get(place.rsplit("/", 1)[0] + "/" + target.split("#")[0] + ".page")
            if page and shown and not re.search(r"[<>=/@]", shown):
                yield shown, page


def of_cbor(data, key):
    """The texts behind a key in the metadata of a plugin: a length of one or two bytes, then letters."""
    for match in re.finditer(re.escape(key.encode()) + rb"(?:([\x60-\x77])|x(.)|y(..))", data, re.DOTALL):
        short, byte, two = match.groups()
        length = short[0] - 0x60 if short else int.from_bytes(byte or two, "big")
        yield data[match.end() : match.end() + length].decode("utf-8", "replace")


def kde_keywords(unpacked, named):
    """Russian keywords of a page of settings: (query, page)."""
    for path in sorted(unpacked.glob("plasma-*/usr/lib/**/kcm*.so")):
        data = path.read_bytes()
        where = [re.search("kcontrol/([^/]+)/", place) for place in of_cbor(data, "X-DocPath")]
        page = next((named.get("kcontrol/" + w.group(1)) for w in where if w), None)
        for keywords in of_cbor(data, "X-KDE-Keywords[ru]") if page else ():
            for keyword in keywords.split(","):
                yield keyword, page


def harvested(unpacked, pages, names):
    """Queries with the pages that are meant; and by query whether it is `absent` or `present`."""
    named = {}
    for place, name in names.items():
        named[place] = name
        package, *_, file = place.split("/")
        named[f"{package}/{file}"] = name
        if "/kcontrol/" in place and file == "index.html":
            named["kcontrol/" + place.split("/kcontrol/")[1].split("/")[0]] = name
    by_name = {names[place]: text for place, text in pages.items()}
    meant, kinds = collections.defaultdict(dict), {}
    for found in (gimp_index(unpacked, named), mallard_links(pages, named), kde_keywords(unpacked, named)):
        for query, page in found:
            query = BARE.sub(" ", query.lower())
            query = POLITE.sub("", open_pages.squeezed(query)).strip(" .,-")
            if len(words(query)) <= 7 and not COMMAND.search(query) and has_other_word(query, by_name[page].title):
                meant[query][page] = 3
    asked = collections.Counter()
    for query, grades in sorted(meant.items(), key=lambda row: digest(row[0])):
        is_absent = all(has_other_word(query, by_name[page].words) for page in grades)
        if len(grades) <= 3 and (is_absent or not any(asked[page] for page in grades)):
            kinds[query] = "absent" if is_absent else "present"
            asked.update(grades)
    return {query: meant[query] for query in sorted(kinds)}, kinds


def digest(query):
    return hashlib.sha256(query.encode("utf-8")).digest()


def is_sealed(query):
    return digest(query)[0] % 2 == 1


def make(folder):
    stamp = hashlib.sha256(b"".join(pathlib.Path(f).read_bytes() for f in (__file__, open_pages.__file__))).hexdigest()
    mark = folder / "stamp"
    if mark.is_file() and mark.read_text() == stamp:
        return
    unpacked = fetch(folder)
    pages, names, bodies = {}, {}, set()
    for place, text in texts(unpacked):
        body = text.words
        if text.title and text.is_russian() and body not in bodies:
            bodies.add(body)
            name = identifier(place)
            while name in names.values():
                name += "-2"
            pages[place], names[place] = text, name
    write({names[place]: text for place, text in pages.items()}, folder)
    queries, kinds = harvested(unpacked, pages, names)
    for kind in ("absent", "present"):
        for half in ("tuning", "sealed"):
            rows = [
                query + "\t" + " ".join(f"{address(page)}={grade}" for page, grade in grades.items()) + "\n"
                for query, grades in queries.items() if (kinds[query], is_sealed(query)) == (kind, half == "sealed")]
            (folder / f"{kind}-{half}.tsv").write_text("".join(rows), "utf-8")
    mark.write_text(stamp)
    print(len(pages), "pages,", sum(len(t.words) for t in pages.values()) // 1000, "thousand letters;",
          dict(collections.Counter(kinds.values())), "queries", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=FOLDER)
    make(parser.parse_args().folder)


if __name__ == "__main__":
    main()
