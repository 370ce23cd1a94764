"""A machine that refuses: each call of the program that changes the disk fails in turn, once or from then on.

`strace` answers a call in the place of the system. What stands is the old or the new as a whole, the status is one that
README.md lists, the message names what was refused, and the next run is right: nothing half of it was kept.
"""

import collections
import re
import tempfile

from acts import ColdBuild, Build, Pack, Publish, Receive, Update
from ground import FINE, MACHINE, Sources, difference, tree
from kills import again

SHORT = 24
# What may fail, and with what. The program goes on at some failures: a link is a copy then, and a cache is none.
CALLS = {
    "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"), "writev": ("ENOSPC", "EIO"), "ftruncate": ("EIO",),
    "fallocate": ("ENOSPC",), "openat": ("EMFILE", "EACCES", "ENOSPC", "EIO"), "open": ("EMFILE", "EACCES"),
    "mkdir": ("ENOSPC", "EACCES"), "mkdirat": ("ENOSPC", "EACCES"), "rename": ("EIO", "EACCES"), "renameat": ("EIO", "EACCES"),
    "renameat2": ("EIO", "ENOSPC"), "link": ("EMLINK", "ENOSPC"), "linkat": ("EMLINK", "ENOSPC", "EACCES"), "symlinkat": ("ENOSPC",),
    "symlink": ("ENOSPC",), "unlink": ("EACCES", "EIO"), "unlinkat": ("EACCES", "EIO"), "fsync": ("EIO",), "fdatasync": ("EIO",),
    "fchmod": ("EACCES",), "chmod": ("EACCES",), "fchown": ("EACCES",), "utimensat": ("EACCES",), "flock": ("ENOLCK",),
    "copy_file_range": ("ENOSPC",), "close": ("EIO", "ENOSPC"),
}
# From the given call on, as a full disk or a full table does it.
LASTING = {"ENOSPC", "EMFILE"}
Fault = collections.namedtuple("Fault", "call error when lasts")


def faults(program, folder, record):
    unread(program, folder / "unread", record)
    acts = [kind(program, folder / "faults") for kind in (ColdBuild, Build, Pack, Publish, Receive, Update)]
    queues = []
    for act in acts:
        groups = collections.defaultdict(list)
        for fault in possible(act, folder, record):
            groups[fault.call, fault.error, fault.lasts].append(fault)
        chance = record.chance(act.name)
        for group in groups.values():
            chance.shuffle(group)
            queues.append([(act, fault) for fault in group])
    record.chance("order").shuffle(queues)
    # One of each sort, then the second of each: what is cut short is a fair part.
    order = [queue[place] for place in range(max(map(len, queues))) for queue in queues if place < len(queue)]
    record.count("places of injections", len(order))
    told = collections.Counter()
    for act, fault in order if record.is_long else order[:SHORT]:
        if record.is_over:
            break
        told[act.name, inject(act, fault, folder, record)] += 1
    for (name, status), number in sorted(told.items(), key=str):
        print(f"       {name}: status {status} after {number} injections")


# What reads a site, without the folder.
READERS = (
    ["build"], ["build", "--lenient"], ["check"], ["preflight"], ["list"], ["new", "practice", "Новая игра"], ["receive", "{sent}", "--dry-run"],
    ["import", "{page}"], ["mv", "practices/m3", "practices/m4x"], ["redirects"], ["pack", "--output", "{made}.zip"],
    ["book", "--kind", "practice", "--output", "{made}.epub"], ["fix", "--dry-run"], ["schema", "practice"],
)


def unread(program, folder, record):
    """What the system refuses to be read is told by its name, with the status of the machine, by whatever command meets it."""
    site = Sources(folder / "site")
    sent = folder / "sent.md"
    sent.write_text("---\nkind: practice\ntitle: Игра\nsummary: Играют.\ndate: 2024\n---\n\nТекст.\n", encoding="utf-8")
    page = folder / "page.html"
    page.write_text("<h1>Игра</h1><p>Играют.</p>", encoding="utf-8")
    for arguments in READERS:
        for path in ("album.yml", "content/kinds", "content/vocabularies", "content/practices", "content/practices/m3.md"):
            before = tree(site.folder / "content")
            log = folder / "refused.txt"
            run = program.run(
                *(argument.format(sent=sent, page=page, made=folder / "made") for argument in arguments), "--root", site.folder,
                prefix=["strace", "-f", "-qq", "-e", "trace=openat", "-P", site.folder / path, "-e", "signal=none", "-o", log,
                        "-e", "inject=openat:error=EACCES"])
            if "(INJECTED)" not in log.read_text(errors="replace"):
                continue
            record.count("files refused to readers")
            told = f"{arguments[0]}, {path} not to be read: "
            record.expect(run.status == MACHINE, f"{told}status {run.status}: {run.messages[-300:]}")
            record.expect(path in run.messages, f"{told}it is not named: {run.messages[-300:]!r}")
            record.expect(tree(site.folder / "content") == before, f"{told}the content was changed")
    record.expect(record.counts["files refused to readers"] > 2 * len(READERS), "the files are looked for by most commands")


def traced(call, log):
    """`strace` for one or all calls; it follows threads and leaves the rest of the program alone."""
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-y", "-e", f"trace={call}", "-e", "signal=none", "-o", str(log)]


def possible(act, folder, record):
    """Every place of an undisturbed run in which something may be refused.

    strace counts the calls of each thread for itself. Counted are those about files of the scene: their names stand in the
    line, by `-y` those of descriptors too. Those by which a program is loaded and what it writes to the terminal are none.
    """
    log = folder / "calls.txt"
    act.turn()
    run = act.run(prefix=traced(",".join("?" + call for call in CALLS), log))
    record.expect(
        run.status == FINE and act.standing() == act.wanted(), f"{act.name}, watched by strace: status {run.status}: {run.messages[-300:]}")
    counted = collections.Counter()
    foreign, own, written = set(), set(), set()
    for line in log.read_text(errors="replace").splitlines():
        found = re.match(r"(\d+) +(\w+)\((.*)", line)
        if not found or found[2] not in CALLS:
            continue
        thread, call, rest = found.groups()
        counted[thread, call] += 1
        place = call, counted[thread, call]
        if f"{folder}/" not in rest:
            foreign.add(place)
        elif call in ("openat", "open") and "O_CREAT" in rest:
            written |= {place, *re.findall(r"= \d+<(.*)>$", rest)}
            own.add(place)
        elif call != "close" or re.sub(r"^\d+<|>\).*", "", rest) in written:
            own.add(place)
    for call, when in sorted(own - foreign):
        for error in CALLS[call]:
            # Only who makes a file needs room for it.
            if call == "openat" and error == "ENOSPC" and (call, when) not in written:
                continue
            yield Fault(call, error, when, False)
            if error in LASTING and call != "close":
                yield Fault(call, error, when, True)


def inject(act, fault, folder, record):
    log = folder / "injected.txt"
    act.turn()
    before = act.standing()
    when = f"{fault.when}{'+' if fault.lasts else ''}"
    run = act.run(prefix=[*traced(fault.call, log), "-e", f"inject={fault.call}:error={fault.error}:when={when}"])
    note = f"{fault.call} refused by {fault.error} at {when}"
    if "(INJECTED)" not in log.read_text(errors="replace"):
        # Another order of threads than in the run that was watched.
        record.count("injections that met no call")
    else:
        record.count("injections")
    now = act.standing()
    told = f"{act.name}, {note}: "
    record.expect(now in (before, act.wanted()), f"{told}neither old nor new: {difference(now, act.wanted())}")
    record.expect(run.status in (FINE, MACHINE), f"{told}status {run.status}: {run.messages[-300:]}")
    if run.status == FINE:
        record.expect(now == act.wanted(), f"{told}status 0, and what stands is not as from nothing: {difference(now, act.wanted())}")
    else:
        # Where nothing can be written any more, nothing is said either.
        names = (fault.call == "write" and fault.lasts) or any(part in run.messages for part in (tempfile.gettempdir(), "content/", ".album-", "album.yml"))
        record.expect(names, f"{told}nothing is named: {run.messages[-300:]!r}")
    again(act, note, record, sweeps=True)
    return run.status
