import pytest

import cast
from rapport.ties.roles import give
from rounds.morning import TODAY, card, connected, kinds, talked

pytestmark = pytest.mark.django_db


def test_known_for_long_and_little_time_spent() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, 900, 930, 960)
    worth = card(ann, "worth_it")
    assert worth.reason == "Known since 2024. On 3 days so far, last in June 2024."
    assert worth.lane == "worth_it"


def test_trust_makes_up_for_time() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, 1500)
    assert "worth_it" not in kinds(ann)
    give(bo, "expert", on=TODAY)
    assert card(ann, "worth_it").reason == "Known since 2022."


def test_who_was_in_touch_this_year_needs_no_turning_to() -> None:
    ann = cast.ann()
    talked(cast.known(ann, "Bo Lindqvist"), 100, 900)
    assert "worth_it" not in kinds(ann)
