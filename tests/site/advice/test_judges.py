from types import SimpleNamespace

import numpy as np
import pytest

from rapport.site.advice.judges import interest, lapse, nudge, strength
from rapport.ties.odds import get_back
from rapport.ties.odds import lapse as lapse_of


def test_rows_are_judged_by_silence_and_contact_days() -> None:
    rows = SimpleNamespace(_gap=SimpleNamespace(values=np.array([20.0])), _nd=SimpleNamespace(values=np.array([4])))
    assert nudge(rows, 28) == pytest.approx([get_back(20, 4, 28)])
    assert lapse(rows, 28) == pytest.approx([lapse_of(20, 4, 28)])


def test_a_tie_is_judged_by_the_days_before() -> None:
    tie = SimpleNamespace(out=np.array([60.2, 60.9]), inn=np.array([0.3, 120.1]))
    assert strength(tie, 120.0) == pytest.approx(0.5 + 0.25)


def test_labels_are_judged_by_nearness() -> None:
    assert int(interest("butterfly", ["moths", "butterflies"]).argmax()) == 1
    assert int(interest("butterfly", ["butterflies", "moths", "bats"]).argmax()) == 0
