"""What the suites of trust stand on: the program, a site with two states, trees as digests, and the record of a run."""

import collections
import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import struct
import subprocess
import time
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
# How long one run of the program may take before it counts as one that hangs.
SECONDS = 120
# Exit statuses of the program, as README.md lists them.
FINE, ERRORS, USAGE, MACHINE, DIFFERS = 0, 1, 2, 4, 5

Run = collections.namedtuple("Run", "status output messages")


class Program:
    """`album`, as a person starts it."""

    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())

    def start(self, *arguments, prefix=(), env=None, cwd=None, **options):
        """- prefix: a program that runs it, with its arguments. A trap ends it without a report of half a minute."""
        surroundings = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "ALBUM_KEY_PASSWORD": "", **(env or {})}
        return subprocess.Popen(
            [*map(str, prefix), self.path, *map(str, arguments)], env=surroundings, cwd=cwd, stdin=subprocess.DEVNULL,
            stdout=options.pop("stdout", subprocess.PIPE), stderr=options.pop("stderr", subprocess.PIPE), **options)

    def run(self, *arguments, **options):
        """To its end; a status below nothing is that of a signal. One that hangs is killed, which its status tells."""
        process = self.start(*arguments, **options)
        return self.ended(process)

    @staticmethod
    def ended(process):
        """Waits for one that was started."""
        try:
            output, messages = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            output, messages = process.communicate()
            messages += f"\nnot done after {SECONDS} s".encode()
        return Run(process.returncode, (output or b"").decode(errors="replace"), (messages or b"").decode(errors="replace"))

    def must(self, *arguments, **options):
        """What prepares a scene has to work."""
        run = self.run(*arguments, **options)
        if run.status != FINE:
            raise RuntimeError(f"album {' '.join(map(str, arguments))}: status {run.status}\n{run.messages}")
        return run


class Record:
    """What was done and what went wrong, with what to type to have it again."""

    # How many seconds of counting may be lost with a run that is stopped.
    KEPT_EACH = 10

    def __init__(self, suite, seed, is_long, minutes, keep):
        """- minutes: how long the suite may take; it takes no more than a fair part then. None: as long as it needs.
        - keep: is given this record now and then, once something was counted.
        """
        self.suite = suite
        self.seed = seed
        self.is_long = is_long
        self.end = None if minutes is None else time.monotonic() + minutes * 60
        self.counts = collections.Counter()
        self.failures = []
        self.keep = keep
        self.kept = time.monotonic()

    @property
    def is_over(self):
        """Whether the time that was given to this suite is spent."""
        return self.end is not None and time.monotonic() > self.end

    def count(self, what, number=1):
        self.counts[what] += number
        if time.monotonic() > self.kept + self.KEPT_EACH:
            self.keep(self)
            self.kept = time.monotonic()

    def chance(self, *names):
        """Random numbers of one place, which do not depend on what was run before it."""
        return random.Random("/".join(map(str, (self.seed, self.suite, *names))))

    def expect(self, condition, told):
        """Notes a failure; whether there is none."""
        if not condition:
            length = "--long" if self.is_long else "--short"
            self.failures.append(f"{self.suite}: {told}")
            print(f"FAILED {self.suite}: {told}\n       again: Tests/Trust/run {length} --seed {self.seed} {self.suite}", flush=True)
        return bool(condition)


def tree(path):
    """Names below a folder, with the digest of each file and the target of each link; nothing where there is none."""
    root = pathlib.Path(path)
    found = {}
    if not root.is_dir():
        return found
    for folder, folders, files in os.walk(root):
        place = pathlib.Path(folder)
        for name in folders + files:
            one = place / name
            key = str(one.relative_to(root))
            if one.is_symlink():
                found[key] = "-> " + os.readlink(one)
            elif name in folders:
                found[key] = "folder"
            else:
                found[key] = digest(one)
    return found


def digest(path):
    """Of a file; None where there is none."""
    try:
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def difference(one, other):
    """A few names in which two trees differ."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return f"{str(one)[:200]} / {str(other)[:200]}"
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    sides = [f"{name} ({'both' if name in one and name in other else 'first' if name in one else 'second'})" for name in names]
    return ", ".join(sides[:4]) + (f" and {len(sides) - 4} more" if len(sides) > 4 else "")


def fresh(folder):
    """An empty folder."""
    remove(folder)
    folder.mkdir(parents=True)
    return folder


def remove(path):
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def picture(shade):
    """A small PNG of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade, 90, 160]) * 48 for _ in range(32))
    head = struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Sources:
    """A site of ten materials in `folder`, in one of two states that differ in a title, a body, a picture and a material.

    Another title changes the pages of others, so that an edition that is half of each is seen.
    """

    MATERIALS = 9

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(ROOT / "Tests/Fixtures/small-site", self.folder)
        for number in range(1, self.MATERIALS + 1):
            self.write(f"content/practices/m{number}.md", self.material(number))
        self.turn(0)

    @classmethod
    def material(cls, number, title=None, more=""):
        return (
            f"---\ntitle: {title or f'Дело {number}'}\nsummary: Случай {number} из жизни школы\ndirections: [Знание]\n"
            f"date: 2023-0{number % 9 + 1}-11\n---\n## Цель\n\nСлово о деле и [[m{number % cls.MATERIALS + 1}]].\n{more}")

    def write(self, path, content):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def turn(self, state):
        self.state = state
        self.write("content/practices/m7.md", self.material(7, title=f"Дело в виде {state}"))
        self.write("content/practices/m5.md", self.material(5, more=f"\n![Снимок](snimok.png)\n\nЕщё слово {state}.\n"))
        self.write("content/practices/snimok.png", picture(40 + 100 * state))
        extra = self.folder / "content/practices/lishnee.md"
        if state:
            self.write("content/practices/lishnee.md", self.material(9, title="Лишнее"))
        else:
            extra.unlink(missing_ok=True)


def strangers(folder, allowed):
    """Hidden names in a folder that are not expected there."""
    return sorted(name for name in os.listdir(folder) if name.startswith(".") and name not in allowed)


def resident(process):
    """Memory of a process that is in use, in KB."""
    pages = int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") // 1024


def descriptors(process):
    """How many files a process has open."""
    return len(os.listdir(f"/proc/{process}/fd"))


class Server:
    """`album serve` at work on a site."""

    def __init__(self, program, site, log, prefix=(), env=None):
        self.log = pathlib.Path(log)
        with open(log, "wb") as stream:
            self.process = program.start(
                "serve", "--root", site, "--port", 0, "--no-open", prefix=prefix, env=env,
                stdout=subprocess.DEVNULL, stderr=stream)
        end = time.monotonic() + SECONDS
        found = None
        while not found:
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"no server: {self.messages}")
            time.sleep(0.01)
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.messages)
        self.port = int(found[1])
        self.base = f"http://127.0.0.1:{self.port}"

    @property
    def messages(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self):
        """Ends it in the middle of whatever it does."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Ends it as Ctrl+C does; its status."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            return None
