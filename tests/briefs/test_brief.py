"""The brief before an event, for one reader."""

from datetime import date

import pytest

import cast
from events.gathering import evening, guests, says
from people.pages import as_member, words
from rapport.briefs.brief import Brief, Line, brief_of
from rapport.briefs.spark import Spark
from rapport.events.models import Occurrence
from rapport.ledger.models import Promise, Wish
from rapport.ledger.wishes import wish
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.people.gathering import was_there
from rapport.people.models import Book, Interest, Occasion
from rapport.profiles.models import ShownInterest
from rapport.ties.linking import link

pytestmark = pytest.mark.django_db


def told(date: Occurrence, viewer: Member) -> Brief:
    return brief_of(date.event, date, viewer, Book.of(viewer))


def names(lines: list[Line]) -> list[str]:
    return [line.name for line in lines]


def test_each_stands_once_under_the_strongest_reason() -> None:
    ann, bo, cy, mo = cast.all_four().values()
    zhanna = cast.member("zhanna", "Zhanna Orlova")
    date = evening(mo)
    for one in (ann, bo, zhanna):
        says(date, one)
    says(date, cy, is_new=True, is_alone=True, is_glad=True)
    link(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=cast.MORNING)
    wish(Book.of(ann), name="Zhanna Orlova", now=cast.MORNING, why="She runs the grant fund")
    found = told(date, ann)
    assert (names(found.wished), names(found.mine), names(found.to_find)) == (
        ["Zhanna Orlova"],
        ["Bo Lindqvist"],
        ["Cy Park"],
    )
    assert found.wished[0].why == "She runs the grant fund"
    assert found.to_find[0].why == "new here, coming alone, glad to be found"
    assert "I am Ann." in found.to_find[0].opener


def test_new_or_alone_is_told_only_of_those_glad_to_be_found() -> None:
    ann, cy, mo = cast.ann(), cast.cy(), cast.mo()
    date = evening(mo)
    says(date, cy, is_alone=True)
    assert told(date, ann).is_empty


def test_whoever_hides_or_is_blocked_is_absent() -> None:
    ann, bo, cy, mo = cast.all_four().values()
    for one in (bo, cy):
        link(person=cast.known(ann, one.name), member=one, now=cast.MORNING)
    date = evening(mo)
    says(date, bo, is_shown=False)
    says(date, cy)
    assert names(told(date, ann).mine) == ["Cy Park"]
    block(by=cy, other=ann, now=cast.MORNING)
    assert told(date, ann).is_empty


def test_connections_and_those_in_the_private_calendar_are_mine() -> None:
    ann, bo, mo = cast.ann(), cast.bo(), cast.mo()
    date = evening(mo)
    says(date, bo)
    Connection.objects.create(member=ann, other=bo)
    sal = cast.known(ann, "Sal Moretti")
    held = Occasion.objects.create(book=sal.book, key="c", title="LinkedAmaranth", begins_on="2026-11-19")
    was_there(occasion=held, people=[sal], now=cast.MORNING, answer="accepted")
    assert names(told(date, ann).mine) == ["Bo Lindqvist", "Sal Moretti"]


def test_the_line_to_begin_with_is_what_is_owed_then_what_they_care_about() -> None:
    ann, bo, cy, mo = cast.all_four().values()
    date = evening(mo)
    people = {one: cast.known(ann, one.name) for one in (bo, cy)}
    for number, (one, person) in enumerate(people.items(), 1):
        says(date, one)
        link(person=person, member=one, now=cast.MORNING)
        told_of = {"book": person.book, "person": person, "number": number * 2}
        Interest.objects.create(**told_of, key="a", topic="drink", word="confided", is_confided=True)
        Interest.objects.create(**told_of | {"number": number * 2 + 1}, key="b", topic="moths", word="butterflies")
    bo_s = people[bo]
    Promise.objects.create(book=bo_s.book, person=bo_s, what="the workbook", made_on=date_of(), due_on=date_of())
    assert [line.opener for line in told(date, ann).mine] == ["You promised: the workbook.", "Ask about butterflies."]


def date_of() -> date:
    return cast.MORNING.date()


def test_other_rooms_may_tell_what_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    ann, cy, mo = cast.ann(), cast.cy(), cast.mo()
    at = evening(mo)
    says(at, cy)
    spark = Spark(lambda viewer, members: dict.fromkeys(members, "butterflies"))
    monkeypatch.setattr("rapport.briefs.spark.sparks", lambda: (spark,))
    assert [line.why for line in told(at, ann).sparks] == ["butterflies"]


def test_however_many_come_it_takes_the_same_questions(django_assert_max_num_queries: object) -> None:
    ann, mo = cast.ann(), cast.mo()
    at = evening(mo)
    for one in guests(12):
        says(at, one, is_glad=True)
        link(person=cast.known(ann, one.name), member=one, now=cast.MORNING)
    Book.of(ann)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert len(told(at, ann).mine) == 12


def test_only_the_reader_sees_their_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)
    ann, bo, mo = cast.ann(), cast.bo(), cast.mo()
    at = evening(mo)
    says(at, bo)
    person = cast.known(ann, "Bo of the pipes")
    link(person=person, member=bo, now=cast.MORNING)
    Wish.objects.create(book=person.book, number=1, person=person, name="Bo", why="secret reason")
    assert "secret reason" in words(as_member(ann).get(f"{at.event.path}brief/"))
    for one in (bo, mo):
        page = words(as_member(one).get(f"{at.event.path}brief/"))
        assert "secret reason" not in page
        assert "Bo of the pipes" not in page


def test_who_shows_that_they_care_for_the_same_rare_thing_is_a_spark() -> None:
    ann, bo, cy, mo = cast.all_four().values()
    date = evening(mo)
    for one in (bo, cy):
        says(date, one)
    for member, audience in ((ann, Audience.LIVING_ROOM), (bo, Audience.MEMBERS), (cy, Audience.CONNECTIONS)):
        ShownInterest.objects.create(member=member, key="butterflies", text="butterflies", audience=audience)
    found = told(date, ann)
    assert [(line.name, line.why) for line in found.sparks] == [("Bo Lindqvist", "You both care for butterflies")]
