import pytest

import cast
from rounds.morning import card, kinds, talked

pytestmark = pytest.mark.django_db


def test_a_strong_tie_gone_quiet() -> None:
    ann = cast.ann()
    talked(cast.known(ann, "Bo Lindqvist"), *range(12, 100, 3))
    talked(cast.known(ann, "Dee Ngata"), *range(30, 400, 7))
    slipping = card(ann, "slipping")
    assert slipping.people[0].name == "Bo Lindqvist"
    assert slipping.reason == "Most weeks, now 12 days of silence."


def test_who_was_gone_long_ago_is_not_slipping() -> None:
    ann = cast.ann()
    talked(cast.known(ann, "Bo Lindqvist"), *range(90, 200, 3))
    assert "slipping" not in kinds(ann)
