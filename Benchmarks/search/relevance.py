"""The relevance of a search over the project's own content: what is asked of it, and how well it answers.

    Benchmarks/search/eval [--browser] [--worst N] [--make-typos] [--make-phrases]

Builds the site into a temporary folder, asks `album search -` all queries of Tests/Fixtures/search-eval and prints a
table. --browser asks the scripts of the pages instead, in Node. --worst N lists the N worst queries for tuning; those
of the sealed half are never listed. --make-typos and --make-phrases write typos.tsv and phrases.tsv anew. ALBUM names
another program than the release build.

    tuning.tsv, sealed.tsv   query TAB address=grade … : 3 is what was looked for, 2 helps, 1 touches it
    typos.tsv                misspelt query TAB query: one mistake each, made with a fixed seed
    forms.tsv                forms of one word, parted by spaces
    phrases.tsv              four words in a row of one text, and no other, TAB its address; drawn with a fixed seed

MRR@10 counts the first result of grade 2 or 3, nDCG@10 gains 2^grade - 1. Two queries are alike when they share nine
tenths of their ten best results.
"""

import argparse
import json
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/Fixtures/search-eval"
ALBUM = os.environ.get("ALBUM", str(ROOT / ".build/release/album"))
CORE = ROOT / "themes/album/assets/js/search-core.js"
HARNESS = ROOT / "Tests/Fixtures/search-harness.js"

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
ROWS = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"]


def judged(name, folder=FIXTURES):
    """Queries with the grades of their addresses."""
    queries = []
    for line in (folder / name).read_text("utf-8").splitlines():
        query, addresses = line.split("\t")
        grades = dict(pair.rsplit("=", 1) for pair in addresses.split(" "))
        queries.append((query, {address: int(grade) for address, grade in grades.items()}))
    return queries


def lines(name):
    return [line.split("\t") for line in (FIXTURES / name).read_text("utf-8").splitlines()]


# What is asked of the search


class Search:
    """Asks the built program, or the scripts of the pages; another one has `ask` too."""

    def __init__(self, site, browser, program=ALBUM):
        self.site, self.browser, self.program, self.known = site, browser, program, {}

    def ask(self, queries):
        """Addresses of the ten best results of each query."""
        new = [q for q in dict.fromkeys(queries) if q not in self.known]
        if new:
            self.known.update(zip(new, self._browser(new) if self.browser else self._program(new)))
        return [self.known[q] for q in queries]

    def _program(self, queries):
        command = [self.program, "search", "-", "--site", self.site, "--limit", "10"]
        return self._run(command, [q.replace("\n", " ") for q in queries])

    def _browser(self, queries):
        requests = [json.dumps({"query": q, "limit": 10}) for q in queries]
        return self._run(["node", str(HARNESS), "queries", str(CORE), self.site], requests)

    @staticmethod
    def _run(command, rows):
        done = subprocess.run(command, input="\n".join(rows) + "\n", capture_output=True, text=True, check=True)
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != len(rows):
            sys.exit(f"{len(rows)} queries, {len(answers)} answers")
        return [[result["url"] for result in answer["results"]] for answer in answers]


# Measures


def reciprocal_rank(found, grades):
    return next((1 / place for place, url in enumerate(found, 1) if grades.get(url, 0) >= 2), 0)


def gain(grades):
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def ndcg(found, grades):
    return gain([grades.get(url, 0) for url in found]) / gain(sorted(grades.values(), reverse=True)[:10])


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0


def alike(left, right):
    return len(set(left) & set(right)) >= 0.9 * max(len(left), len(right)) and bool(left) == bool(right)


# Queries made of queries


def misspelt(query, chance):
    """The query with one mistake in a word of five letters or more; none where there is no such word."""
    words = query.split(" ")
    places = [n for n, word in enumerate(words) if len(word) >= 5 and all(c in CYRILLIC for c in word.lower())]
    if not places:
        return None
    number = chance.choice(places)
    word = words[number]
    at = 0 if chance.random() < 0.04 else chance.randrange(1, len(word))
    row = next((r for r in ROWS if word[at].lower() in r), ROWS[0])
    near = row[max(0, row.find(word[at].lower()) + chance.choice([-1, 1])) % len(row)]
    kind = chance.choice(["swap", "drop", "double", "near"])
    if kind == "swap" and at > 0 and word[at] != word[at - 1]:
        made = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    elif kind == "drop":
        made = word[:at] + word[at + 1 :]
    elif kind == "double":
        made = word[:at] + word[at] + word[at:]
    else:
        made = word[:at] + near + word[at + 1 :]
    return None if made == word else " ".join(words[:number] + [made] + words[number + 1 :])


def make_typos(queries):
    chance = random.Random(2023)
    rows = []
    for query in queries:
        made = [misspelt(query, chance) for _ in range(4)]
        rows += [f"{typo}\t{query}\n" for typo in dict.fromkeys(made) if typo]
    (FIXTURES / "typos.tsv").write_text("".join(rows), "utf-8")


def other_layout(query):
    return "".join(LATIN[CYRILLIC.index(c)] if c in CYRILLIC else c for c in query.lower())


def turned(query):
    return " ".join(reversed(query.split(" ")))


def make_phrases(count=150):
    """Phrases of four words, of which at least three are longer than three letters."""
    chance = random.Random(2023)
    texts = {}
    for path in sorted((ROOT / "content").rglob("*.md")):
        folder = path.relative_to(ROOT / "content").parts[0]
        if folder not in ("NOTES.md", "vocabularies", "kinds"):
            body = path.read_text("utf-8").split("---", 2)[-1]
            texts[path.relative_to(ROOT / "content").with_suffix(".html").as_posix()] = body
    rows = []
    while len(rows) < count:
        address = chance.choice(sorted(texts))
        line = chance.choice(texts[address].splitlines())
        runs = re.findall(r"(?:[а-яё]+ ){3}[а-яё]+", line, re.IGNORECASE)
        phrase = chance.choice(runs).lower() if runs else ""
        if sum(len(word) > 3 for word in phrase.split()) >= 3 and [phrase in t.lower() for t in texts.values()].count(True) == 1:
            rows.append(f"{phrase}\t{address}\n")
    (FIXTURES / "phrases.tsv").write_text("".join(dict.fromkeys(rows)), "utf-8")


VARIANTS = {
    "capitals": str.upper,
    "ё for е": lambda q: q.replace("е", "ё"),
    "dashes": lambda q: q.replace("-", "–"),
    "word order": turned,
    "other layout": lambda q: other_layout(q) if all(c in CYRILLIC + " " for c in q.lower()) else q,
}


# The table: rows of (name, number, cells)


def relevance(search, sets):
    """By set of queries: number, MRR@10, nDCG@10, share without a result."""
    rows = {}
    for name, queries in sets.items():
        found = search.ask([q for q, _ in queries])
        pairs = list(zip(found, (g for _, g in queries)))
        rows[name] = (
            len(queries), mean(reciprocal_rank(f, g) for f, g in pairs), mean(ndcg(f, g) for f, g in pairs),
            mean(not f for f in found))
    return rows


def typos(search, all_queries):
    """Number, MRR@10 of the misspelt queries, of the clean ones, share without a result."""
    grades, pairs = dict(all_queries), lines("typos.tsv")
    found, clean = (search.ask([pair[side] for pair in pairs]) for side in (0, 1))
    meant = [grades[query] for _, query in pairs]
    return (
        len(pairs), mean(map(reciprocal_rank, found, meant)), mean(map(reciprocal_rank, clean, meant)),
        mean(not f for f in found))


def phrases(search, marks):
    """Number, MRR@10, share not among the ten best: only the text that has the phrase counts."""
    rows = lines("phrases.tsv")
    found = search.ask([marks[0] + phrase + marks[1] for phrase, _ in rows])
    ranks = [reciprocal_rank(f, {address: 3}) for f, (_, address) in zip(found, rows)]
    return len(rows), mean(ranks), mean(not rank for rank in ranks)


def variants(search, all_queries):
    """By manner of writing: number of queries, share that finds the same; and the pairs of forms that do not."""
    rows = {}
    for name, change in VARIANTS.items():
        # An open word is completed: a space closes it on both sides.
        changed = [(q + " ", change(q) + " ") for q, _ in all_queries if change(q) != q]
        rows[name] = (len(changed), mean(alike(*search.ask(pair)) for pair in pairs_asked(search, changed)))
    forms = [(a + " ", b + " ") for (row,) in lines("forms.tsv") for a in [row.split(" ")[0]] for b in row.split(" ")[1:]]
    apart = [pair for pair in pairs_asked(search, forms) if not alike(*search.ask(pair))]
    rows["forms of one word"] = (len(forms), 1 - len(apart) / len(forms))
    return rows, apart


def pairs_asked(search, pairs):
    """The pairs, once the search knows all their queries."""
    search.ask([query for pair in pairs for query in pair])
    return pairs


def report(search, sets):
    """The tables as text; and the forms of a word that do not find the same."""
    every = sets["tuning"] + sets["sealed"]
    out = ["| queries | number | MRR@10 | nDCG@10 | without a result |", "| --- | --- | --- | --- | --- |"]
    for name, (number, rank, gain_, empty) in relevance(search, sets | {"all": every}).items():
        out.append(f"| {name} | {number} | {rank:.3f} | {gain_:.3f} | {empty:.1%} |")
    number, rank, clean, empty = typos(search, every)
    out += ["", "| variant | number | value |", "| --- | --- | --- |"]
    out.append(f"| one typo: MRR@10 against clean | {number} | {rank:.3f} / {clean:.3f} = {rank / max(clean, 1e-9):.1%} |")
    out.append(f"| one typo: without a result | {number} | {empty:.1%} |")
    for name, marks in (("four words of a text", ("", " ")), ("the same in quotes", ("\"", "\""))):
        number, rank, lost = phrases(search, marks)
        out.append(f"| {name}: MRR@10 | {number} | {rank:.3f}, not found {lost:.1%} |")
    rows, apart = variants(search, every)
    out += [f"| {name}: finds the same | {number} | {share:.3f} |" for name, (number, share) in rows.items()]
    return "\n".join(out), apart


def worst(search, queries, count, typos):
    rated = [(ndcg(f, g), q, f[:5]) for (q, g), f in zip(queries, search.ask([q for q, _ in queries]))]
    print("\nThe worst of the tuning half:")
    for value, query, found in sorted(rated)[:count]:
        print(f"  {value:.2f} {query}\n       " + " ".join(found))
    grades = dict(queries)
    pairs = [(t, q) for t, q in typos if q in grades]
    lost = [
        (reciprocal_rank(b, grades[q]) - reciprocal_rank(a, grades[q]), t, q)
        for (t, q), a, b in zip(pairs, search.ask([t for t, _ in pairs]), search.ask([q for _, q in pairs]))]
    for value, typo, query in sorted(lost, reverse=True)[:count]:
        print(f"  {value:+.2f} {typo} ({query})")


def query_sets():
    return {"tuning": judged("tuning.tsv"), "sealed": judged("sealed.tsv")}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", action="store_true", help="ask the scripts of the pages")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the worst queries for tuning")
    parser.add_argument("--make-typos", action="store_true", help="write typos.tsv anew")
    parser.add_argument("--make-phrases", action="store_true", help="write phrases.tsv anew")
    options = parser.parse_args()
    sets = query_sets()
    if options.make_typos:
        make_typos([q for q, _ in sets["tuning"] + sets["sealed"]])
    if options.make_phrases:
        make_phrases()
    if options.make_typos or options.make_phrases:
        return
    with tempfile.TemporaryDirectory() as folder:
        site = folder + "/site"
        subprocess.run([ALBUM, "build", "--quiet", "--root", str(ROOT), "--output", site], check=True)
        search = Search(site, options.browser)
        text, apart = report(search, sets)
        print(text)
        if options.worst:
            worst(search, sets["tuning"], options.worst, lines("typos.tsv"))
            print("  forms apart: " + ", ".join(f"{a}≠ {b}" for a, b in apart))
