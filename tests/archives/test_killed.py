"""Killed at any save point, a long act either did not happen or is gone on with: never half a book.

Always on SQLite: whole files are compared, and PostgreSQL gives out no more the keys of what was killed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parents[1]
PROGRAM = "import django; django.setup(); import killing; killing.tell({folder!r})"
STEPWISE = ("import", "restore")  # these keep what they did; all others are one transaction


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("killed")
    (folder / "data").mkdir()
    surroundings = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": os.pathsep.join((str(TESTS.parent / "src"), str(TESTS))),
        "DJANGO_SETTINGS_MODULE": "rapport.site.settings",
        "RAPPORT_DATA": str(folder / "data"),
        "RAPPORT_TESTING": "1",
        "RAPPORT_SECRET_KEY": "for tests only",
    }
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM.format(folder=str(folder))]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


ACTS = {"import": 5, "undo": 6, "merge": 1, "unmerge": 1, "erase": 3, "leave": 2, "restore": 9}


@pytest.mark.parametrize(("act", "points"), ACTS.items())
def test_killed_and_called_again_it_is_as_if_never_killed(told: Any, act: str, points: int) -> None:
    found = told[act]
    assert len(found["again"]) >= points
    assert found["before"] != found["after"]
    for left in found["again"]:
        assert left == found["after"]


@pytest.mark.parametrize("act", [act for act in ACTS if act not in STEPWISE])
def test_killed_it_is_as_before_or_as_after(told: Any, act: str) -> None:
    found = told[act]
    for left in found["between"]:
        assert left in (found["before"], found["after"])
