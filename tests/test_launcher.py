"""`./rapport` in a fresh checkout with a space in its path and a stand-in for uv: filled once, checked, then out of
the way."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAUNCHER = Path(__file__).resolve().parents[1] / "rapport"
PRODUCT = """
import sys
print(sys.prefix, *sys.argv[1:], sep="|")
"""
UV = f"""#!/bin/sh
exec '{sys.executable}' "$0.py" "$@"
"""
UV_ITSELF = """
import os, subprocess, sys, time
with open(os.environ["CALLS"], "a") as calls:
    print(*sys.argv[1:3], "--reinstall" if "--reinstall" in sys.argv else "", file=calls)
if sys.argv[1] == "venv":
    sys.exit(subprocess.call([sys.executable, "-m", "venv", "--without-pip", sys.argv[-1]]))
time.sleep(float(os.environ.get("SLOW", 0)))
if "tampered" in open(sys.argv[-1]).read():
    sys.exit("error: Failed to download `bo==1`\\n  cause: Hash mismatch for `bo==1`")
"""


class Checkout:
    def __init__(self, folder: Path) -> None:
        self.root, self.tools, self.calls = folder / "a check out", folder / "tools", folder / "calls"
        (self.root / "src" / "rapport").mkdir(parents=True)
        shutil.copy(LAUNCHER, self.root)
        (self.root / "src/rapport/__init__.py").touch()
        (self.root / "src/rapport/__main__.py").write_text(PRODUCT)
        for lock in ("requirements.lock", "requirements-dev.lock"):
            (self.root / lock).write_text("bo==1 --hash=sha256:00\n")
        self.tools.mkdir()
        (self.tools / "uv").write_text(UV)
        (self.tools / "uv.py").write_text(UV_ITSELF)
        (self.tools / "uv").chmod(0o755)
        self.environment = {"PATH": f"{self.tools}:{os.defpath}", "HOME": str(folder), "CALLS": str(self.calls)}

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "rapport"), *arguments]

    def start(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            env=self.environment | more,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        return [line.strip() for line in self.calls.read_text().splitlines()] if self.calls.exists() else []


@pytest.fixture
def checkout(tmp_path) -> Checkout:
    return Checkout(tmp_path)


def test_the_list_of_commands_needs_no_environment(checkout) -> None:
    assert checkout.start("--help").stdout.endswith("|--help\n")
    assert not (checkout.root / ".venv").exists()


def test_the_first_start_fills_and_the_second_only_runs(checkout) -> None:
    first, second = checkout.start("round", "--on", "2026-11-19"), checkout.start("round")
    assert first.stdout == f"{checkout.root}/.venv|round|--on|2026-11-19\n"
    assert "up to 1 packages (about 60 MB) go into .venv" in first.stderr
    assert second.stderr == ""
    assert checkout.called() == ["venv --quiet", "pip install"]


def test_tests_bring_their_own_packages_and_take_away_none(checkout) -> None:
    for command in ("up", "test", "check", "up"):
        assert checkout.start(command).returncode == 0
    assert checkout.called() == ["venv --quiet", "pip install", "pip install"]


def test_a_changed_lock_is_installed_anew(checkout) -> None:
    checkout.start("up")
    (checkout.root / "requirements.lock").write_text("bo==2 --hash=sha256:11\n")
    assert checkout.start("up").returncode == 0
    assert checkout.called()[-1] == "pip install --reinstall"


@pytest.mark.parametrize("is_filled", [False, True])
def test_a_tampered_lock_is_refused_each_time(checkout, is_filled) -> None:
    if is_filled:
        checkout.start("up")
    (checkout.root / "requirements.lock").write_text("bo==1 --hash=sha256:tampered\n")
    for _ in range(2):
        refused = checkout.start("up")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.splitlines()[-1].startswith("rapport: a package is not the one that the lock file names;")


def test_an_environment_that_lost_its_python_is_made_anew(checkout) -> None:
    checkout.start("up")
    (checkout.root / ".venv/bin/python").unlink()
    assert checkout.start("up").returncode == 0
    assert checkout.called().count("venv --quiet") == 2


def test_two_first_starts_fill_once(checkout) -> None:
    checkout.environment["SLOW"] = "0.5"
    pair = [subprocess.Popen(checkout.command("up"), env=checkout.environment, stderr=-1, stdout=-1) for _ in range(2)]
    assert [one.communicate() and one.returncode for one in pair] == [0, 0]
    assert checkout.called() == ["venv --quiet", "pip install"]


def test_what_is_no_environment_is_left_alone(checkout) -> None:
    (checkout.root / ".venv").mkdir()
    (checkout.root / ".venv" / "letters.txt").touch()
    refused = checkout.start("up")
    assert refused.returncode == 1
    assert "is no Python environment; move it away" in refused.stderr
    assert (checkout.root / ".venv" / "letters.txt").exists()


def test_names_in_the_current_folder_do_not_get_in_the_way(checkout, tmp_path) -> None:
    (tmp_path / "rapport.py").write_text("raise SystemExit('the wrong one')")
    started = subprocess.run(
        checkout.command("up"), env=checkout.environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert started.stdout.endswith("|up\n")
