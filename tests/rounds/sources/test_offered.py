"""A place or a seat that came free is kept for whoever is first in line: that is a card until it is answered."""

import pytest

import cast
from events.gathering import evening, says
from groups.harbour import NOW, belongs, chapter
from rapport.events.models import Event, Rsvp
from rapport.seats import applying, filling
from rapport.seats.models import Application
from rounds.morning import card, kinds
from seats.chairs import allowed, applied, seated

pytestmark = pytest.mark.django_db


def test_a_free_place_is_a_card_until_it_is_taken() -> None:
    ann, bo = cast.ann(), cast.bo()
    date = evening(cast.mo(), capacity=1)
    says(date, bo)
    says(date, ann)
    assert "offered" not in kinds(ann)
    says(date, bo, "no")
    found = card(ann, "offered")
    assert found.act == f"A place is free for you: {date.event.title}"
    assert found.reason.startswith("It is kept for you until Thursday 19 November")
    assert found.url == date.event.path
    says(date, ann)
    assert (Rsvp.objects.get(member=ann).answer, "offered" in kinds(ann)) == ("yes", False)


def test_nothing_is_offered_of_a_gathering_that_is_cancelled() -> None:
    ann, bo = cast.ann(), cast.bo()
    date = evening(cast.mo(), capacity=1)
    for who in (bo, ann):
        says(date, who)
    says(date, bo, "no")
    Event.objects.update(cancelled_at=NOW)
    assert "offered" not in kinds(ann)


def test_a_free_seat_is_a_card_of_the_first_in_line() -> None:
    people = cast.all_four()
    ann, bo, cy, mo = (people[who] for who in ("ann", "bo", "cy", "mo"))
    group = chapter(bo, led_by=mo)
    seated(group, bo)
    for who in (ann, cy):
        belongs(group, who)
        allowed(applied(who, group), mo)
    filling.release(by=bo, holding=filling.held(group).get(), why="", now=NOW)
    found = card(ann, "offered")
    assert found.act == "A seat is free for you: Plumber, Harbour Chapter"
    assert (found.url, "offered" in kinds(cy)) == (f"{group.path}seats/", False)
    applying.take(member=ann, application=Application.objects.get(member=ann), now=NOW)
    assert "offered" not in kinds(ann)
