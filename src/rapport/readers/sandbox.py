"""Reading in a process of its own: what comes in from outside is never parsed where books are open."""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from rapport.formats.files import Refused
from rapport.formats.limits import Limits
from rapport.kit.confine import surroundings
from rapport.readers.job import Job, Outcome, Progress, send, task_of
from rapport.readers.scratch import FILE
from rapport.readers.source import Choices
from rapport.readers.staged import Staged

TOO_LONG = "Reading it took longer than a file of its size may take: drop a smaller part of it."
STOPPED = "Reading it was stopped by the system; nothing of it was kept. Drop it again, or a smaller part of it."

COMMAND = (sys.executable, "-P", "-s", "-m", "rapport.readers.child")

_GRACE = 30.0  # seconds to start in, beside the time to read
_LAST_WORD = 5.0  # seconds in which a child that fell silent must be gone
_LONGEST_WORD = 1 << 16
_word = msgspec.json.Decoder(Progress | Outcome).decode


def read(
    paths: Sequence[Path],
    choices: Choices,
    folder: Path,
    on_progress: Callable[[Progress], None] = lambda _: None,
    *,
    names: Sequence[str] = (),
    name: str = "",
    limits: Limits | None = None,
) -> Staged | Refused:
    """Read the files at `paths` in a child process that stages their facts in `folder`; one call at a time a folder.

    `names` are the files' names as the owner knows them, `name` is the name of the whole. Called again with the
    same folder, files and choices after an interruption, it goes on where that was. What is refused comes back as
    a `Refused` whose text is one plain sentence; the caller deletes the folder when the job ends.
    """
    limits = limits or Limits()
    paths = [path.absolute() for path in paths]
    names = list(names) or [path.name for path in paths]
    task = task_of(paths, names, choices)
    send(Job(tuple(map(str, paths)), tuple(names), name, choices, limits, task), folder)
    child = _started(folder)
    try:
        outcome = _Listener(child, limits, sum(map(_size, paths))).outcome(on_progress)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()  # type: ignore[union-attr]
    return Refused(outcome.refusal) if outcome.refusal else Staged(folder / FILE)


def _started(folder: Path) -> subprocess.Popen[bytes]:
    """The child knows nothing of this process: no settings, no secrets, no open files, no working folder."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [*COMMAND, str(folder)],
        env=surroundings(folder),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


class _Listener:
    """Hears the child out: its progress, its outcome, its silence."""

    def __init__(self, child: subprocess.Popen[bytes], limits: Limits, size: int) -> None:
        self._child, self._limits = child, limits
        self._began = time.monotonic()
        self._seconds = self._wall(size)
        self._is_late = False

    def outcome(self, on_progress: Callable[[Progress], None]) -> Outcome:
        try:
            for word in map(_word, self._lines()):
                if isinstance(word, Outcome):
                    return word
                self._seconds = max(self._seconds, self._wall(word.total))
                on_progress(word)
        except msgspec.DecodeError:
            return Outcome(STOPPED)
        if self._is_late:
            return Outcome(TOO_LONG)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(_LAST_WORD)
        return Outcome(TOO_LONG if self._child.returncode == -signal.SIGXCPU else STOPPED)

    def _lines(self) -> Iterator[bytes]:
        pipe = self._child.stdout.fileno()  # type: ignore[union-attr]
        waiting = b""
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while not self._is_late:
                if selector.select(1.0):
                    heard = os.read(pipe, _LONGEST_WORD)
                    *lines, waiting = (waiting + heard).split(b"\n")
                    yield from lines
                    if not heard or len(waiting) > _LONGEST_WORD:
                        return
                self._is_late = time.monotonic() - self._began > self._seconds

    def _wall(self, size: int) -> float:
        return _GRACE + self._limits.wall_factor * self._limits.cpu(size)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
