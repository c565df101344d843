import pytest

import cast
from rapport.people.models import Met
from rounds.morning import TODAY, card, kinds, talked

pytestmark = pytest.mark.django_db


def met(person: cast.Person, on: str, how: str = "met at the Harbour Chapter") -> None:
    Met.objects.create(book=person.book, person=person, key=on, how=how, on=on, precision="day", channel="in_person")


def test_somebody_just_met() -> None:
    ann = cast.ann()
    met(cast.known(ann, "Cy Park"), "2026-11-17")
    follow = card(ann, "follow_up")
    assert follow.reason == "Met at the Harbour Chapter, on Tuesday. Not written since."
    assert "Cy" in follow.opener


def test_not_weeks_later_nor_with_an_old_acquaintance() -> None:
    ann = cast.ann()
    cy, bo = cast.known(ann, "Cy Park"), cast.known(ann, "Bo Lindqvist")
    met(cy, "2026-10-01")
    met(bo, TODAY.isoformat())
    talked(bo, 8, 15)
    assert "follow_up" not in kinds(ann)
