"""Related materials: the lists on the pages of a built site beside two ways of vectors, judged by pairs.

    Benchmarks/search/related --site public [--sources content] [--draw N | --each]

Takes the first three of each list of related materials off the pages, in order, and has the same materials ranked by
two other ways, from title, summary and body of their sources:

    words      TF-IDF of stems, cosine
    company    the mean of word vectors, weighted by rarity, less the mean of all materials, cosine; the vectors are the
               positive mutual information of stems within eight words of these texts, 100 dimensions

For a sample of 20 materials, drawn with a fixed seed, it prints for each way how many of its proposals are judged,
their mean grade and the nDCG among the judged ones (gain 2^grade - 1), and the difference to the pages, with the
interval in which 95 % of samples of the same materials with replacement lie. `new` are the proposals that the page does
not link to anywhere else. Judgements stand in Tests/Fixtures/related-eval/pairs.tsv: material TAB other TAB grade, and
hold both ways round. --draw N prints N pairs
of the pool to be judged, without the way that proposed them: first those that not all ways propose, in a fixed random
order. --each prints the grades of each material too.

Wants PyPI's `numpy` and `scipy`; without `snowballstemmer` the first five letters of a word stand in for its stem.
"""

import argparse
import collections
import math
import pathlib
import posixpath
import random
import re
import sys

import relevance

PAIRS = relevance.ROOT / "Tests/Fixtures/related-eval/pairs.tsv"
SECTION = re.compile(r'aria-labelledby="related-title">(.*?)</section>', re.DOTALL)
LINK = re.compile(r'class="card-title"><a href="([^"#]+)"')
HREF = re.compile(r'<a[^>]* href="([^":#?]+)')
SEED = 2023
MATERIALS = 20
SHOWN = 3
WINDOW = 8
DIMENSIONS = 100
WAYS = ("pages", "words", "company")


# What is read


def named(page, links):
    """What links of a page lead to, as `folder/name` without an ending."""
    return [posixpath.normpath(posixpath.join(page.parent.name, link)).removesuffix(".html") for link in links]


def lists_of_pages(site):
    """The related materials of each page that lists some, and what it links to beside them."""
    lists, linked = {}, {}
    for page in sorted(site.glob("*/*.html")):
        text = page.read_text("utf-8")
        section = SECTION.search(text)
        if section:
            name = f"{page.parent.name}/{page.stem}"
            main = text[text.index("<main") : text.index("</main>")]
            lists[name] = named(page, LINK.findall(section[1]))[:SHOWN]
            linked[name] = set(named(page, HREF.findall(main.replace(section[0], ""))))
    return lists, linked


def words_of(path):
    """Title, summary and body of a source, without marks and addresses."""
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    fields = [re.search(rf"^{key}: *(.+)$", front, re.MULTILINE) for key in ("title", "summary")]
    body = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]", lambda m: m[1] if "|" in m[0] else " ", body)
    body = re.sub(r"\]\([^)]*\)|https?://\S+", " ", body)
    return " . ".join([field[1] for field in fields if field] + [body])


def stemmer():
    try:
        import snowballstemmer
    except ModuleNotFoundError:
        print("PyPI's snowballstemmer is missing: the first five letters stand in for a stem", file=sys.stderr)
        return lambda words: [word[:5] for word in words]
    return snowballstemmer.stemmer("russian").stemWords


def stems_of(sources, names):
    """The stems of each material, in order; words of one or two letters are left out."""
    stem = stemmer()
    texts = [words_of(sources / f"{name}.md").lower().replace("ё", "е") for name in names]
    return [stem(re.findall(r"[^\W_]{3,}", words)) for words in texts]


# The two ways


def counts(numpy, sparse, documents):
    """How often each stem is in each document: a matrix, and the rarity of each stem."""
    numbers = {stem: n for n, stem in enumerate(sorted({stem for stems in documents for stem in stems}))}
    rows = [row for row, stems in enumerate(documents) for _ in stems]
    columns = [numbers[stem] for stems in documents for stem in stems]
    matrix = sparse.csr_matrix((numpy.ones(len(rows)), (rows, columns)), (len(documents), len(numbers)))
    rarity = numpy.log(len(documents) / numpy.bincount(matrix.indices, minlength=len(numbers)))
    matrix.data = 1 + numpy.log(matrix.data)
    return numbers, matrix @ sparse.diags(rarity)


def company(numpy, sparse, documents, numbers):
    """A vector for each stem: of positive mutual information within a few words, the greatest dimensions."""
    together = collections.Counter()
    for stems in documents:
        own = [numbers[stem] for stem in stems]
        for place, stem in enumerate(own):
            for other in own[place + 1 : place + 1 + WINDOW]:
                together[stem, other] += 1
                together[other, stem] += 1
    rows, columns = numpy.array(list(together)).T
    values = numpy.array(list(together.values()), float)
    sums = numpy.bincount(rows, values, len(numbers))
    told = numpy.maximum(numpy.log(values * sums.sum() / (sums[rows] * sums[columns])), 0)
    matrix = sparse.csr_matrix((told, (rows, columns)), (len(numbers), len(numbers)))
    start = numpy.random.default_rng(SEED).standard_normal(len(numbers))
    left, strength, _ = sparse.linalg.svds(matrix, min(DIMENSIONS, len(numbers) - 1), v0=start)
    vectors = left * numpy.sqrt(strength)
    return vectors / numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def ranked(numpy, names, vectors):
    """The nearest of each by cosine."""
    vectors = vectors / numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    near = vectors @ vectors.T
    numpy.fill_diagonal(near, -2)
    best = numpy.argsort(-near, axis=1, kind="stable")[:, :SHOWN]
    return {name: [names[n] for n in row] for name, row in zip(names, best)}


def ways(pages, sources):
    """The lists of each way, by material."""
    try:
        import numpy
        import scipy.sparse as sparse
        import scipy.sparse.linalg  # noqa: F401
    except ModuleNotFoundError as error:
        sys.exit(f"PyPI's {error.name} is missing")
    names = sorted(set(pages).union(*pages.values()))
    documents = stems_of(sources, names)
    numbers, words = counts(numpy, sparse, documents)
    means = words @ company(numpy, sparse, documents, numbers)
    means /= numpy.maximum(numpy.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    means -= means.mean(axis=0)
    return {
        "pages": pages, "words": ranked(numpy, names, words.toarray()), "company": ranked(numpy, names, means)}


# The judgement


def sample(lists):
    return sorted(random.Random(SEED).sample(sorted(lists["pages"]), MATERIALS))


def pool(lists, materials):
    """Pairs that the ways propose, those first that not all ways do."""
    proposed = collections.defaultdict(set)
    for way, own in lists.items():
        for material in materials:
            for other in own[material]:
                proposed[material, other].add(way)
    pairs = sorted(proposed)
    random.Random(SEED).shuffle(pairs)
    pairs = list({frozenset(pair): pair for pair in reversed(pairs)}.values())[::-1]
    return sorted(pairs, key=lambda pair: len(proposed[pair]) == len(WAYS))


def judged(path):
    grades = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            material, other, grade = line.split("\t")
            grades[material, other] = grades[other, material] = int(grade)
    return grades


def discounted(grades):
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def figures(own, materials, grades):
    """For each material the grades of what a way proposes, as far as judged, and their nDCG."""
    result = []
    for material in materials:
        found = [grades[material, other] for other in own[material] if (material, other) in grades]
        best = sorted((g for (left, _), g in grades.items() if left == material), reverse=True)[:SHOWN]
        result.append((found, discounted(found) / discounted(best) if any(best) else None))
    return result


def summary(rows):
    """The mean grade and the mean nDCG; materials for which nothing helps have no nDCG."""
    return (
        relevance.mean(grade for found, _ in rows for grade in found),
        relevance.mean(value for _, value in rows if value is not None))


def interval(rows, base):
    """Where 95 % of the differences to the pages lie when the materials are drawn with replacement."""
    chance, differences = random.Random(SEED), []
    for _ in range(2000):
        places = [chance.randrange(len(rows)) for _ in rows]
        ours, theirs = summary([rows[n] for n in places]), summary([base[n] for n in places])
        differences.append([a - b for a, b in zip(ours, theirs)])
    columns = [sorted(column) for column in zip(*differences)]
    return ["{:+.2f} to {:+.2f}".format(column[50], column[-51]) for column in columns]


def report(lists, linked, materials, grades, each):
    base = figures(lists["pages"], materials, grades)
    print("| way | proposed | judged | mean grade | less pages | nDCG@3 | less pages | new | mean grade of new |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for way in WAYS:
        rows = figures(lists[way], materials, grades)
        grade, value = summary(rows)
        told = ["", ""] if way == "pages" else [
            f"{ours - theirs:+.2f} ({between})"
            for ours, theirs, between in zip((grade, value), summary(base), interval(rows, base))]
        proposed = sum(len(lists[way][material]) for material in materials)
        number = sum(len(found) for found, _ in rows)
        new = {m: [other for other in lists[way][m] if other not in linked[m]] for m in materials}
        fresh = [grade for found, _ in figures(new, materials, grades) for grade in found]
        print(
            f"| {way} | {proposed} | {number} | {grade:.2f} | {told[0]} | {value:.3f} | {told[1]} "
            f"| {sum(map(len, new.values()))} | {relevance.mean(fresh):.2f} |")
    if each:
        for material in materials:
            print(material)
            for way in WAYS:
                print(f"  {way:8}", *(f"{o}={grades.get((material, o), '?')}" for o in lists[way][material]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=pathlib.Path, default=relevance.ROOT / "public", help="a built site")
    parser.add_argument("--sources", type=pathlib.Path, default=relevance.ROOT / "content", help="its materials")
    parser.add_argument("--draw", type=int, metavar="N", help="print pairs to be judged")
    parser.add_argument("--each", action="store_true", help="print each material too")
    arguments = parser.parse_args()
    pages, linked = lists_of_pages(arguments.site)
    if not pages:
        sys.exit(f"{arguments.site}: no page lists related materials")
    lists = ways(pages, arguments.sources)
    materials = sample(lists)
    if arguments.draw:
        for pair in pool(lists, materials)[: arguments.draw]:
            print(*pair, sep="\t")
    else:
        report(lists, linked, materials, judged(PAIRS), arguments.each)


if __name__ == "__main__":
    main()
