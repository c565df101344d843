"""The walls around the process that reads other people's files; built by that process itself, before it reads."""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapport.archives.limits import Limits

NAMESPACE = "a network namespace of its own"
HOOK = "an audit hook that refuses sockets"

_NEW_NET, _NEW_USER = 0x40000000, 0x10000000
_DIE_WITH_PARENT = 1
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(folder: Path, limits: Limits) -> str:
    """Bound memory, time and file size, cut off the network and other programs, write only below `folder`.

    Returns how the network was cut off. Nothing here can be undone by the process.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    os.nice(10)
    with contextlib.suppress(AttributeError):  # prctl is Linux's: elsewhere an orphan ends by its time limit
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    is_alone = _leave_network(libc)
    most = limits.cpu(limits.mailbox_bytes)
    for name, soft, hard in (
        ("RLIMIT_AS", limits.memory, limits.memory),
        ("RLIMIT_CPU", limits.cpu(0), most),
        ("RLIMIT_FSIZE", limits.staged_bytes, limits.staged_bytes),
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


def _warden(folder: Path) -> Callable[[str, tuple[Any, ...]], None]:
    inside = f"{folder.resolve()}{os.sep}"

    def refuse(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED):
            raise PermissionError(f"a reader may not use {event}")
        if event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
            path = os.fspath(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else ""
            if not os.path.realpath(os.fsdecode(path)).startswith(inside):
                raise PermissionError("a reader writes nowhere but in its own folder")

    return refuse
