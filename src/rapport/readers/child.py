"""The process that reads one job: recognises, reads, stages, and says how it went. It knows no book and no Django."""

import os
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec

from rapport.formats.facts import DroppedFact
from rapport.formats.files import Member, Refused, drop
from rapport.formats.limits import MIB
from rapport.formats.member import Meter
from rapport.kit.confine import allow_time, confine
from rapport.kit.offers import offers
from rapport.kit.room_left import is_away, is_full
from rapport.readers.job import Job, Outcome, Progress, received
from rapport.readers.recognise import Reading, recognise
from rapport.readers.source import Source
from rapport.readers.staging import Staging
from rapport.readers.tasting import shipped

BUSY = "These files are being read already: wait until that has ended."
NO_ROOM = "There is no room left to read it: free some space on the server's disk and drop it again."
TOO_DEEP = "It is nested deeper than any export is: it is not read."
_EVERY = 0.5  # seconds between two words of progress

Say = Callable[[Progress | Outcome], None]


def run(folder: Path, say: Say) -> None:
    """Read the job in `folder` behind its walls, and say how it goes and ends."""
    job = received(folder)
    network = confine(folder, job.limits.walls)
    try:
        read(job, folder, say, network)
    except Refused as refusal:
        say(Outcome(str(refusal)))
    except MemoryError:
        most = job.limits.memory // MIB
        say(Outcome(f"Reading it takes more than the {most} MB of memory a file may use: drop a smaller part of it."))
    except RecursionError:
        say(Outcome(TOO_DEEP))
    except Exception as error:  # noqa: BLE001 - whatever a reader stumbles over, the owner gets a sentence
        say(Outcome(_stumbled(error)))
    else:
        say(Outcome())


def read(job: Job, folder: Path, say: Say, network: str = "") -> None:
    """Stage everything in the job's files. Raises `Refused` if nothing in them can be taken."""
    meter = Meter(job.limits)
    dropped = drop([Path(path) for path in job.paths], job.name, job.names, meter)
    found = recognise(dropped, offers("rapport.readers.sources", Source))
    total = sum(member.size for reading in found.readings for member in reading.members)
    allow_time(job.limits.cpu(total))
    staging = Staging(folder, shipped(), task=job.task, keep_text=job.choices.keep_text)
    staging.note("network", network)
    staging.begin("", "", [])
    for fact in (*dropped.said, *found.unknown()):
        staging.add(fact)
    for reading in found.readings:
        meter.tick = _ticker(meter, total, reading.source.label, say)
        _stage(reading, job, staging)
    is_kept, why = staging.kept() > 0, staging.complaint()
    staging.close()
    if why and not is_kept:
        raise Refused(why)


def _stage(reading: Reading, job: Job, staging: Staging) -> None:
    """Stage one source; if it refuses half-way, what it gave stays and the rest counts as dropped."""
    source, members = reading.source, reading.members
    if not staging.begin(source.kind, source.label, [member.path for member in members]):
        return
    refusal = ""
    try:
        for fact in source.read([_marking(member, staging) for member in members], job.choices):
            staging.add(fact)
    except Refused as refused:
        refusal = str(refused)
        staging.add(DroppedFact(members[0].path if len(members) == 1 else source.label, refusal))
    staging.end(refusal)


def _marking(member: Member, staging: Staging) -> Member:
    """A member that a reader may go on with where an interrupted run was."""
    mark = partial(staging.mark, member.path, total=member.size)
    return replace(member, begin=staging.begun(member.path), mark=mark)


def _ticker(meter: Meter, total: int, label: str, say: Say) -> Callable[[object], None]:
    due = 0.0

    def tick(path: object) -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + _EVERY
            say(Progress(str(path), min(meter.done, total), total, label))

    return tick


def _stumbled(error: Exception) -> str:
    """Where the code failed, and nothing of what it was reading."""
    if is_full(error) or (isinstance(error, sqlite3.OperationalError) and "disk I/O" in str(error)):
        return NO_ROOM
    if is_away(error):
        return BUSY
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return f"Rapport stumbled over this file ({type(error).__name__} in {place}); nothing of it was kept."


def _say(word: Progress | Outcome) -> None:
    os.write(1, msgspec.json.encode(word) + b"\n")


if __name__ == "__main__":
    run(Path(sys.argv[1]), _say)
