"""The walls around a process that reads other people's files; built by that process itself, before it reads."""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rapport

NAMESPACE = "a network namespace of its own"
HOOK = "an audit hook that refuses sockets"

_NEW_NET, _NEW_USER = 0x40000000, 0x10000000
_DIE_WITH_PARENT = 1
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True)
class Walls:
    """Bytes of address space, seconds of CPU (`most_seconds` is how far they can be raised) and bytes of one file."""

    memory: int
    seconds: int
    most_seconds: int
    file_bytes: int


def surroundings(folder: Path | None) -> dict[str, str]:
    """All that such a process is told of where it runs: no settings, no secrets."""
    return {
        "PYTHONPATH": str(Path(rapport.__file__).parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        **({"TMPDIR": str(folder)} if folder else {}),
        # Each thread of a number library reserves more address space than a whole reading needs.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
    }


def confine(folder: Path | None, walls: Walls) -> str:
    """Bound memory, time and file size, cut off the network and other programs, write only below `folder`, or
    nowhere.

    Returns how the network was cut off. Nothing here can be undone by the process.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    os.nice(10)
    with contextlib.suppress(AttributeError):  # prctl is Linux's: elsewhere an orphan ends by its time limit
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    is_alone = _leave_network(libc)
    for name, soft, hard in (
        ("RLIMIT_AS", walls.memory, walls.memory),
        ("RLIMIT_CPU", walls.seconds, walls.most_seconds),
        ("RLIMIT_FSIZE", walls.file_bytes, walls.file_bytes),
        ("RLIMIT_CORE", 0, 0),
        ("RLIMIT_NOFILE", 1024, 1024),
        ("RLIMIT_NPROC", 0, 0),
    ):
        _limit(name, soft, hard)
    sys.addaudithook(_warden(folder))
    return NAMESPACE if is_alone else HOOK


def allow_time(seconds: int) -> None:
    """Raise the CPU limit once it is known how much there is to read."""
    _limit("RLIMIT_CPU", seconds, resource.getrlimit(resource.RLIMIT_CPU)[1])


def _leave_network(libc: ctypes.CDLL) -> bool:
    """An administrator may leave the network alone; others need a user namespace, where the system grants one."""
    with contextlib.suppress(AttributeError):
        return any(libc.unshare(flags) == 0 for flags in (_NEW_NET, _NEW_USER | _NEW_NET))
    return False


def _limit(name: str, soft: int, hard: int) -> None:
    """Set a limit as far as the system has it and lets it."""
    with contextlib.suppress(AttributeError, ValueError, OSError):
        number = getattr(resource, name)
        highest = resource.getrlimit(number)[1]
        hard = hard if highest == resource.RLIM_INFINITY else min(hard, highest)
        resource.setrlimit(number, (min(soft, hard), hard))


def _warden(folder: Path | None) -> Callable[[str, tuple[Any, ...]], None]:
    inside = f"{folder.resolve()}{os.sep}" if folder else ""

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED):
            raise PermissionError(f"a reader may not use {event}")
        if event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
            path = os.fspath(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else ""
            if not (inside and os.path.realpath(os.fsdecode(path)).startswith(inside)):
                raise PermissionError("a reader writes nowhere but in its own folder")

    return refuse
