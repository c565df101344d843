"""One supervisor over the web server and the worker: starts them, starts them again when they die, stops both.

Everything is loaded before the children are forked, so that they share its memory, its settings and its clock.
"""

import contextlib
import ctypes
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Any

from django.conf import settings
from django.db import connections
from django.template import engines
from django.urls import get_resolver
from granian.constants import Interfaces
from granian.server import Server
from jinja2 import FileSystemBytecodeCache

from rapport.kit.commands import CommandError
from rapport.kit.panels import panels
from rapport.kit.places import places
from rapport.kit.schedules import schedules
from rapport.kit.worker import work
from rapport.search.query import read_query
from rapport.site.warming import warm_up
from rapport.site.wsgi import application

PROCESSES, THREADS = 2, 4
M_ARENA_MAX = -8  # of malloc.h
GRACE = 15  # seconds a child may take to finish what it is at
LONGEST_WAIT = 30.0  # seconds before a child that keeps dying is started again
SETTLED = 10.0  # seconds after which a child counts as well


def serve(host: str, port: int, *, ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM. `ready` is called once the port answers."""
    check_port(host, port)
    _load()
    lifeline = os.pipe()  # the children hold its reading end: when this process is gone, they hear it
    children = [
        Child("web", lambda: _web(host, port, lifeline)),
        Child("worker", lambda: _worker(lifeline)),
    ]
    with _Bell() as bell:
        for child in children:
            child.start()
        if _answers(host, port, children[0], bell):
            ready()
        while not bell.has_rung:
            _mind(children, bell)
        _stop(children)


def check_port(host: str, port: int) -> None:
    """Refuse a port that somebody else has; the web server itself would share it silently."""
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as trouble:
        reason = str(trouble.strerror).lower()
        raise CommandError(f"{host} port {port} cannot be served: {reason}.") from trouble


@dataclass
class Child:
    """A process that should run. `due_at` is when it is started again, longer each time it dies young."""

    name: str
    body: Callable[[], None]
    process: BaseProcess | None = None
    wait: float = 1.0
    due_at: float = 0.0
    began_at: float = field(default=0.0)

    def start(self) -> None:
        self.began_at = time.monotonic()
        self.process = multiprocessing.get_context("fork").Process(target=self.body, name=self.name)
        self.process.start()

    def bury(self) -> None:
        lived = time.monotonic() - self.began_at
        self.wait = 1.0 if lived > SETTLED else min(self.wait * 2, LONGEST_WAIT)
        self.due_at = time.monotonic() + self.wait
        self.process = None


class _Bell:
    """Rings once SIGINT or SIGTERM has come; may be waited for together with other things."""

    def __enter__(self) -> "_Bell":
        self.has_rung = False
        self.ear, self._mouth = os.pipe()
        os.set_blocking(self._mouth, False)
        self._before = {number: signal.signal(number, self._ring) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self.ear)
        os.close(self._mouth)

    def _ring(self, *_: object) -> None:
        self.has_rung = True
        os.write(self._mouth, b".")


def _load() -> None:
    """Load all pages, templates and words that searching needs, and let nothing of it be copied by the children's
    collector: what each of them loaded by itself, each would hold."""
    _ = (
        application,
        get_resolver().url_patterns,
        places(),
        panels("today"),
        schedules(),
        engines.all(),
        read_query("ann"),
    )
    pages: Any = engines["jinja2"]
    kept = settings.DATA / "cache"
    kept.mkdir(mode=0o700, exist_ok=True)
    pages.env.bytecode_cache = FileSystemBytecodeCache(str(kept))  # compiling them all takes a second
    for name in pages.env.list_templates():
        pages.env.get_template(name)
    warm_up()
    with contextlib.suppress(AttributeError, OSError):  # glibc only
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)  # threads that wait for one another need no heap each
    connections.close_all()  # a connection must not cross a fork
    gc.collect()
    gc.freeze()


def _answers(host: str, port: int, web: Child, bell: _Bell) -> bool:
    seen = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    while not bell.has_rung and web.process is not None and web.process.is_alive():
        try:
            with socket.create_connection((seen, port), timeout=1):
                return True
        except OSError:
            time.sleep(0.02)
    return False


def _mind(children: list[Child], bell: _Bell) -> None:
    """Wait until a child dies, one is due again, or the bell rings."""
    alive: list[Any] = [child.process.sentinel for child in children if child.process is not None]
    due = [child.due_at - time.monotonic() for child in children if child.process is None]
    multiprocessing.connection.wait([bell.ear, *alive], timeout=max(min(due), 0) if due else None)
    for child in children:
        if child.process is not None and not child.process.is_alive():
            child.bury()
        elif child.process is None and child.due_at <= time.monotonic() and not bell.has_rung:
            child.start()


def _stop(children: list[Child]) -> None:
    running = [child.process for child in children if child.process is not None]
    for process in running:
        process.terminate()
    until = time.monotonic() + GRACE
    for process in running:
        process.join(max(until - time.monotonic(), 0))
        if process.is_alive():
            process.kill()
            process.join()


def _web(host: str, port: int, lifeline: tuple[int, int]) -> None:
    _begin(lifeline)
    multiprocessing.set_start_method("fork", force=True)
    own_lifeline = os.pipe()

    def loaded(_: str) -> Any:
        _hold_on(own_lifeline)
        return application

    Server(
        "rapport.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=PROCESSES,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=GRACE - 5,
        log_level="critical",  # type: ignore[arg-type]
    ).serve(target_loader=loaded)


def _worker(lifeline: tuple[int, int]) -> None:
    _begin(lifeline)
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    work(stop)


def _begin(lifeline: tuple[int, int]) -> None:
    """A child's first steps: the keys of the terminal reach the supervisor alone, which then tells its children."""
    os.setsid()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    _hold_on(lifeline)


def _hold_on(lifeline: tuple[int, int]) -> None:
    """End this process when the one above it is gone, however that went."""
    ear, mouth = lifeline
    os.close(mouth)

    def listen() -> None:
        os.read(ear, 1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)

    threading.Thread(target=listen, name="lifeline", daemon=True).start()
