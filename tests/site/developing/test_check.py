"""The check runs every step and tells each by one line; one that fails shows why."""

import pytest

from rapport.site.developing import check
from rapport.site.developing.check import Step

FINE = Step("fine", ("-c", "print('all is well')"))
WRONG = Step("wrong", ("-c", "import sys; sys.exit('a line is too long')"))


@pytest.mark.parametrize(("steps", "code"), [((FINE,), 0), ((WRONG, FINE), 1)])
def test_all_steps_run_and_one_failure_is_enough(steps, code, monkeypatch, capsys) -> None:
    monkeypatch.setattr(check, "STEPS", steps)
    assert check.main([]) == code
    said = capsys.readouterr().out
    assert all(f" s  {step.name}\n" in said for step in steps)
    assert ("a line is too long" in said) == (WRONG in steps)
    assert "all is well" not in said
