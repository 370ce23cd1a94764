"""Commands that change what people have, each with what may be seen of it before, meanwhile and after."""

import pathlib
import re
import shutil
import threading
import urllib.error
import urllib.parse
import urllib.request
import zipfile

from ground import SECONDS, Server, Sources, digest, fresh, picture, remove, strangers, tree

BESIDE_A_SITE = {".album-cache", ".gitignore", ".album-work", ".public.album-spare"}


class Act:
    """A command that is run over and over between two states.

    `turn` prepares the next run, `standing` is what others see at any moment, `wanted` what they see afterwards: what a run
    from nothing gives. `litter` names what nobody should find after a run that ended well.
    """

    name = ""

    def __init__(self, program, folder):
        self.program = program
        self.folder = fresh(pathlib.Path(folder) / self.name)
        self.state = 0
        self.trees = {}
        self.prepare()

    def prepare(self):
        raise NotImplementedError

    def turn(self):
        self.state = 1 - self.state

    def arguments(self):
        raise NotImplementedError

    def standing(self):
        raise NotImplementedError

    def wanted(self):
        return self.trees[self.state]

    def litter(self):
        return []

    def start(self, **options):
        return self.program.start(*self.arguments(), **options)

    def run(self, **options):
        return self.program.run(*self.arguments(), **options)

    def built(self, state):
        """A site of one state, built from nothing in a folder of its own."""
        site = Sources(self.folder / f"site{state}")
        site.turn(state)
        self.program.must("build", "--root", site.folder, "--no-cache", "--edition", f"2024-01-0{state + 1}")
        return site.folder / "public"


class Build(Act):
    """With the cache, over the site of before."""

    name = "build-warm"

    def prepare(self):
        self.site = Sources(self.folder / "site")
        for state in (0, 1):
            self.site.turn(state)
            self.program.must("build", "--root", self.site.folder, "--no-cache", "--output", self.folder / "apart")
            self.trees[state] = tree(self.folder / "apart")
        self.site.turn(0)
        self.program.must(*self.arguments())

    def turn(self):
        super().turn()
        self.site.turn(self.state)

    def arguments(self):
        return ["build", "--root", self.site.folder, "--jobs", 1]

    def standing(self):
        return tree(self.site.folder / "public")

    def litter(self):
        kept = self.site.folder / ".album-cache"
        foreign = [name for name in tree(kept) if name not in (".gitignore", "store.db")]
        return strangers(self.site.folder, BESIDE_A_SITE) + foreign


class ColdBuild(Build):
    """Where neither a site nor a cache is."""

    name = "build-cold"

    def turn(self):
        super().turn()
        for name in ("public", ".album-cache", ".public.album-spare"):
            remove(self.site.folder / name)


class Pack(Act):
    """Over an archive of before."""

    name = "pack"

    def prepare(self):
        self.sites = [self.built(state) for state in (0, 1)]
        self.archive = self.folder / "handed" / "album.zip"
        self.archive.parent.mkdir()
        for state in (0, 1):
            self.state = state
            self.program.must("pack", "--site", self.sites[state], "--output", self.folder / "apart.zip")
            self.trees[state] = digest(self.folder / "apart.zip")
        self.state = 0
        self.program.must(*self.arguments())

    def arguments(self):
        return ["pack", "--site", self.sites[self.state], "--output", self.archive]

    def standing(self):
        return digest(self.archive)

    def litter(self):
        return [name for name in tree(self.archive.parent) if name != self.archive.name]


class Update(Act):
    """A copy, from each of two editions to the other."""

    name = "update"

    def prepare(self):
        sites = [self.built(state) for state in (0, 1)]
        archives = [self.folder / f"{state}.zip" for state in (0, 1)]
        for site, archive in zip(sites, archives, strict=True):
            self.program.must("pack", "--site", site, "--output", archive)
        self.updates = [self.folder / f"to{state}.zip" for state in (0, 1)]
        for state, update in enumerate(self.updates):
            self.program.must("pack", "--site", sites[state], "--output", update, "--since", archives[1 - state])
            self.trees[state] = self.unpacked(archives[state], self.folder / f"unpacked{state}")
        self.copy = self.folder / "copies" / "copy"
        self.unpacked(archives[0], self.copy)

    @staticmethod
    def unpacked(archive, folder):
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
        return tree(folder)

    def arguments(self):
        return ["update", self.copy, self.updates[self.state]]

    def standing(self):
        return tree(self.copy)

    def litter(self):
        return strangers(self.copy.parent, set())


class Publish(Act):
    """An edition beside those of before, of which two stay."""

    name = "publish"
    KEPT = 2

    def prepare(self):
        self.sites = [self.built(state) for state in (0, 1)]
        self.server = self.folder / "srv"
        for state in (1, 0):
            self.state = state
            self.program.must(*self.arguments())
            self.trees[state] = tree(f"{self.server}/current/")

    def arguments(self):
        return [
            "publish", self.server, "--root", self.sites[self.state].parent, "--keep", self.KEPT, "--precompress"]

    def standing(self):
        return tree(f"{self.server}/current/")

    def litter(self):
        editions = [path.name for path in (self.server / "editions").iterdir() if not path.name.endswith(".before")]
        many = [] if len(editions) <= self.KEPT else [f"{len(editions)} editions"]
        home = self.sites[self.state].parent
        return (
            strangers(self.server, set()) + strangers(self.server / "editions", set(notes(self.server)))
            + strangers(home, BESIDE_A_SITE) + many)


def notes(server):
    """Names of links that say which edition was shown before another."""
    return [path.name for path in (server / "editions").iterdir() if path.is_symlink()]


class Receive(Act):
    """A text with its picture, sent in as an archive."""

    name = "receive"

    def prepare(self):
        self.site = Sources(self.folder / "site")
        self.kept = self.folder / "kept"
        shutil.copytree(self.site.folder, self.kept)
        self.sent = self.folder / "sent.zip"
        text = (
            "---\nkind: practice\ntitle: \"Присланный квест\"\nsummary: \"Команды ищут приметы.\"\ndirections: [Знание]\n"
            "date: \"2024\"\ndraft: да\n---\n\n## Цель\n\nНаучить искать.\n\n![Дети ищут](one.png)\n\n![Нашли](two.png)\n")
        with zipfile.ZipFile(self.sent, "w") as archive:
            archive.writestr("kvest.md", text)
            for shade, name in ((20, "one.png"), (220, "two.png")):
                archive.writestr(name, picture(shade))
        self.brought = set()
        self.turn()
        before = self.standing()
        self.program.must(*self.arguments())
        self.trees = {0: self.standing(), 1: self.standing()}
        self.brought = self.wanted().keys() - before.keys()
        if len(self.brought) < 3:
            raise RuntimeError(f"what was sent in brings {sorted(self.brought)}")

    def turn(self):
        super().turn()
        remove(self.site.folder)
        shutil.copytree(self.kept, self.site.folder)

    def arguments(self):
        return ["receive", self.sent, "--root", self.site.folder, "--jobs", 1]

    def standing(self):
        """What a build reads: no hidden files, and pictures only with the text that names them, which comes last."""
        found = {path: found for path, found in tree(self.site.folder / "content").items() if not hidden(path)}
        if self.brought and not any(path in found for path in self.brought if path.endswith(".md")):
            return {path: one for path, one in found.items() if path not in self.brought}
        return found

    def litter(self):
        return [path for path in tree(self.site.folder / "content") if hidden(path)] + strangers(
            self.site.folder, BESIDE_A_SITE)


def hidden(path):
    return any(part.startswith(".") for part in pathlib.PurePath(path).parts)


class Stay(urllib.request.HTTPRedirectHandler):
    """The page that a save leads to is not asked for."""

    def http_error_303(self, request, answer, code, message, headers):
        return answer


class Form:
    """The form of a material at `album serve`, filled in without a browser."""

    FIELD = "summary"

    def __init__(self, server, material):
        self.server, self.address = server, f"{server.base}/_edit/material/{material}"
        self.load()

    def load(self):
        with urllib.request.urlopen(self.address, timeout=SECONDS) as answer:
            self.shown = answer.read().decode()

    def save(self, words, body):
        """The status of the answer; 303 where it was saved."""
        values = {
            "_token": re.search(r'name="_token" value="([^"]*)"', self.shown)[1],
            "_base": re.search(r'name="_base" value="([^"]*)"', self.shown)[1],
            "_key": re.search(r'data-key="([^"]*)"', self.shown)[1],
            "_body": body, f"field.{self.FIELD}": words, "_save": "1",
        }
        request = urllib.request.Request(
            self.address, urllib.parse.urlencode(values).encode(), {"Origin": self.server.base})
        with urllib.request.build_opener(Stay).open(request, timeout=SECONDS) as answer:
            return answer.status


class Save(Act):
    """A save through the form of `album serve`; to kill it is to kill the server."""

    name = "save"
    PATH = "content/practices/m3.md"

    def prepare(self):
        self.site = Sources(self.folder / "site")
        self.file = self.site.folder / self.PATH
        text = self.file.read_text(encoding="utf-8")
        self.body = text.split("\n---\n", 1)[1]
        # As a person would change that one line.
        for state in (0, 1):
            self.trees[state] = re.sub(r"(?m)^summary: .*$", f"summary: {self.words(state)}", text)
        self.file.write_text(self.trees[0], encoding="utf-8")
        self.server = None

    @staticmethod
    def words(state):
        return f"Слова в виде {state}"

    def open(self):
        """A server, and the form as it shows it."""
        if not self.server:
            self.server = Server(self.program, self.site.folder, self.folder / "serve.log")
        self.form = Form(self.server, "practices/m3")

    def send(self):
        """Saves in a thread of its own; an answer that does not come is what a killed server gives."""
        self.status = None

        def work():
            try:
                self.status = self.form.save(self.words(self.state), self.body)
            except (urllib.error.URLError, ConnectionError, OSError) as error:
                self.status = error

        thread = threading.Thread(target=work)
        thread.start()
        return thread

    def kill(self):
        self.server.kill()
        self.server = None

    def stop(self):
        server, self.server = self.server, None
        return server.stop() if server else 0

    def standing(self):
        return self.file.read_text(encoding="utf-8")

    def litter(self):
        """Half files of a save; what was typed is kept in the work folder under names of its own."""
        below = tree(self.site.folder / "content").keys()
        work = tree(self.site.folder / ".album-work").keys()
        return [path for path in below if hidden(path)] + [path for path in work if ".album-" in path]


COMMANDS = (ColdBuild, Build, Pack, Update, Publish, Receive)
