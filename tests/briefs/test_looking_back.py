"""'Whom did you meet?': ticks and typed names become people of the book."""

from datetime import date, timedelta
from typing import Any

import pytest

import cast
from events.gathering import evening, guests, says
from people.pages import as_member, words
from rapport.events.checkin import check_in
from rapport.events.models import Attendance, Occurrence
from rapport.ledger.models import ListEntry, Promise
from rapport.members.models import Member
from rapport.people.models import Link, Met, Occasion, Person
from rapport.ties.linking import link
from rapport.ties.models import ContactDay

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Occurrence:
    """Yesterday's evening, with Ann there."""
    found = evening(cast.mo())
    there(found, cast.ann())
    monkeypatch.setattr("rapport.kit.clock.now", lambda: found.ends_at + timedelta(hours=9))
    return found


def there(at: Occurrence, *members: Member) -> None:
    Attendance.objects.bulk_create(Attendance(occurrence=at, member=one) for one in members)


def kept(at: Occurrence, **form: Any) -> str:
    browser = as_member(Member.objects.get(handle="ann"))
    return words(browser.post(f"{at.event.path}met/", {"rows": "6"} | form, follow=True))


def test_a_tick_makes_a_person_a_link_a_meeting_and_a_follow_up(at: Occurrence) -> None:
    bo = cast.bo()
    there(at, bo)
    more = {"line-@bo": "plumber, loves butterflies", "words-@bo": "#chapter", "days-@bo": "3"}
    page = kept(at, **{"was-bo": "on"} | more)
    assert "1 person is in your book. 1 follow-up will come up on its day." in page
    person = Person.objects.get()
    assert (person.name, Link.objects.get().member, Link.objects.get().person) == ("Bo Lindqvist", bo, person)
    assert Met.objects.get().how == "met at LinkedAmaranth"
    assert Promise.objects.get().due_on == date(2026, 11, 22)
    assert ListEntry.objects.get().list.name == "chapter"
    assert ContactDay.objects.get().day == date(2026, 11, 19).toordinal()


def test_eleven_people_at_once_members_and_others(at: Occurrence) -> None:
    there(at, *guests(8))
    ticks = {f"was-guest{n}": "on" for n in range(8)}
    assert "11 people are in your book." in kept(
        at, **ticks, **{"name-0": "Sal", "name-1": "יעל כהן"}, paste="Li Ola\n"
    )
    assert set(Met.objects.values_list("how", flat=True)) == {"met at LinkedAmaranth"}
    assert (Met.objects.count(), Link.objects.count()) == (11, 8)


def test_who_is_linked_already_is_met_again_and_not_added(at: Occurrence) -> None:
    bo = cast.bo()
    there(at, bo)
    person = cast.known(Member.objects.get(handle="ann"), "Bo of the pipes")
    link(person=person, member=bo, now=cast.MORNING)
    assert "in your book" in words(as_member(person.book.owner).get(f"{at.event.path}met/"))
    kept(at, **{"was-bo": "on"})
    assert Person.objects.get() == person


def test_a_namesake_in_the_book_is_asked_about_and_can_be_the_one(at: Occurrence) -> None:
    bo = cast.bo()
    there(at, bo)
    person = cast.known(Member.objects.get(handle="ann"), "Bo Lindqvist")
    assert "Say whether they are the same" in kept(at, **{"was-bo": "on"})
    kept(at, **{"was-bo": "on", "as-@bo": str(person.number)})
    assert Link.objects.get().person == person


def test_nobody_ticked_is_a_sentence_and_a_handle_that_was_not_there_counts_for_nothing(at: Occurrence) -> None:
    cast.bo()
    assert "Tick somebody, or write a name." in kept(at, **{"was-bo": "on"})
    assert not Person.objects.exists()


def test_those_who_hid_are_not_listed_whatever_the_list_at_the_door_says(at: Occurrence) -> None:
    cy = cast.cy()
    says(at, cy, is_shown=False)
    check_in(occurrence=at, member=cy, by=cy, now=at.starts_at)
    assert "Cy Park" not in words(as_member(Member.objects.get(handle="ann")).get(f"{at.event.path}met/"))


def test_who_was_not_there_has_no_such_page(at: Occurrence) -> None:
    assert as_member(cast.bo()).get(f"{at.event.path}met/").status_code == 404
    answer = as_member(Member.objects.get(handle="bo")).post(f"{at.event.path}was-there/")
    assert answer["Location"].endswith("met/?on=2026-11-19")


@pytest.mark.parametrize("title", ["Linkedamaranth", "Drinks at the harbour"])
def test_what_a_calendar_brought_in_is_the_same_evening(at: Occurrence, title: str) -> None:
    """By its name, or by the hour at which it began under another."""
    ann = Member.objects.get(handle="ann")
    bo = cast.bo()
    there(at, bo)
    book = cast.known(ann, "Sal Moretti").book
    on, begins = at.day, at.starts_at
    Occasion.objects.create(book=book, key="ics:1", title=title, begins_on=on, begins_at=begins)
    kept(at, **{"was-bo": "on"})
    assert [one.title for one in Occasion.objects.all()] == [title]
    assert Met.objects.get(person__name="Bo Lindqvist").how == f"met at {title}"


def test_of_two_at_one_hour_it_is_that_of_the_name(at: Occurrence) -> None:
    book = cast.known(Member.objects.get(handle="ann"), "Sal Moretti").book
    told = {"book": book, "begins_on": at.day, "begins_at": at.starts_at}
    Occasion.objects.create(key="ics:1", number=1, title="Call the plumber", **told)
    Occasion.objects.create(key="ics:2", number=2, title="LinkedAmaranth", **told)
    kept(at, **{"name-0": "Bo Lindqvist"})
    assert Met.objects.get().how == "met at LinkedAmaranth"
