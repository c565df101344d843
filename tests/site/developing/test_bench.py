"""The runner of benchmarks says what was promised, what was measured, and whether the promise holds."""

import json
from pathlib import Path

import pytest

from rapport.site.developing.bench import main

TESTS = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def found(monkeypatch) -> None:
    monkeypatch.setenv("PYTHONPATH", TESTS)


def rows(capsys, *names: str) -> tuple[int, list[dict]]:
    code = main(["--json", *names], package="examples")
    return code, json.loads(capsys.readouterr().out)


def test_a_kept_promise(capsys) -> None:
    code, (row,) = rows(capsys, "kept")
    assert code == 0
    assert row.pop("peak_mb") > 10
    assert row.pop("most_mb") is None
    assert row == {"name": "kept", "value": 10, "unit": "ms cpu", "limit": 12, "floor": 4, "ratio": 2.5, "ok": True}


def test_a_missed_one_is_told_by_the_exit(capsys) -> None:
    code, (row,) = rows(capsys, "missed")
    assert code == 1
    assert (row["ok"], row["limit"], row["floor"], row["ratio"], row["peak_mb"]) == (False, 50, None, None, 120)


def test_more_memory_than_promised_is_a_promise_missed(capsys) -> None:
    code, (row,) = rows(capsys, "heavy")
    assert code == 1
    assert (row["ok"], row["peak_mb"], row["most_mb"]) == (False, 120, 119)
    assert main(["heavy"], package="examples") == 1
    assert capsys.readouterr().out == "FAIL  heavy: 1 s (promised 50; 120 MB of 119 promised)\n"


def test_one_that_breaks_off_does_not_stop_the_others(capsys) -> None:
    assert main([], package="examples") == 1
    _heavy, kept, missed, torn = capsys.readouterr().out.splitlines()
    assert kept.startswith("ok    kept: 10 ms cpu (promised 12; 2.5 times the floor of 4; ")
    assert missed == "FAIL  missed: 51 ms (promised 50; 120 MB)"
    assert torn == "FAIL  torn: broke off"


def test_names_are_listed(capsys) -> None:
    assert main(["--list"], package="examples") == 0
    assert capsys.readouterr().out == "heavy\nkept\nmissed\ntorn\n"


def test_an_unknown_name_is_wrong_usage(capsys) -> None:
    with pytest.raises(SystemExit) as left:
        main(["bo"], package="examples")
    assert left.value.code == 2
    assert "there is no benchmark 'bo'" in capsys.readouterr().err
