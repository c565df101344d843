"""Contact days and counters follow the touches, by whatever path these came."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cast
from rapport.people.models import Book, Person
from rapport.ties.counting import ROOM_FULL, counts
from rapport.ties.models import ContactDay, Interaction, Tie, Touch
from rapport.ties.record import amend, log, unlog
from rapport.ties.recount import recount
from rapport.ties.strength import Course

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)
SAME = (
    *("contact_days", "first_day", "last_day", "last_out", "last_in", "last_touch", "lscore", "unanswered"),
    *("first_touch", "first_online", "first_meeting"),
)
DAYS = st.integers(TODAY.toordinal() - 2000, TODAY.toordinal())
TOUCHES = st.lists(st.tuples(DAYS, st.sampled_from(("out", "in", "both")), st.booleans()), max_size=12)


def told(person: Person, day: int, way: str, is_counting: bool) -> Touch:
    number = person.book.next_numbers("interaction")[0]
    made = Interaction.objects.create(
        book=person.book, number=number, key=f"k{number}", kind="mail", channel="email", precision="day", day=day
    )
    touched = Touch.of(made, person, way, counts=is_counting)
    touched.save()
    return touched


def tie(person: Person) -> dict[str, Any]:
    found = Tie.objects.get(person=person)
    return {name: getattr(found, name) for name in SAME}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(touches=TOUCHES, order=st.randoms(use_true_random=False))
def test_the_same_touches_give_the_same_tie_in_any_order(touches: list[tuple[int, str, bool]], order: Any) -> None:
    book = Book.of(cast.Member.objects.first() or cast.ann())
    at_once, one_by_one = cast.known_in(book, "Bo"), cast.known_in(book, "Bo again")
    for touch in touches:
        told(at_once, *touch)
    recount(book, [at_once.pk])
    shuffled = list(touches)
    order.shuffle(shuffled)
    recount(book, [one_by_one.pk])
    for touch in shuffled:
        told(one_by_one, *touch)
        recount(book, [one_by_one.pk])
    assert tie(at_once) == tie(one_by_one)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(touches=TOUCHES)
def test_the_tie_is_the_course_of_its_days(touches: list[tuple[int, str, bool]]) -> None:
    book = Book.of(cast.Member.objects.first() or cast.ann())
    bo = cast.known_in(book, "Bo")
    for touch in touches:
        told(bo, *touch)
    recount(book, [bo.pk])
    counted = [(day, way != "in", way != "out") for day, way, is_counting in touches if is_counting]
    course, kept = Course.rebuilt(counted), tie(bo)
    days = [day for day, *_ in touches]
    assert kept.pop("last_touch") == max(days, default=None)
    assert kept.pop("first_touch") == kept.pop("first_online") == min(days, default=None)
    assert kept.pop("first_meeting") is None
    assert kept == {name: getattr(course, name) for name in kept}


def test_a_thousand_mails_of_a_day_are_one_day_in_touch() -> None:
    bo = cast.known(cast.ann(), "Bo")
    for _ in range(30):
        told(bo, TODAY.toordinal(), "in", True)
    recount(bo.book, [bo.pk])
    assert tie(bo)["contact_days"] == 1
    assert tie(bo)["lscore"] == pytest.approx(TODAY.toordinal() / 60)


@pytest.mark.parametrize(
    ("kind", "parties", "is_mass", "is_counting"),
    [
        ("mail", 1, False, True),
        ("mail", 1, True, False),
        ("mail", ROOM_FULL, False, True),
        ("mail", ROOM_FULL + 1, False, False),
        ("meeting", ROOM_FULL + 1, False, False),
        ("reaction", 1, False, False),
        ("connection", 1, False, False),
        ("thanks", 1, False, True),
    ],
)
def test_what_counts(kind: str, parties: int, is_mass: bool, is_counting: bool) -> None:
    assert counts(kind, parties, is_mass) is is_counting


def test_what_does_not_count_makes_no_day_but_moves_the_wish() -> None:
    bo = cast.known(cast.ann(), "Bo")
    told(bo, TODAY.toordinal(), "in", False)
    recount(bo.book, [bo.pk])
    assert not ContactDay.objects.exists()
    assert tie(bo)["last_touch"] == TODAY.toordinal()


def test_firsts_are_kept_by_what_they_were_and_follow_a_change() -> None:
    bo, days = cast.known(cast.ann(), "Bo"), [TODAY - timedelta(back) for back in (9, 6, 3)]
    kinds = zip(("call", "mail", "meeting"), days, strict=True)
    *_, met = (log(people=[bo], kind=kind, channel="", direction="both", now=cast.MORNING, on=on) for kind, on in kinds)
    ordinals = [day.toordinal() for day in days]
    assert [tie(bo)[name] for name in ("first_touch", "first_online", "first_meeting")] == ordinals
    amend(met, kind="call", channel="phone", direction="out", on=TODAY - timedelta(12), text="")
    assert tie(bo)["first_meeting"] is None
    assert tie(bo)["first_touch"] == ordinals[0] - 3


def test_tries_without_an_answer_are_counted_in_days() -> None:
    bo = cast.known(cast.ann(), "Bo")
    for back, way in ((9, "in"), (5, "out"), (5, "out"), (2, "out")):
        told(bo, TODAY.toordinal() - back, way, True)
    recount(bo.book, [bo.pk])
    assert tie(bo)["unanswered"] == 2
    told(bo, TODAY.toordinal() - 1, "in", True)
    recount(bo.book, [bo.pk])
    assert tie(bo)["unanswered"] == 0


def test_twice_is_once_and_the_owner_s_own_wish_stays() -> None:
    bo = cast.known(cast.ann(), "Bo")
    told(bo, TODAY.toordinal(), "both", True)
    recount(bo.book, [bo.pk])
    Tie.objects.update(cadence=14, layer_pin=5, is_hand=True)
    before = Tie.objects.values().get()
    recount(bo.book, [bo.pk])
    assert Tie.objects.values().get() == before


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/London", date(2026, 10, 25)),  # the hour that comes twice
        (datetime(2026, 3, 29, 23, 30, tzinfo=UTC), "Europe/London", date(2026, 3, 30)),  # an hour later already
        (datetime(2028, 2, 29, 23, 0, tzinfo=UTC), "Pacific/Auckland", date(2028, 3, 1)),
        (datetime(2028, 3, 1, 4, 0, tzinfo=UTC), "America/New_York", date(2028, 2, 29)),
    ],
)
def test_a_day_is_the_owner_s_own(now: datetime, zone: str, day: date) -> None:
    ann = cast.ann()
    ann.zone = zone
    ann.save()
    log(people=[cast.known(ann, "Bo")], kind="call", channel="phone", direction="both", now=now)
    assert ContactDay.objects.get().day == day.toordinal()


def test_one_touch_with_an_origin_is_written_once() -> None:
    bo = cast.known(cast.ann(), "Bo")
    for _ in range(2):
        log(people=[bo], kind="call", channel="phone", direction="both", now=cast.MORNING, origin="answer:1")
    assert Interaction.objects.count() == 1


def test_a_meeting_of_many_is_one_and_goes_as_one() -> None:
    ann = cast.ann()
    people = [cast.known(ann, name) for name in ("Bo", "Sal", "Li")]
    met = log(people=people, kind="meeting", channel="in_person", direction="both", now=cast.MORNING)
    assert ContactDay.objects.count() == 3
    amend(met, kind="call", channel="phone", direction="out", on=TODAY - timedelta(1), text="instead")
    assert set(ContactDay.objects.values_list("day", "was_in")) == {(TODAY.toordinal() - 1, False)}
    unlog(met)
    assert not ContactDay.objects.exists()
    assert set(Tie.objects.values_list("contact_days", "last_touch")) == {(0, None)}
