"""The waiting list: in order, offered for a time, moving by itself."""

from datetime import timedelta

import pytest

import cast
from events.gathering import answers, evening, guests, says
from people.pages import as_member, words
from rapport.events.make import change
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.rsvp import answer
from rapport.events.waiting import lapse, until
from rapport.journal.models import Deed
from rapport.members.models import Account

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_free_place_is_offered_to_the_first_who_is_told() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, third = guests(3)
    for one in (first, second, third):
        says(date, one)
    says(date, first, "no")
    assert answers(date) == {"guest0": "no", "guest1": "offered", "guest2": "waiting"}
    deed = Deed.objects.get(verb="event.offer")
    assert [one.member for one in deed.towards.all()] == [second]
    assert says(date, second).answer == "yes"
    assert not Deed.objects.filter(verb="event.offer").exists(), "what was taken asks for no answer"


def test_who_declines_the_offer_passes_it_on() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, third = guests(3)
    for one in (first, second, third):
        says(date, one)
    says(date, first, "maybe")
    says(date, second, "no")
    assert answers(date)["guest2"] == "offered"


def test_an_offer_that_nobody_takes_goes_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, third = guests(3)
    for one in (first, second, third):
        says(date, one)
    says(date, first, "no")
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING + 6 * HOUR)
    lapse.func({})
    assert answers(date) == {"guest0": "no", "guest1": "lapsed", "guest2": "offered"}
    told = Deed.objects.filter(towards__member=second).values_list("verb", flat=True)
    assert set(told) == {"event.lapse"}, "it asks for no answer any more, and says why"
    assert Occurrence.objects.get().taken == 1


def test_a_yes_after_the_time_is_over_waits_again() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, third = guests(3)
    for one in (first, second, third):
        says(date, one)
    says(date, first, "no")
    late = answer(occurrence=date, member=second, says="yes", now=cast.MORNING + 6 * HOUR)
    assert late.answer == "waiting"
    assert answers(date)["guest2"] == "offered"


def test_who_comes_later_does_not_pass_those_who_wait() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, late = guests(3)
    says(date, first)
    says(date, second)
    says(date, first, "no")
    assert says(date, late).answer == "waiting"


def test_a_party_that_does_not_fit_keeps_its_place_in_line() -> None:
    date = evening(cast.mo(), capacity=3)
    first, second, third, fourth = guests(4)
    says(date, first)
    says(date, second, guests=1)
    says(date, third, guests=1)
    says(date, fourth)
    says(date, first, "no")
    assert answers(date) == {"guest0": "no", "guest1": "yes", "guest2": "waiting", "guest3": "offered"}
    says(date, second, "no")
    assert answers(date)["guest2"] == "offered"


def test_more_places_are_offered_in_order() -> None:
    mo = cast.mo()
    date = evening(mo, capacity=1)
    for one in guests(4):
        says(date, one)
    event = Event.objects.get()
    event.capacity = 3
    change(event=event, by=mo, now=cast.MORNING)
    assert answers(date) == {"guest0": "yes", "guest1": "offered", "guest2": "offered", "guest3": "waiting"}


def test_without_a_limit_everybody_who_waits_is_asked() -> None:
    mo = cast.mo()
    date = evening(mo, capacity=1)
    for one in guests(3):
        says(date, one)
    event = Event.objects.get()
    event.capacity = None
    change(event=event, by=mo, now=cast.MORNING)
    assert "waiting" not in answers(date).values()


def test_who_is_suspended_is_passed_over_and_keeps_their_place() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second, third = guests(3)
    for one in (first, second, third):
        says(date, one)
    Account.objects.filter(pk=second.account_id).update(is_active=False)
    says(date, first, "no")
    assert answers(date) == {"guest0": "no", "guest1": "waiting", "guest2": "offered"}


@pytest.mark.parametrize(
    ("left", "stands"), [(100 * HOUR, 24 * HOUR), (10 * HOUR, 5 * HOUR), (HOUR, HOUR / 2), (HOUR / 4, HOUR / 4)]
)
def test_an_offer_stands_shorter_the_nearer_the_beginning(left: timedelta, stands: timedelta) -> None:
    assert until(cast.MORNING, cast.MORNING + left) == cast.MORNING + stands


def test_once_it_has_begun_nothing_is_offered() -> None:
    date = evening(cast.mo(), capacity=1)
    first, second = guests(2)
    says(date, first)
    says(date, second)
    answer(occurrence=date, member=first, says="no", now=date.starts_at)
    assert Rsvp.objects.get(member=second).answer == "waiting"


def test_whom_a_place_is_offered_is_not_sent_back_to_the_waiting_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)
    date = evening(cast.mo(), capacity=1)
    first, second = guests(2)
    for one in (first, second):
        says(date, one)
    says(date, first, "no")
    page = words(as_member(second).get(date.event.path))
    assert "A place is kept for you" in page
    assert "Say yes to be put on the waiting list" not in page
    assert "The one place is taken" in page
