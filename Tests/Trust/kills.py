"""SIGKILL at any moment: what stands is the old or the new as a whole, and the next run gives what one from nothing gives."""

import time

from acts import COMMANDS, Save
from ground import FINE, difference

SHORT, LONG = 42, 504
# For each kill that is wanted: a run on a quiet machine is sometimes done before it comes.
MOST_TRIES = 4
# Of how many runs in a row each is killed, so that what they leave adds up.
IN_A_ROW = 3


def kills(program, folder, record):
    number = (LONG if record.is_long else SHORT) // (len(COMMANDS) + 1)
    works = [command(kind(program, folder / "kills"), number, record) for kind in COMMANDS]
    works.append(save(Save(program, folder / "kills"), number, record))
    # One kill of each in turn: what is cut short is a fair part.
    while works:
        works = [work for work in works if next(work, None)]


def command(act, number, record):
    """Yields after each kill, until so many runs were at work when it came; a third of them fall into the last fifth of a run,
    in which names change places. A run that was done before is as good a scene, and is not counted.
    """
    chance = record.chance(act.name)
    usual = min(time_of_a_run(act, record) for _ in range(2))
    at_work = 0
    for round in range(MOST_TRIES * number):
        if record.is_over or at_work == number:
            break
        act.turn()
        before = act.standing()
        process = act.start()
        time.sleep(chance.uniform(0.8 * usual if round % 3 == 0 else 0, usual))
        process.kill()
        killed = act.program.ended(process).status < 0
        at_work += killed
        # Others have gone to rest on the machine since a run was measured.
        usual *= 1 if killed else 0.9
        record.count("kills", killed)
        now = act.standing()
        record.expect(
            now in (before, act.wanted()),
            f"{act.name}, kill {round}: neither old nor new: {difference(now, act.wanted())}")
        if round % (IN_A_ROW + 1) != IN_A_ROW or at_work == number:
            again(act, f"kill {round}", record)
        yield True
    record.expect(at_work == number or record.is_over, f"{act.name}: {at_work} of {number} runs were at work when they were killed")


def time_of_a_run(act, record):
    act.turn()
    begun = time.monotonic()
    record.expect(act.run().status == FINE and act.standing() == act.wanted(), f"{act.name}: a run that nobody disturbs")
    return time.monotonic() - begun


def again(act, note, record, sweeps=False):
    """The next run is right and leaves nothing behind.

    - sweeps: where the machine refuses to remove a file, the next run that has something to write may do it.
    """
    run = act.run()
    record.expect(run.status == FINE, f"{act.name}, after {note}: status {run.status}: {run.messages[-300:]}")
    now = act.standing()
    record.expect(now == act.wanted(), f"{act.name}, after {note}: not as from nothing: {difference(now, act.wanted())}")
    if sweeps and act.litter():
        act.turn()
        again(act, note, record)
    record.expect(not act.litter(), f"{act.name}, after {note}: left are {act.litter()[:6]}")


def save(act, number, record):
    """The server is killed while it saves; a save that was answered is on the disk. Yields after each kill."""
    chance = record.chance(act.name)
    usual = time_of_a_save(act, record)
    for round in range(number):
        if record.is_over:
            break
        act.turn()
        before = act.standing()
        act.open()
        sent = act.send()
        time.sleep(chance.uniform(0, usual))
        act.kill()
        sent.join()
        record.count("kills")
        now = act.standing()
        allowed = (act.wanted(),) if act.status == 303 else (before, act.wanted())
        record.expect(now in allowed, f"save, kill {round}: {difference(now, act.wanted())}, answered {act.status}")
        # The same is saved once more, unless it was already.
        act.open()
        if now != act.wanted():
            act.send().join()
            record.expect(act.status == 303, f"save, after kill {round}: {act.status}")
        else:
            act.turn()
            act.send().join()
        record.expect(act.stop() == FINE, f"save, after kill {round}: the server does not end well")
        now = act.standing()
        record.expect(now == act.wanted(), f"save, after kill {round}: {difference(now, act.wanted())}")
        record.expect(not act.litter(), f"save, after kill {round}: left are {act.litter()[:6]}")
        yield True


def time_of_a_save(act, record):
    act.turn()
    act.open()
    begun = time.monotonic()
    act.send().join()
    usual = time.monotonic() - begun
    record.expect(act.status == 303, f"save: a save that nobody disturbs: {act.status}")
    record.expect(act.standing() == act.wanted(), f"save: {difference(act.standing(), act.wanted())}")
    record.expect(act.stop() == FINE, "save: the server ends well")
    return usual
