"""Every command answers in the same manner."""

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import load_command_class

import rapport.site
from rapport.__main__ import COMMANDS
from rapport.kit.commands import PlainCommand

FOLDER = Path(rapport.site.__file__).parent / "management" / "commands"


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules([str(FOLDER)])])
def test_a_command_is_listed_and_plain(name) -> None:
    assert name in COMMANDS
    assert isinstance(load_command_class("rapport.site", name), PlainCommand)


def test_what_a_command_writes_is_for_its_owner_only(tmp_path: Path) -> None:
    """Django's own too, which know no data folder: a database made by them holds the same books."""
    data = tmp_path / "data"
    paths = str(Path(rapport.site.__file__).parents[2])
    own = {"PATH": os.environ["PATH"], "PYTHONPATH": paths, "RAPPORT_DATA": str(data)}
    made = f"open({str(data / 'made')!r}, 'w').close()"
    command = [sys.executable, "-m", "rapport", "manage", "shell", "-v0", "-c", made]
    subprocess.run(command, check=True, env=own, umask=0o022, capture_output=True)
    assert [path.name for path in (data, *data.rglob("*")) if path.stat().st_mode & 0o077] == []
    assert (data / "made").exists()
