"""`rapport test` hands everything on to pytest and answers with the numbers every command answers with."""

import psycopg
import pytest

from rapport.site.developing import test
from rapport.site.developing.postgres import throwaway_postgres


@pytest.mark.parametrize(("said_by_pytest", "code"), [(0, 0), (1, 1), (2, 1), (4, 2), (5, 1)])
def test_the_exit_is_a_command_s(said_by_pytest, code, monkeypatch) -> None:
    monkeypatch.setattr(test, "run_python", lambda *arguments, **more: said_by_pytest)
    assert test.main([]) == code


def test_other_arguments_are_pytest_s(monkeypatch) -> None:
    called = []
    monkeypatch.setattr(test, "run_python", lambda *arguments, **more: called.append((arguments, more)) or 0)
    test.main(["--long", "tests/kit", "-k", "Bo", "-n", "0"])
    assert called == [
        (("-m", "pytest", "-n", "2", "--long", "tests/kit", "-k", "Bo", "-n", "0"), {"RAPPORT_TESTING": "1"})
    ]


@pytest.mark.long
def test_a_postgresql_lives_as_long_as_it_is_needed() -> None:
    with throwaway_postgres() as address, psycopg.connect(address) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)
