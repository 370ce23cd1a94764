"""How well the search finds on real pages that are not ours, as a table: see open_set.py for the pages.

    Benchmarks/search/open [--against PROGRAM [--against-themes FOLDER]] [--peer] [--worst N] [--halves tuning,sealed]
                           [--write] [--hold] [--make-variants]

Fetches the pages, builds the site of them, asks all queries and prints a table: of the harvested queries those of which a
word is nowhere on the page (`absent`) and the others (`present`), and those written by hand after reading
(Tests/Fixtures/search-open/written-….tsv). --against asks another program in the same run, with themes of its own;
--peer asks Pagefind (PyPI's `playwright`, `pagefind` and `pagefind-bin-extended`). --worst N lists the worst queries of
the tuning half; those of the sealed half are never listed. --write puts the tables into docs/search-evaluation.md.
--hold ends with status 1 where a figure is below what was reached, less what is chance (HELD).

variants.tsv stands beside the pages: each query with one typo, in the other layout, and with a word in another form,
drawn with a fixed seed; PyPI's `pymorphy3` gives the forms, --make-variants makes them anew.
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys

import open_set
import relevance

WRITTEN = relevance.ROOT / "Tests/Fixtures/search-open"
KINDS = ("absent", "present", "written")
HALVES = ("tuning", "sealed")


def sets(folder):
    """Queries with their grades by (kind, half)."""
    places = {"absent": folder, "present": folder, "written": WRITTEN}
    return {(k, h): relevance.judged(f"{k}-{h}.tsv", places[k]) for k in KINDS for h in HALVES}


# Variants


def other_form(query, analyser, chance):
    """The query with one noun or adjective in another case or number; none where there is none."""
    words = query.split(" ")
    places = [n for n, word in enumerate(words) if len(word) >= 4 and all(c in relevance.CYRILLIC for c in word)]
    chance.shuffle(places)
    for place in places:
        parse = analyser.parse(words[place])[0]
        if parse.tag.POS not in ("NOUN", "ADJF"):
            continue
        forms = sorted({form.word for form in parse.lexeme if form.tag.POS == parse.tag.POS} - {words[place]})
        if forms:
            return " ".join(words[:place] + [chance.choice(forms)] + words[place + 1 :])
    return None


def make_variants(folder, queries):
    import pymorphy3

    analyser, chance, rows = pymorphy3.MorphAnalyzer(), random.Random(2023), []
    for query in sorted(queries):
        is_plain = all(c in relevance.CYRILLIC + " " for c in query)
        for kind, made in (
            ("typo", relevance.misspelt(query, chance)), ("typo", relevance.misspelt(query, chance)),
            ("layout", relevance.other_layout(query) if is_plain else None),
            ("form", other_form(query, analyser, chance)), ("form", other_form(query, analyser, chance)),
        ):
            if made and (kind, made, query) not in rows:
                rows.append((kind, made, query))
    (folder / "variants.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def variants(folder):
    path = folder / "variants.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


# The table


def build(folder, program, themes, output):
    root = folder / "root"
    root.mkdir(exist_ok=True)
    for name, source in (("content", folder / "content"), ("themes", themes)):
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(source, root / name)
    shutil.copy(folder / "album.yml", root)
    subprocess.run(
        [program, "build", "--quiet", "--root", str(root), "--output", str(output)], check=True, stderr=subprocess.DEVNULL)
    return output


def measured(search, judged, rows):
    """By name of a row: number and figures."""
    out = {}

    def add(name, queries):
        found = search.ask([q for q, _ in queries])
        grades = [g for _, g in queries]
        out[name] = (
            len(queries), relevance.mean(map(relevance.reciprocal_rank, found, grades)),
            relevance.mean(map(relevance.ndcg, found, grades)), relevance.mean(not f for f in found))

    for half in HALVES:
        for kind in KINDS:
            if judged.get((kind, half)):
                add(f"{half}: {kind}", judged[kind, half])
        every = [row for kind in KINDS for row in judged.get((kind, half), [])]
        if every:
            add(f"**{half}**", every)
    grades = {query: g for queries in judged.values() for query, g in queries}
    for kind, name in (("typo", "one typo"), ("layout", "other layout"), ("form", "other form")):
        pairs = [(made, query) for row, made, query in rows if row == kind and query in grades]
        if pairs:
            ranks = [
                relevance.mean(
                    relevance.reciprocal_rank(f, grades[q]) for f, (_, q) in zip(search.ask([p[side] for p in pairs]), pairs))
                for side in (0, 1)]
            out[name] = (len(pairs), *ranks)
    return out


def cells(figures):
    if len(figures) == 4:
        return f"{figures[1]:.3f} / {figures[2]:.3f}", f"{figures[3]:.1%}"
    return f"{figures[1]:.3f} / {figures[2]:.3f} = {figures[1] / max(figures[2], 1e-9):.3f}", ""


def table(columns):
    """Columns are (name, figures by row)."""
    first = columns[0][1]
    lines = [
        "| queries | number | " + " | ".join(f"{name}: MRR@10 / nDCG@10 | without a result" for name, _ in columns) + " |",
        "| --- | --- | " + " | ".join("--- | ---" for _ in columns) + " |"]
    lines += [
        f"| {name} | {first[name][0]} | " + " | ".join(" | ".join(cells(rows[name])) for _, rows in columns) + " |"
        for name in first if len(first[name]) == 4]
    lines += ["", "| variant: MRR@10 against clean | number | " + " | ".join(name for name, _ in columns) + " |",
              "| --- | --- | " + " | ".join("---" for _ in columns) + " |"]
    lines += [
        f"| {name} | {first[name][0]} | " + " | ".join(cells(rows[name])[0] for _, rows in columns) + " |"
        for name in first if len(first[name]) == 3]
    return "\n".join(lines)


def peer_figures(site, folder, judged, rows):
    import peer
    import chromium
    from playwright.sync_api import sync_playwright

    index = folder / "peer"
    shutil.rmtree(index, ignore_errors=True)
    index.mkdir()
    peer.index(site, index)
    with sync_playwright() as tools, peer.serve(index) as server:
        browser = tools.chromium.launch(**chromium.CHROMIUM)
        page = browser.new_page()
        page.goto(server.address)
        figures = measured(peer.Search(page), judged, rows)
        browser.close()
    return figures


# MRR and nDCG of a half; of a variant its part of what the clean queries find.
HELD = {
    "**tuning**": (0.560, 0.590), "**sealed**": (0.503, 0.535), "one typo": 0.97, "other layout": 0.975, "other form": 0.98,
}


def fallen(figures):
    """What is below its threshold, as lines; a figure that was not measured is, too."""
    lines = []
    for name, least in HELD.items():
        row = figures.get(name)
        got = None if row is None else row[1:3] if len(row) == 4 else row[1] / max(row[2], 1e-9)
        low = got is None or (any(a < b for a, b in zip(got, least)) if len(row) == 4 else got < least)
        if low:
            lines.append(f"{name}: {got}, at least {least}")
    return lines


BEGIN, END = "<!-- measured: Benchmarks/search/open -->", "<!-- end of the open set -->"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=pathlib.Path, default=open_set.FOLDER)
    parser.add_argument("--against", metavar="PROGRAM")
    parser.add_argument("--against-themes", type=pathlib.Path, default=relevance.ROOT / "themes")
    parser.add_argument("--peer", action="store_true", help="ask Pagefind, too")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the worst queries for tuning")
    parser.add_argument("--halves", default="tuning,sealed", help="ask these halves only")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/search-evaluation.md")
    parser.add_argument("--hold", action="store_true", help="fail where a figure has fallen")
    parser.add_argument("--make-variants", action="store_true", help="make typos and forms anew")
    options = parser.parse_args()
    folder = options.folder
    open_set.make(folder)
    every = sets(folder)
    if options.make_variants or not (folder / "variants.tsv").is_file():
        make_variants(folder, {q for queries in every.values() for q, _ in queries})
    judged = {key: rows for key, rows in every.items() if key[1] in options.halves.split(",")}
    rows = variants(folder)
    site = build(folder, relevance.ALBUM, relevance.ROOT / "themes", folder / "site")
    search = relevance.Search(str(site), False)
    columns = [("album", measured(search, judged, rows))]
    if options.against:
        before = build(folder, options.against, options.against_themes, folder / "site-before")
        columns.append(("before", measured(relevance.Search(str(before), False, options.against), judged, rows)))
    if options.peer:
        columns.append(("Pagefind", peer_figures(site, folder, judged, rows)))
    text = table(columns)
    print(text)
    if options.write:
        document = relevance.ROOT / "docs/search-evaluation.md"
        head, rest = document.read_text("utf-8").split(BEGIN)
        document.write_text(head + BEGIN + "\n" + text + "\n" + END + rest.split(END)[1], "utf-8")
    low = fallen(columns[0][1]) if options.hold else []
    if low:
        sys.exit("\n".join(low))
    if options.worst:
        tuning = [row for (_, half), queries in judged.items() if half == "tuning" for row in queries]
        relevance.worst(search, tuning, options.worst, [row[1:] for row in rows])


if __name__ == "__main__":
    main()
