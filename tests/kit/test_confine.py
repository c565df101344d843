"""The walls hold: each attempt is made by a process that has built them around itself."""

import subprocess
import sys
from pathlib import Path

import pytest

import rapport

BUILD = """
import os, resource, signal, sys
from pathlib import Path
from rapport.kit import confine
folder = Path(sys.argv[1])
walls = confine.Walls(512 << 20, 60, 600, 1 << 30)
"""


def attempt(folder: Path, *lines: str, walls: str = "walls") -> subprocess.CompletedProcess[str]:
    code = "\n".join([BUILD, f"print(confine.confine(folder, {walls}))", *lines])
    path = {"PYTHONPATH": str(Path(rapport.__file__).parents[1])}
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(command, env=path, capture_output=True, text=True, check=False)  # noqa: S603


def test_it_says_how_the_network_is_cut_off(tmp_path):
    assert attempt(tmp_path).stdout.strip() in (
        "a network namespace of its own", "an audit hook that refuses sockets"
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "open('/tmp/rapport-outside', 'w')",
        "open(folder / '..' / 'outside', 'a')",
        "os.open(str(folder / '../outside'), os.O_CREAT | os.O_WRONLY)",
    ],
)
def test_network_programs_and_files_outside_are_refused(tmp_path, line):
    folder = tmp_path / "job"
    folder.mkdir()
    assert "PermissionError: a reader" in attempt(folder, line).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["job"]


def test_without_the_hook_there_is_still_no_network(tmp_path):
    lines = (
        "import socket",
        "with socket.socket() as client: print(client.connect_ex(('192.0.2.1', 9)) != 0)",
    )
    code = "\n".join([BUILD, "confine.sys.addaudithook = lambda _: None", "print(confine.confine(folder, walls))"])
    path = {"PYTHONPATH": str(Path(rapport.__file__).parents[1])}
    command = [sys.executable, "-c", "\n".join([code, *lines]), str(tmp_path)]
    told = subprocess.run(command, env=path, capture_output=True, text=True, check=False).stdout  # noqa: S603
    assert told.startswith("an audit hook") or told.endswith("True\n")


def test_without_a_folder_it_writes_nowhere(tmp_path):
    code = "\n".join([BUILD, "confine.confine(None, walls)", "open(folder / 'a', 'w')"])
    path = {"PYTHONPATH": str(Path(rapport.__file__).parents[1])}
    command = [sys.executable, "-c", code, str(tmp_path)]
    told = subprocess.run(command, env=path, capture_output=True, text=True, check=False).stderr  # noqa: S603
    assert "PermissionError: a reader" in told


def test_inside_its_folder_it_may_write_and_anywhere_read(tmp_path):
    done = attempt(tmp_path, "(folder / 'a').write_text('x')", "open(os.__file__).close()")
    assert done.returncode == 0
    assert (tmp_path / "a").read_text() == "x"


def test_memory_is_bounded(tmp_path):
    assert "MemoryError" in attempt(tmp_path, "bytes(600 << 20)").stderr


def test_files_are_bounded(tmp_path):
    lines = "with open(folder / 'a', 'wb') as file: file.write(bytes(2000))"
    assert "File too large" in attempt(tmp_path, lines, walls="confine.Walls(512 << 20, 60, 60, 1000)").stderr


def test_time_is_bounded_and_can_be_allowed(tmp_path):
    lines = ("confine.allow_time(1)", "while True: pass")
    assert attempt(tmp_path, *lines).returncode == -24
    most = attempt(tmp_path, "confine.allow_time(10 ** 9)", "print(resource.getrlimit(resource.RLIMIT_CPU))",
                   walls="confine.Walls(512 << 20, 60, 60, 1000)")  # fmt: skip
    assert most.stdout.splitlines()[1] == "(60, 60)"
