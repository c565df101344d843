"""`rapport up` as a whole: it serves, starts again what dies, and leaves nothing running."""

import contextlib
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest

from databases import own_database
from rapport.kit.postgresql.base import TURN
from rapport.site.serving import PROCESSES

ROOT = Path(__file__).resolve().parents[2]
QUEUE = "from long_jobs import dawdle; from rapport.kit.jobs import later; later(dawdle, folder={folder!r})"


class Hub:
    """A hub on a folder and a port of its own."""

    def __init__(self, folder: Path, port: int, database: dict[str, str]) -> None:
        paths = os.pathsep.join(str(ROOT / name) for name in ("src", "tests"))
        self.folder, self.port = folder, port
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        own = {"PYTHONPATH": paths, "RAPPORT_DATA": str(folder), "PYTHONUNBUFFERED": "1", **database}
        self.surroundings = {**kept, **own}
        self.process = self.start("up", "--port", str(port))
        self.said = [self.line(), self.line()]

    def start(self, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "rapport", *words]
        return subprocess.Popen(
            command, env=self.surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def line(self) -> str:
        return self.process.stdout.readline().strip()  # type: ignore[union-attr]

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:  # noqa: S310
            return str(answer.read().decode())

    @contextlib.contextmanager
    def written_by_another(self) -> Iterator[None]:
        """Within, another process has the turn to write."""
        address = self.surroundings.get("RAPPORT_DATABASE_URL")
        connect = partial(sqlite3.connect, self.folder / "rapport.sqlite3", isolation_level=None)
        with contextlib.closing(psycopg.connect(address, autocommit=True) if address else connect()) as other:
            other.execute(f"SELECT pg_advisory_lock({TURN})" if address else "BEGIN EXCLUSIVE")
            yield

    def children(self) -> list[int]:
        """All processes under the supervisor, deep down."""
        lines = subprocess.check_output(["ps", "-eo", "pid=,ppid="], text=True).splitlines()  # noqa: S607
        parents = {int(pid): int(parent) for pid, parent in map(str.split, lines)}
        found = [self.process.pid]
        for pid in found:
            found += [child for child, parent in parents.items() if parent == pid]
        return found[1:]


def eventually(what: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not what():
        assert time.monotonic() < until, "it never came to pass"
        time.sleep(0.1)


def gone(pid: int) -> bool:
    """A dead child of a dead parent may wait for its burial by init."""
    command = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return not state.strip() or state.startswith("Z")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with own_database() as database:
        served = Hub(tmp_path_factory.mktemp("hub"), port, database)
        yield served
        served.process.kill()
        served.process.communicate()


def test_the_first_start_says_where_it_is_and_how_to_begin(hub: Hub) -> None:
    assert f"http://127.0.0.1:{hub.port}/" in hub.said[0]
    assert f"http://127.0.0.1:{hub.port}/first-run/" in hub.said[1]
    assert "your own book" in hub.page(hub.said[1].split(str(hub.port))[1])


def test_what_it_made_is_for_its_owner_only(hub: Hub) -> None:
    assert [path.name for path in hub.folder.rglob("*") if path.stat().st_mode & 0o077] == []


def test_many_who_send_slowly_keep_nobody_waiting(hub: Hub) -> None:
    begun = b"POST /enter/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken=x\r\nContent-Length: %d\r\n\r\na"
    with contextlib.ExitStack() as held:
        for size in [100] * 20 + [100_000] * 20:
            slow = held.enter_context(socket.create_connection(("127.0.0.1", hub.port)))
            slow.sendall(begun % size)
        assert all(_answers(hub) for _ in range(4))


def test_many_who_come_and_say_nothing_keep_nobody_out(hub: Hub) -> None:
    """More than the server would hold by itself (1,024)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 2000)), hard))
    try:
        with contextlib.ExitStack() as held:
            for _ in range(1500):
                held.enter_context(socket.create_connection(("127.0.0.1", hub.port)))
            assert all(_answers(hub) for _ in range(4))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_while_another_writes_for_long_pages_can_be_read_and_who_writes_is_told_soon(hub: Hub) -> None:
    with hub.written_by_another():
        assert "</html>" in hub.page("/enter/login/")
        with pytest.raises(urllib.error.HTTPError) as busy:
            hub.page("/health/")
    assert busy.value.code == 503
    assert b'"database": "not well"' in busy.value.read()
    assert '"database": "well"' in hub.page("/health/")


def test_a_second_one_at_the_same_port_is_refused(hub: Hub) -> None:
    second = hub.start("up", "--port", str(hub.port))
    _, said = second.communicate(timeout=60)
    assert second.returncode == 1
    assert said.count("\n") == 1
    assert "address already in use" in said


def test_a_worker_killed_in_a_job_is_started_again_and_the_job_done_once(hub: Hub, tmp_path: Path) -> None:
    begun, done = tmp_path / "begun", tmp_path / "done"
    queued = hub.start("manage", "shell", "-c", QUEUE.format(folder=str(tmp_path)))
    queued.communicate(timeout=60)
    assert queued.returncode == 0
    eventually(lambda: begun.exists() and begun.read_text() != "")
    os.kill(int(begun.read_text()), signal.SIGKILL)
    eventually(done.exists)
    assert done.read_text() == "done\n"


def test_a_worker_leaves_when_nothing_is_left_to_do(hub: Hub) -> None:
    eventually(lambda: len(hub.children()) == PROCESSES)


def test_killed_web_processes_are_started_again(hub: Hub) -> None:
    for killed in hub.children():
        os.kill(killed, signal.SIGKILL)
        eventually(partial(gone, killed))
    eventually(lambda: _answers(hub))


def test_a_hub_whose_web_server_gave_up_sets_it_up_again(hub: Hub) -> None:
    for _ in range(3):
        eventually(lambda: len(hub.children()) >= PROCESSES)
        for killed in hub.children():
            with contextlib.suppress(ProcessLookupError):
                os.kill(killed, signal.SIGKILL)
    eventually(lambda: _answers(hub))


def _answers(hub: Hub) -> bool:
    try:
        return "<form" in hub.page("/enter/login/")
    except OSError:
        return False


def test_it_stops_cleanly_and_leaves_nobody(hub: Hub) -> None:
    children = hub.children()
    hub.process.send_signal(signal.SIGINT)
    assert hub.process.wait(60) == 0
    eventually(lambda: all(map(gone, children)))
