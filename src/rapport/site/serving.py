"""The supervisor over the web server's processes and the worker: starts them, starts them again when they die, stops
them all.

Everything is loaded before they are forked, so that they share its memory, its settings and its clock. The worker is
there while there is work: what its jobs have loaded and touched goes back to the machine when it leaves.
"""

import contextlib
import ctypes
import gc
import logging
import multiprocessing
import os
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import OperationalError, connections
from django.template import engines
from django.urls import get_resolver
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server import Server
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from rapport.kit.commands import CommandError
from rapport.kit.panels import panels
from rapport.kit.places import places
from rapport.kit.room_left import why
from rapport.kit.schedules import schedules
from rapport.kit.turns import answer_soon
from rapport.kit.waiting import questions
from rapport.kit.worker import work
from rapport.search.query import read_query
from rapport.site.door import Door
from rapport.site.keeper import Keeper
from rapport.site.lookout import Lookout
from rapport.site.warming import warm_up
from rapport.site.wsgi import application

log = logging.getLogger(__name__)
PROCESSES, THREADS = 2, 4
# Threads of the children put what is new into heaps of their own: in the gaps of the one that all share, each bit of it
# would have a page copied. 12 MB less in all than with one heap, and no less with more of them.
M_ARENA_MAX, ARENAS = -8, 8  # the first is of malloc.h
CONNECTIONS, SILENCE = 2000, 30_000  # open at a time in each process; milliseconds that one may say nothing
PATIENCE = 2.0  # seconds that a worker stays when nothing is left to do
GRACE = 15  # seconds a child may take to finish what it is at
PAUSE = 2.0  # seconds before a web server is set up again that has given up


def serve(host: str, port: int, *, ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM. `ready` is called once the port answers."""
    check_port(host, port)
    _open_files()
    _load()
    multiprocessing.set_start_method("fork", force=True)
    over = threading.Event()
    lifeline = os.pipe()  # the children hold its reading end: when this process is gone, they hear it
    keeper = Keeper(lambda: _worker(lifeline), Lookout().is_wanted)

    def watch() -> None:
        if _answers(host, port, over):
            ready()
        keeper.keep(over)

    _hear(over)
    watching = threading.Thread(target=watch, name="keeper")
    watching.start()
    while not over.is_set():
        _serve_web(host, port, lifeline, over)
        _hear(over)
        over.wait(PAUSE)
    watching.join()
    keeper.stop(GRACE)


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


def _open_files() -> None:
    """Each connection is an open file, and systems allow few of them unless they are asked."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(2 * CONNECTIONS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


class _Compiled(FileSystemBytecodeCache):
    """Templates as compiled before. Where they cannot be kept, as on a full disk, they are compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


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
        questions(),
    )
    pages: Any = engines["jinja2"]
    kept = settings.DATA / "cache"
    with contextlib.suppress(OSError):
        kept.mkdir(mode=0o700, exist_ok=True)
    pages.env.bytecode_cache = _Compiled(str(kept))  # compiling them all takes a second
    for name in pages.env.list_templates():
        pages.env.get_template(name)
    warm_up()
    with contextlib.suppress(AttributeError, OSError):  # glibc only
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, ARENAS)
    connections.close_all()  # a connection must not cross a fork
    gc.collect()
    gc.freeze()


def _answers(host: str, port: int, over: threading.Event) -> bool:
    seen = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound
    while not over.is_set():
        try:
            with socket.create_connection((seen, port), timeout=1):
                return True
        except OSError:
            time.sleep(0.02)
    return False


def _serve_web(host: str, port: int, lifeline: tuple[int, int], over: threading.Event) -> None:
    """The web server, until this process is told to stop, which sets `over`; or until its children die so fast that it
    gives up."""

    def loaded(_: str) -> Any:
        _begin(lifeline)
        answer_soon()
        return Door(application, THREADS)

    def heard() -> None:
        if over.is_set():  # told before the server could hear
            signal.raise_signal(signal.SIGTERM)

    server = Server(
        "rapport.site.door:Door",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        websockets=False,
        workers=PROCESSES,
        backpressure=CONNECTIONS,
        http=HTTPModes.http1,  # else a connection that has said nothing yet could stay for ever
        http1_settings=HTTP1Settings(header_read_timeout=SILENCE),
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=GRACE - 5,
        log_level="critical",  # type: ignore[arg-type]
    )
    server.on_startup(heard)
    with contextlib.suppress(SystemExit):  # how it gives up
        server.serve(target_loader=loaded)
    if server.interrupt_signal:
        over.set()


def _hear(over: threading.Event) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())


def _worker(lifeline: tuple[int, int]) -> None:
    told = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    _begin(lifeline)
    try:
        work(told, patience=PATIENCE)
    except (OperationalError, OSError) as trouble:
        if not why(trouble):
            raise
        log.warning("the worker cannot begin; it comes again soon", exc_info=True)
        sys.exit(1)


def _begin(lifeline: tuple[int, int]) -> None:
    """A child's first steps: the keys of the terminal reach the supervisor alone, which then tells its children; and it
    ends when the supervisor is gone, however that went."""
    os.setsid()
    ear, mouth = lifeline
    os.close(mouth)

    def listen() -> None:
        os.read(ear, 1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        os._exit(1)

    threading.Thread(target=listen, name="lifeline", daemon=True).start()
