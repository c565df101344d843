from datetime import date

import pytest

import cast
from rapport.people.gathering import occasion_named, was_there
from rapport.people.models import Book, Occasion
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


def coffee(ann: cast.Member, guests: int = 1, on: date = date(2026, 11, 20)) -> Occasion:
    people = [cast.known(ann, f"Guest {n}") for n in range(guests)]
    occasion = occasion_named(book=Book.of(ann), title="Coffee on pricing", on=on, place="Quay Café")
    was_there(occasion=occasion, people=people, now=cast.MORNING)
    return occasion


def test_a_meeting_tomorrow() -> None:
    ann = cast.ann()
    coffee(ann)
    ahead = card(ann, "meeting_ahead")
    assert ahead.act == "Get ready for Guest 0"
    assert ahead.reason == "You meet tomorrow: Coffee on pricing, Quay Café."


def test_not_a_large_room_nor_a_cancelled_one_nor_next_week_s() -> None:
    ann = cast.ann()
    coffee(ann, 20)
    assert "meeting_ahead" not in kinds(ann)
    mo = cast.mo()
    coffee(mo, on=date(2026, 11, 27))
    Occasion.objects.filter(pk=coffee(mo).pk).update(is_cancelled=True)
    assert "meeting_ahead" not in kinds(mo)
