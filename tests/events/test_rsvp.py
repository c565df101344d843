"""Yes, maybe, no: and what becomes of places."""

from datetime import timedelta

import pytest

import cast
from events.gathering import answers, evening, event, guests, says
from rapport.events.calling_off import call_off
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.rsvp import answer
from rapport.groups.models import Group, Membership
from rapport.journal.models import Deed
from rapport.members.blocking import block
from rapport.members.leave import leave

pytestmark = pytest.mark.django_db


def taken(date: Occurrence) -> int:
    return Occurrence.objects.get(pk=date.pk).taken


def test_guests_count() -> None:
    date = evening(cast.mo(), capacity=5)
    says(date, cast.ann(), guests=2)
    assert taken(date) == 3
    assert says(date, cast.bo(), guests=2).answer == "waiting"
    assert says(date, cast.cy(), guests=1).answer == "yes"


def test_changing_one_s_mind_gives_back_what_was_taken() -> None:
    date, ann = evening(cast.mo(), capacity=5), cast.ann()
    for what, many in (("yes", 3), ("yes", 1), ("maybe", 0), ("yes", 0), ("no", 0)):
        says(date, ann, what, many)
    assert taken(date) == 0
    assert Rsvp.objects.count() == 1


def test_a_full_event_still_lets_one_say_no() -> None:
    date = evening(cast.mo(), capacity=1)
    says(date, cast.ann())
    bo = cast.bo()
    says(date, bo)
    assert says(date, bo, "no").answer == "no"
    assert answers(date) == {"ann": "yes", "bo": "no"}


def test_more_guests_than_there_is_room_for_leave_what_one_had() -> None:
    date, ann = evening(cast.mo(), capacity=3), cast.ann()
    says(date, ann)
    says(date, cast.bo(), guests=1)
    with pytest.raises(ValueError, match="no room"):
        says(date, ann, guests=1)
    assert answers(date)["ann"] == "yes"


@pytest.mark.parametrize(("many", "why"), [(11, "at most 10"), (-1, "at most 10"), (4, "only 3 places")])
def test_too_many_guests_get_a_sentence(many: int, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        says(evening(cast.mo(), capacity=3), cast.ann(), guests=many)


def test_what_is_over_or_called_off_takes_no_answer() -> None:
    mo, ann = cast.mo(), cast.ann()
    date = evening(mo)
    with pytest.raises(ValueError, match="over"):
        answer(occurrence=date, member=ann, says="yes", now=cast.MORNING + timedelta(days=1))
    call_off(event=date.event, by=mo, now=cast.MORNING)
    with pytest.raises(ValueError, match="cancelled"):
        says(date, ann)


def test_fewer_places_leave_those_who_have_one() -> None:
    date = evening(cast.mo(), capacity=3)
    for one in guests(3):
        says(date, one)
    Event.objects.update(capacity=1)
    assert says(date, cast.ann()).answer == "waiting"
    assert list(answers(date).values()).count("yes") == 3


def test_who_may_not_see_it_cannot_answer() -> None:
    mo = cast.mo()
    group = Group.objects.create(handle="chapter", name="Chapter")
    Membership.objects.create(group=group, member=mo, role="organiser")
    date = evening(mo, group=group, audience="group")
    with pytest.raises(LookupError):
        says(date, cast.cy())


def test_a_block_while_the_answer_stands_takes_it_back() -> None:
    mo, bo = cast.mo(), cast.bo()
    date = evening(mo, capacity=1)
    says(date, bo)
    cy = cast.cy()
    says(date, cy)
    block(by=bo, other=mo, now=cast.MORNING)
    assert answers(date) == {"cy": "offered"}
    with pytest.raises(LookupError):
        says(date, bo)


def test_who_leaves_the_hub_frees_their_place_and_calls_off_what_they_gave_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)
    mo, bo = cast.mo(), cast.bo()
    date, own = evening(mo, capacity=1), event(bo)
    says(date, bo)
    says(date, cast.cy())
    leave(bo, now=cast.MORNING)
    assert answers(date) == {"cy": "offered"}
    own.refresh_from_db()
    assert own.cancelled_at is not None
    assert own.made_by is None


def test_coming_is_a_deed_unless_it_is_hidden() -> None:
    date, ann = evening(cast.mo()), cast.ann()
    says(date, ann)
    says(date, ann)
    assert Deed.objects.filter(verb="event.answer").count() == 1
    says(date, ann, is_shown=False)
    assert not Deed.objects.filter(verb="event.answer").exists()
