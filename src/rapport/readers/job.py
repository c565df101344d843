"""What the parent asks of the reading child, and what the child answers: the only words between them."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from rapport.formats.limits import Limits
from rapport.readers.source import Choices

FILE = "job.msgpack"


class Job(msgspec.Struct, frozen=True):
    """`task` is the same for the same files and choices: only then an interrupted run is gone on with."""

    paths: tuple[str, ...]
    names: tuple[str, ...]
    name: str
    choices: Choices
    limits: Limits
    task: str


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """`done` of `total` bytes; `file` is being read, by the source called `what`."""

    file: str
    done: int
    total: int
    what: str


class Outcome(msgspec.Struct, frozen=True, tag="outcome"):
    """The child's last word: facts are staged, or `refusal` is one plain sentence why not."""

    refusal: str = ""


def task_of(paths: Sequence[Path], names: Sequence[str], choices: Choices) -> str:
    """A digest of the files (by name, size and age) and of what was chosen, the clock apart."""
    timeless = replace(choices, now=datetime(1970, 1, 1, tzinfo=UTC), mine=frozenset())
    files = [(str(path), path.lstat().st_size, path.lstat().st_mtime_ns) for path in paths if path.exists()]
    whole = msgspec.msgpack.encode((files, list(names), timeless, sorted(choices.mine)))
    return hashlib.sha256(whole).hexdigest()


def send(job: Job, folder: Path) -> None:
    (folder / FILE).write_bytes(msgspec.msgpack.encode(job))


def received(folder: Path) -> Job:
    return msgspec.msgpack.decode((folder / FILE).read_bytes(), type=Job)
