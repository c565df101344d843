"""Which workers are at work, so that a dead one's jobs are taken over soon and a busy one's never.

A worker holds a lock on a file as long as it lives; on the same host that tells at once. Other hosts, which exist on
PostgreSQL only, go by its beat.
"""

import contextlib
import fcntl
import os
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, close_old_connections, connection

from rapport.kit.clock import now
from rapport.kit.models import Shift

BEAT = 10.0  # seconds
LEASE = timedelta(seconds=45)


@contextmanager
def at_work() -> Iterator[str]:
    """Be a worker; the name under which jobs are taken."""
    name = f"{_host()}-{os.getpid()}-{secrets.token_hex(4)}"
    handle = _lock(name)
    Shift.objects.create(name=name, host=_host(), beat_at=now())
    stop = threading.Event()
    heart = threading.Thread(target=_beat, args=(name, stop), name="beat", daemon=True)
    heart.start()
    try:
        yield name
    finally:
        stop.set()
        heart.join()
        with contextlib.suppress(OperationalError):
            Shift.objects.filter(name=name).delete()
        (_folder() / name).unlink(missing_ok=True)
        os.close(handle)


def living() -> set[str]:
    """The names of all workers that live."""
    beating = Shift.objects.filter(beat_at__gt=now() - LEASE).exclude(host=_host())
    return living_here() | set(beating.values_list("name", flat=True))


def living_here() -> set[str]:
    """Those on this machine, without a word from the database."""
    return {path.name for path in _folder().glob("[!.]*") if _is_held(path)}


def forget_the_dead() -> None:
    """Strike off who is gone."""
    alive = living()
    for path in _folder().glob("[!.]*"):
        if path.name not in alive:
            path.unlink(missing_ok=True)
    Shift.objects.exclude(name__in=alive).delete()


def _beat(name: str, stop: threading.Event) -> None:
    while not stop.wait(BEAT):
        close_old_connections()  # or a database that was started again would never hear of us
        with contextlib.suppress(OperationalError):  # a long write is under way: the next beat will do
            Shift.objects.filter(name=name).update(beat_at=now())
    connection.close()


def _host() -> str:
    return socket.gethostname()[:80]


def _folder() -> Path:
    folder: Path = settings.DATA / "workers"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _lock(name: str) -> int:
    """The file gets its name only once it is held, so that nobody finds it free."""
    early = _folder() / f".{name}"
    handle = os.open(early, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    early.rename(_folder() / name)
    return handle


def _is_held(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
