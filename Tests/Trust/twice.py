"""Two at once, sources that change under the eyes, clocks that jump, folders that are full, missing or not to be written."""

import os
import pathlib
import re
import subprocess
import threading
import time

from acts import COMMANDS, Build, ColdBuild, Pack, Publish, Receive, Update
from ground import FINE, MACHINE, difference, remove
from kills import again

YEAR = 365 * 86_400
# The user that nobody is: for whom a folder may be shut even where tests run as root.
NOBODY = 65_534


def twice(program, folder, record):
    place = folder / "twice"
    for kind in COMMANDS:
        at_once(kind(program, place / "at-once"), record)
    changing(Build(program, place / "changing"), record)
    clocks(Build(program, place / "clocks"), record)
    some = COMMANDS if record.is_long else record.chance("some").sample(COMMANDS, 2)
    for kind in some:
        temporary(kind(program, place / "temporary"), record)
    read_only(program, place / "shut", some, record)


def at_once(act, record):
    """Each ends well or says that another is at work; what stands is whole, and the next run finds nothing in its way."""
    chance = record.chance("at once", act.name)
    for round in range(20 if record.is_long else 1):
        if record.is_over:
            break
        act.turn()
        before = act.standing()
        first = act.start()
        time.sleep(chance.uniform(0, 0.2))
        second = act.start()
        runs = [act.program.ended(process) for process in (first, second)]
        record.count("pairs at once")
        now = act.standing()
        told = f"two of {act.name} at once, round {round}: "
        record.expect(now in (before, act.wanted()), f"{told}neither old nor new: {difference(now, act.wanted())}")
        statuses = [run.status for run in runs]
        record.expect(
            set(statuses) <= {FINE, MACHINE} and (FINE in statuses),
            f"{told}{statuses}: {' / '.join(run.messages[-200:] for run in runs)}")
        again(act, f"round {round} of two at once", record)


def changing(act, record):
    """A build reads what changes meanwhile: it is one moment's or another's, and the next one is as from nothing."""
    chance = record.chance("changing")
    for round in range(20 if record.is_long else 1):
        if record.is_over:
            break
        act.turn()
        stop = threading.Event()

        def churn():
            while not stop.is_set():
                path = f"content/practices/m{chance.randrange(1, 10)}.md"
                file = act.site.folder / path
                text = file.read_bytes()
                match chance.randrange(4):
                    case 0: file.unlink()
                    case 1: file.write_bytes(text[:len(text) // 2])
                    case 2: os.truncate(file, 0)
                    case 3: (act.site.folder / "content/practices/novoe.md").write_bytes(text)
                time.sleep(chance.uniform(0, 0.002))
                file.write_bytes(text)

        thread = threading.Thread(target=churn)
        thread.start()
        run = act.run()
        stop.set()
        thread.join()
        remove(act.site.folder / "content/practices/novoe.md")
        record.count("builds of changing sources")
        record.expect(run.status in (FINE, 1, 2, MACHINE), f"sources that change, round {round}: status {run.status}: {run.messages[-300:]}")
        whole = act.program.run("verify", act.site.folder / "public")
        record.expect(whole.status == FINE, f"sources that change, round {round}: {whole.messages[-300:]}")
        again(act, f"round {round} of sources that change", record)


def clocks(act, record):
    """Times of files that come from other clocks: an edit is seen all the same."""
    steps = (YEAR, -YEAR, 40 * YEAR, -40 * YEAR, 0)
    for step in steps if record.is_long else steps[:2]:
        act.turn()
        for below in (act.site.folder / "content", act.site.folder / "public", act.site.folder / ".album-cache"):
            for path in below.rglob("*"):
                if path.is_file():
                    moment = time.time() + step
                    os.utime(path, (moment, moment))
        record.count("clock jumps")
        again(act, f"a clock that jumps by {step} s", record)
    # The same size at the same time, as `cp -p` and some editors leave it.
    file = act.site.folder / "content/practices/m7.md"
    status = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Дело в виде", "Тело в виде"), encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    run = act.run()
    shown = (act.site.folder / "public/practices/m7.html").read_text(encoding="utf-8").replace("\u00ad", "")
    record.expect(run.status == FINE and "Тело в виде" in shown, "an edit of the same size and time is not seen")
    file.write_text(text, encoding="utf-8")
    again(act, "an edit of the same size and time", record)


def temporary(act, record):
    """No room for temporary files, none that may be written, none at all: nothing needs them, or it is told."""
    place = act.folder / "tmp"
    for name, path in (("full", full(place)), ("missing", act.folder / "nowhere"), ("a device", pathlib.Path("/dev/null"))):
        if path is None:
            continue
        act.turn()
        before = act.standing()
        run = act.run(env={"TMPDIR": str(path)})
        record.count("runs without room for temporary files")
        now = act.standing()
        told = f"{act.name}, TMPDIR {name}: "
        record.expect(run.status in (FINE, MACHINE), f"{told}status {run.status}: {run.messages[-300:]}")
        record.expect(now == act.wanted() if run.status == FINE else now == before, f"{told}{difference(now, act.wanted())}")
        again(act, f"TMPDIR {name}", record)
    if os.path.ismount(place):
        subprocess.run(["umount", str(place)], check=True)


def full(place):
    """A disk of 64 KB with no room left; nothing where this user may mount none."""
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True)
    if made.returncode:
        return None
    try:
        with open(place / "rest", "wb", buffering=0) as rest:
            while True:
                rest.write(b"x" * 4_096)
    except OSError:
        return place


def read_only(program, folder, kinds, record):
    """Folders that may not be written: what stands stays, and what was refused is named. Root is told nothing of rights."""
    shut = {
        ColdBuild: lambda act: act.site.folder, Build: lambda act: act.site.folder, Pack: lambda act: act.archive.parent,
        Update: lambda act: act.copy.parent, Publish: lambda act: act.server / "editions",
        Receive: lambda act: act.site.folder / "content/practices",
    }
    prefix = ()
    if os.geteuid() == 0:
        prefix = ("setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups")
        os.chmod(folder.parent.parent, 0o755)
    for kind in kinds:
        place = shut[kind]
        act = kind(program, folder)
        act.turn()
        if prefix:
            subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(act.folder)], check=True)
        before, path = act.standing(), place(act)
        mode = path.stat().st_mode
        os.chmod(path, 0o555)
        run = act.run(prefix=prefix)
        os.chmod(path, mode)
        record.count("read-only folders")
        now = act.standing()
        told = f"{act.name}, {path.name} read-only: "
        record.expect(run.status == MACHINE, f"{told}status {run.status}: {run.messages[-300:]}")
        record.expect(now == before, f"{told}{difference(now, before)}")
        record.expect(re.search(re.escape(path.name), run.messages), f"{told}not named: {run.messages[-300:]!r}")
        again(act, f"a read-only {path.name}", record)
