"""`python -m rapport`: a list without any package, and a plain word for what is not there."""

import subprocess
import sys

import pytest

from rapport.__main__ import COMMANDS, DEVELOPER_COMMANDS, main


def test_every_command_has_its_line(capsys) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out
    assert all(f"  {name:<8} {line}\n" in listed for name, line in {**COMMANDS, **DEVELOPER_COMMANDS}.items())


def test_no_command_lists_them_too(capsys) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("usage: rapport COMMAND")


@pytest.mark.parametrize(
    ("typed", "hint"), [("rond", "did you mean 'round'?"), ("xyzzy", "'rapport --help' lists them.")]
)
def test_an_unknown_command_is_wrong_usage(typed, hint, capsys) -> None:
    assert main([typed]) == 2
    assert capsys.readouterr().err == f"rapport: there is no command '{typed}'; {hint}\n"


def test_the_list_needs_no_package() -> None:
    listed = subprocess.run([sys.executable, "-S", "-m", "rapport"], capture_output=True, check=True, cwd="src")
    assert listed.stdout.startswith(b"usage: rapport COMMAND")
