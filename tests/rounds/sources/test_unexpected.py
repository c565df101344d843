from datetime import timedelta

import pytest

import cast
from rapport.rounds.compose import EVERY_SIXTH, places_aside
from rounds.morning import TODAY, acts, busy_book, connected

pytestmark = pytest.mark.django_db


def test_every_sixth_place_is_outside_plan_and_habit() -> None:
    ann, _ = busy_book()
    for n in range(5):
        connected(cast.known(ann, f"Old {n}"), 400 + n)
    rounds = [acts(ann, on=TODAY + timedelta(days=day)) for day in range(EVERY_SIXTH)]
    aside = sum(act.kind == "unexpected" for todays in rounds for act in todays)
    assert aside * 7 >= sum(map(len, rounds))


def test_the_lot_falls_alike_when_read_twice() -> None:
    ann, _ = busy_book(3)
    assert acts(ann) == acts(ann)
    assert places_aside(TODAY.toordinal(), 1, 5) == places_aside(TODAY.toordinal(), 1, 5)
