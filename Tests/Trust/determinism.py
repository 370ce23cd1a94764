"""The same sources give the same site, whoever builds it, where and how: one tree, one ZIP, one EPUB."""

import os
import pathlib
import random
import shutil
import subprocess

from ground import FINE, ROOT, Program, Sources, difference, digest, fresh, tree

SHORT = 7
ALBUM = "---\ntitle: Наш альбом\nsummary: Всё сразу\n---\n- [[m1]]\n- [[m7]]\n"


class Made:
    """What a site became: its tree, its archive, its book."""

    def __init__(self, program, site, folder, arguments=(), env=None, prefix=()):
        public = folder / "public"
        run = program.run("build", "--root", site, "--output", public, *arguments, env=env, prefix=prefix)
        self.told = run.messages
        self.is_built = run.status == FINE
        self.tree = tree(public)
        archive, book = folder / "album.zip", folder / "album.epub"
        options = {"env": env, "prefix": prefix}
        packed = program.run("pack", "--site", public, "--output", archive, **options)
        bound = program.run("book", "--root", site, "--kind", "practice", "--output", book, **options)
        self.told += packed.messages + bound.messages
        self.is_built = self.is_built and packed.status == bound.status == FINE
        self.archive, self.book = digest(archive), digest(book)


def built_elsewhere():
    """The other build of the program, debug or release, where both are made of the same sources."""
    return [path for path in (ROOT / ".build/release/album", ROOT / ".build/debug/album") if path.exists()]


def locales():
    """Those that this machine has."""
    found = subprocess.run(["locale", "-a"], capture_output=True, text=True)
    return [name for name in found.stdout.split() if name not in ("C", "POSIX")] if found.returncode == 0 else []


def reordered(site, number, chance):
    """The same files in a folder of their own, made in another order and at other times."""
    copy = site.parent.parent / f"reordered{number}" / "site"
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and not hidden(path, site)]
    chance.shuffle(files)
    for path in files:
        place = copy / path.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
        moment = chance.randrange(10**8, 2 * 10**9)
        os.utime(place, (moment, moment))
    return copy


def hidden(path, root):
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def elsewhere(site):
    """Far down, under names that are no ASCII."""
    copy = site.parent.parent / "другой-путь" / ("e\u0301" * 20) / "a b" / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(".*"))
    return copy


def cases(site, chance, is_long):
    """Name, site, arguments, variables, program that runs it."""
    yield "again", site, (), {}, ()
    yield "with the cache that is there now", site, (), {}, ()
    yield "without a cache", site, ("--no-cache",), {}, ()
    for jobs in (1, 2, 7) if is_long else (1, 3):
        yield f"{jobs} jobs", site, ("--no-cache", "--jobs", jobs), {}, ()
    yield "in another folder", elsewhere(site), (), {}, ()
    for number in range(8 if is_long else 1):
        yield f"files made in another order, {number}", reordered(site, number, chance), ("--no-cache",), {}, ()
    for mask in ("000", "027", "077"):
        yield f"umask {mask}", site, ("--no-cache",), {}, ("sh", "-c", f'umask {mask}; exec "$@"', "sh")
    zones = ["Pacific/Kiritimati", "America/St_Johns", "Asia/Yekaterinburg", "UTC", "nowhere/at-all"]
    for zone in zones if is_long else chance.sample(zones, 1):
        yield f"time zone {zone}", site, ("--no-cache",), {"TZ": zone}, ()
    names = sorted({"C", "POSIX", "ru_RU.UTF-8", "tr_TR.UTF-8", "C.UTF-8", *locales()})
    for name in names if is_long else chance.sample(names, 2):
        yield f"locale {name}", site, ("--no-cache",), {"LC_ALL": name, "LANG": name, "LANGUAGE": name}, ()
    yield "no home, no variables", site, ("--no-cache",), {}, ("env", "-i", "SWIFT_BACKTRACE=enable=no")
    seed = random.Random(chance.random())
    for number in range(12 if is_long else 2):
        yield (
            f"all at once, {number}", site, ("--no-cache", "--jobs", seed.randrange(1, 9)),
            {"TZ": seed.choice(zones), "LC_ALL": seed.choice(names)}, ("sh", "-c", f'umask {seed.choice(("002", "077"))}; exec "$@"', "sh"))


def determinism(program, folder, record):
    place = fresh(folder / "determinism" / "one")
    source = Sources(place / "site")
    source.write("content/practices/nash.md", ALBUM)
    site = source.folder
    first = Made(program, site, fresh(place / "first"))
    record.expect(first.is_built, f"the first build: {first.told[-300:]}")
    chance = record.chance()
    every = cases(site, chance, record.is_long)
    if not record.is_long:
        every = chance.sample(list(every), SHORT)
    for number, (name, where, arguments, env, prefix) in enumerate(every):
        if record.is_over:
            return
        compare(first, Made(program, where, fresh(place / f"made{number}"), arguments, env, prefix), name, record)
    # Edits and their undoing leave nothing in what the cache gives.
    for round in range(6 if record.is_long else 1):
        source.turn(1)
        program.must("build", "--root", site, "--output", place / "between")
        source.turn(0)
        compare(first, Made(program, site, fresh(place / "undone")), f"an edit and its undoing, {round}", record)
    if record.is_long:
        for path in built_elsewhere():
            if pathlib.Path(path).resolve() != pathlib.Path(program.path):
                made = Made(Program(path), site, fresh(place / "other"), ("--no-cache",))
                compare(first, made, f"the program {path.parent.name}", record)


def compare(first, other, name, record):
    """Three comparisons: the tree, the archive, the book."""
    record.count("builds compared")
    if not record.expect(other.is_built, f"{name}: {other.told[-300:]}"):
        return
    record.expect(other.tree == first.tree, f"{name}: another site: {difference(first.tree, other.tree)}")
    record.expect(other.archive == first.archive, f"{name}: another ZIP")
    record.expect(other.book == first.book, f"{name}: another EPUB")
