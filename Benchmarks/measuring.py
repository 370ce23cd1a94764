"""Runs programs and says what they took; builds sites and says what was made of them."""

import dataclasses
import datetime
import os
import re
import shutil
import signal
import statistics
import subprocess
import threading
import time

import sites


class Log:
    """What was run, what it took and what it said, in a file of .build-bench; what matters is shown at once."""

    def __init__(self, name):
        sites.FOLDER.mkdir(exist_ok=True)
        self.path = sites.FOLDER / f"{name}-{datetime.datetime.now():%Y%m%d-%H%M%S}.log"
        self.file = self.path.open("w", encoding="utf-8")

    def note(self, text):
        self.file.write(text.rstrip("\n") + "\n")
        self.file.flush()

    def show(self, text):
        print(text, flush=True)
        self.note(text)


@dataclasses.dataclass
class Run:
    """One run of a program: seconds and megabytes, and its whole output. One that was stopped took too long."""
    wall: float
    cpu: float
    memory: float
    output: str
    stopped: bool = False
    # Pages that the program made, by its own word, where it has one.
    made: int | None = None
    # Pages with other bytes than before.
    written: int | None = None


TIMER = shutil.which("time")


def run(command, log, limit=None):
    """Runs a program; the kernel counts its CPU time, and its memory too.

    GNU time is between, where it is installed: the kernel counts the memory of who starts a program as the program's, and
    Python has more of it than some programs need. Its own figures of time are hundredths of a second, too coarse here.
    """
    command = list(map(str, command))
    output, told = (sites.FOLDER / f"{name}-{os.getpid()}.txt" for name in ("output", "memory"))
    told.unlink(missing_ok=True)
    # What earlier runs have left to write must not be written during this one.
    os.sync()
    with output.open("w+b") as file:
        timed = [TIMER, "-o", str(told), "-f", "%M"] if TIMER else []
        begin = time.monotonic()
        process = subprocess.Popen(timed + command, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                                   start_new_session=True)
        usage, stopped = wait(process, limit)
        wall = time.monotonic() - begin
        file.seek(0)
        text = file.read().decode("utf-8", "replace")
    output.unlink()
    memory = told.read_text().split()[-1:] if told.exists() else []
    told.unlink(missing_ok=True)
    result = Run(wall, usage.ru_utime + usage.ru_stime, int(memory[0] if memory else usage.ru_maxrss) / 1024, text, stopped)
    log.note(f"$ {' '.join(command)}\n{text}"
             f"wall {result.wall:.3f} s, CPU {result.cpu:.3f} s, memory {result.memory:.1f} MB"
             + (f", stopped after {limit} s" if stopped else ""))
    if process.returncode != 0 and not stopped:
        log.show(text)
        raise SystemExit(f"status {process.returncode} of {' '.join(command)}: see {log.path}")
    return result


def wait(process, limit):
    """(usage, whether it was stopped) of a process that leads a session of its own, after its end."""
    stopped = threading.Event()

    def send(number):
        stopped.set()
        os.killpg(process.pid, number)

    # GNU time outlives the interrupt and tells the memory.
    signals = ((limit, signal.SIGINT), (limit + 10, signal.SIGKILL)) if limit else ()
    timers = [threading.Timer(seconds, send, [number]) for seconds, number in signals]
    for timer in timers:
        timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        # A key that ends the benchmark does not reach another session.
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        for timer in timers:
            timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage, stopped.is_set()


# The words of `album build --verbose`, in both languages.
MADE = re.compile(r"(?:pages made|страниц собрано|собрано страниц)\D*?(\d+)")
COUNTS = re.compile(r"(?:страниц|pages) — (\d+), (?:файлов|files) — (\d+), ([\d,]+ (?:МБ|КБ|MB|KB))")


def build(site, log, *options, output=None):
    """One build of a site."""
    output = output or site.public
    # The clock of the disk may be some milliseconds behind.
    begin = time.time_ns() - 20_000_000
    result = run([sites.ALBUM, "build", "--root", str(site.root), "--output", str(output), "--verbose", *options], log)
    said = MADE.search(result.output)
    result.made = int(said.group(1)) if said else None
    result.written = written_pages(output, begin)
    return result


def written_pages(folder, begin):
    """Pages of which the bytes were written since then: those that stayed are linked and have their old time."""
    count = 0
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".html") and os.stat(f"{path}/{name}").st_mtime_ns >= begin:
                count += 1
    return count


def sizes(result):
    """(pages, files, bytes as they were said) of a built site."""
    found = COUNTS.search(result.output)
    if not found:
        raise RuntimeError("a build does not say how many pages and files its site has:\n" + result.output)
    pages, files, size = found.groups()
    return int(pages), int(files), size.replace(",", ".").replace("МБ", "MB").replace("КБ", "KB")


@dataclasses.dataclass
class Row:
    """The runs of one work."""
    name: str
    runs: list

    def median(self, figure):
        return statistics.median(getattr(run, figure) for run in self.runs)

    @property
    def stopped(self):
        return any(run.stopped for run in self.runs)

    @property
    def wall(self):
        return self.median("wall")

    @property
    def cpu(self):
        return self.median("cpu")

    @property
    def memory(self):
        return max(run.memory for run in self.runs)


def repeated(name, times, work, enough=60):
    """A work as often as asked for; one that takes more than a minute is not run again. `work` gets the run's number."""
    row = Row(name, [])
    for number in range(times):
        row.runs.append(work(number))
        if row.runs[-1].wall > enough:
            break
    return row
