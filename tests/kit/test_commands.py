"""A command refuses in one plain sentence; only our own mistakes show where they happened."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError

from rapport.kit.commands import FULL, CommandError, PlainCommand


def command(act: Callable[[], Any]) -> PlainCommand:
    class Greet(PlainCommand):
        def add_arguments(self, parser: Any) -> None:
            parser.add_argument("name")

        def handle(self, *args: Any, **options: Any) -> None:
            act()

    return Greet()


def refuse(error: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (CommandError("There is no member called bo."), "There is no member called bo.\n"),
        (FileNotFoundError(2, "No such file or directory", "bo.vcf"), "bo.vcf: No such file or directory.\n"),
        (OperationalError("no such table: x\nmore"), "The database does not answer: no such table: x.\n"),
        (OperationalError("database or disk is full"), f"{FULL}\n"),
        (OSError(28, "No space left on device"), f"{FULL}\n"),
    ],
)
def test_a_refusal_is_one_sentence(error, sentence, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        command(refuse(error)).run_from_argv(["rapport", "greet", "Bo"])
    assert left.value.code == 1
    assert capsys.readouterr().err == sentence


def test_wrong_usage_exits_with_two(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        command(lambda: None).run_from_argv(["rapport", "greet", "Bo", "--loudly"])
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: rapport greet ")


def test_help_says_nothing_of_django(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        command(lambda: None).run_from_argv(["rapport", "greet", "--help"])
    assert left.value.code == 0
    assert "--settings" not in capsys.readouterr().out


def test_ctrl_c_is_no_bug(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        command(refuse(KeyboardInterrupt())).run_from_argv(["rapport", "greet", "Bo"])
    assert left.value.code == 130


def test_our_own_mistake_stays_visible() -> None:
    with pytest.raises(ZeroDivisionError):
        command(lambda: 1 // 0).run_from_argv(["rapport", "greet", "Bo"])
