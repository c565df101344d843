"""The pages: what stands on them, and how little it takes to show them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import cast
from events.gathering import evening, event, guests, says
from people.pages import as_member, words
from rapport.events.calling_off import call_off_date
from rapport.events.models import Attendance, Event, Occurrence, Rsvp
from rapport.events.showing.gatherings import of_group, with_member, with_person
from rapport.groups.models import Group, Membership
from rapport.ledger.meeting import Somebody, meet
from rapport.members.models import Account, Member
from rapport.people.gathering import occasion_named
from rapport.people.models import Book, Occasion
from rapport.people.typed import read
from rapport.ties.linking import link

pytestmark = pytest.mark.django_db
LATE = datetime(2026, 12, 24, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)


def crowd(at: Occurrence, count: int) -> None:
    """So many who said yes, written at once."""
    accounts = Account.objects.bulk_create(Account(email=f"c{n}@town.example") for n in range(count))
    members = Member.objects.bulk_create(
        Member(account=account, handle=f"c{n}", name=f"Crowd {n:03}", zone="UTC") for n, account in enumerate(accounts)
    )
    Rsvp.objects.bulk_create(Rsvp(occurrence=at, member=member, answer="yes") for member in members)
    Occurrence.objects.filter(pk=at.pk).update(taken=count)


def test_an_event_with_five_hundred_answers_takes_few_questions(django_assert_max_num_queries: Any) -> None:
    at, ann = evening(cast.mo(), capacity=600), cast.ann()
    crowd(at, 500)
    browser = as_member(ann)
    with django_assert_max_num_queries(15):
        page = words(browser.get(at.event.path))
    assert "100 of 600 are free" in page
    assert (page.count("Crowd "), "coming/" in page) == (24, True)
    with django_assert_max_num_queries(12):
        assert words(browser.get(f"{at.event.path}coming/")).count("Crowd ") == 100


def test_the_lists_take_as_many_questions_for_thirty_events_as_for_one(django_assert_max_num_queries: Any) -> None:
    mo = cast.mo()
    event(mo, rule="FREQ=WEEKLY;BYDAY=TH")
    browser = as_member(mo)
    for address, most in (("/events/", 9), ("/events/mine/", 9), ("/events/?month=2026-12", 9)):
        with django_assert_max_num_queries(most):
            assert "LinkedAmaranth" in words(browser.get(address))


def test_the_list_has_pages_and_ends() -> None:
    mo = cast.mo()
    dates = [Occurrence.objects.get(event=event(mo, on=date(2026, 12, day))) for day in range(1, 13)]
    Event.objects.bulk_create(
        Event(title="More", made_by=mo, zone="UTC", on=at.day, at="10:00", minutes=5, made_at=cast.MORNING)
        for at in dates * 2
    )
    Occurrence.objects.bulk_create(
        Occurrence(event=more, day=more.on, starts_at=LATE, ends_at=LATE) for more in Event.objects.filter(title="More")
    )
    browser = as_member(mo)
    page = words(browser.get("/events/"))
    assert page.count('class="date-row') == 30
    mark = page.partition("?after=")[2].partition('"')[0]
    last = words(browser.get(f"/events/?after={mark}"))
    assert last.count('class="date-row') == 6
    assert "That is all that is planned." in last


def test_a_series_stands_in_the_list_once_and_in_mine_as_often_as_i_answered() -> None:
    mo, ann = cast.mo(), cast.ann()
    made = event(mo, rule="FREQ=WEEKLY;BYDAY=TH")
    first, second, third = Occurrence.objects.filter(event=made).order_by("day")[:3]
    call_off_date(occurrence=first, by=mo, now=cast.MORNING)
    for at in (second, third):
        says(at, ann)
    browser = as_member(ann)
    page = words(browser.get("/events/"))
    assert (page.count('class="date-row'), "2026-11-26" in page, "every week" in page) == (1, True, True)
    assert words(browser.get("/events/mine/")).count('class="date-row') == 2
    assert words(as_member(mo).get("/events/mine/")).count('class="date-row') == 1


def test_a_month_shows_what_the_wall_s_own_calendar_shows() -> None:
    mo = cast.mo()
    event(mo, title="Auckland breakfast", zone="Pacific/Auckland", on=date(2026, 12, 1))
    browser = as_member(mo)
    assert "Auckland breakfast" in words(browser.get("/events/?month=2026-12"))
    assert "Auckland breakfast" not in words(browser.get("/events/?month=2026-11"))
    for nonsense in ("x", "2026-13", "0000-01", "99999-01"):
        assert browser.get(f"/events/?month={nonsense}").status_code == 200


def test_the_reader_s_own_hour_stands_beside_another_zone() -> None:
    made = event(cast.mo(), zone="America/New_York")
    browser = as_member(cast.ann())
    assert "18:30 New York time" in words(browser.get("/events/"))
    page = words(browser.get(made.path))
    assert "Thursday 19 November 2026, 18:30 to 21:00" in page
    assert "New York time; where you are, 23:30" in page


def test_each_date_of_a_series_is_answered_for_itself() -> None:
    ann = cast.ann()
    made = event(cast.mo(), rule="FREQ=WEEKLY;BYDAY=TH")
    browser = as_member(ann)
    browser.post(f"{made.path}answer/", {"says": "yes", "on": "2026-11-26", "guests": "1"})
    assert "1 guest comes with you." in words(browser.get(f"{made.path}?on=2026-11-26"))
    assert "You come." not in words(browser.get(made.path))
    for nowhere in ("2026-11-27", "x", "2026-99-99"):
        assert browser.get(f"{made.path}?on={nowhere}").status_code == 404


def test_answers_that_make_no_sense_get_a_sentence() -> None:
    at, browser = evening(cast.mo(), capacity=2), as_member(cast.ann())
    for wrong, why in (
        ({"says": "perhaps"}, "Say yes, perhaps or no"),
        ({"says": "yes", "guests": "many"}, "in figures"),
        ({"says": "yes", "guests": "11"}, "at most 10"),
        ({"says": "yes", "guests": "5"}, "only 2 places"),
    ):
        assert why in words(browser.post(f"{at.event.path}answer/", wrong, follow=True))
    assert not Rsvp.objects.exists()


def test_the_offer_is_taken_on_the_page() -> None:
    at = evening(cast.mo(), capacity=1)
    first, second = guests(2)
    says(at, first)
    page = words(as_member(second).post(f"{at.event.path}answer/", {"says": "yes"}, follow=True))
    assert "You are on the waiting list" in page
    as_member(first).post(f"{at.event.path}answer/", {"says": "no"})
    assert "A place is kept for you until Thursday 19 November 2026, 13:05." in words(
        as_member(second).get(at.event.path)
    )
    assert "The place is yours." in words(
        as_member(second).post(f"{at.event.path}answer/", {"says": "yes"}, follow=True)
    )


def test_the_next_date_is_shown_and_not_one_called_off() -> None:
    mo = cast.mo()
    made = event(mo, rule="FREQ=WEEKLY;BYDAY=TH")
    call_off_date(occurrence=Occurrence.objects.filter(event=made).earliest("day"), by=mo, now=cast.MORNING)
    page = words(as_member(mo).get(made.path))
    assert "Thursday 26 November 2026" in page
    assert "called off" in page


class Shown:
    def __init__(self, **told: Any) -> None:
        vars(self).update(told)


def test_a_group_s_page_names_its_next_gatherings() -> None:
    mo, cy = cast.mo(), cast.cy()
    group = Group.objects.create(handle="chapter", name="Chapter")
    membership = Membership.objects.create(group=group, member=mo, role="organiser")
    event(mo, group=group, audience="group", rule="FREQ=WEEKLY;BYDAY=TH")
    mine = of_group(None, Shown(group=group, viewer=mo, membership=membership))  # type: ignore[arg-type]
    assert mine is not None
    assert (len(mine["rows"]), mine["may_make"]) == (3, True)
    assert of_group(None, Shown(group=group, viewer=cy, membership=None)) is None  # type: ignore[arg-type]


def test_a_weekly_series_does_not_take_all_the_places() -> None:
    mo = cast.mo()
    group = Group.objects.create(handle="chapter", name="Chapter")
    event(mo, group=group, rule="FREQ=WEEKLY;BYDAY=TH")
    event(mo, group=group, title="Walk", on=date(2027, 1, 30))
    found = of_group(None, Shown(group=group, viewer=mo, membership=None))  # type: ignore[arg-type]
    assert found is not None
    assert [row.event.title for row in found["rows"]] == ["LinkedAmaranth", "LinkedAmaranth", "Walk"]


def test_where_two_met_counts_the_hub_and_the_owner_s_notes_once_each() -> None:
    ann, bo = cast.ann(), cast.bo()
    person = cast.known(ann, "Bo Lindqvist")
    link(person=person, member=bo, now=cast.MORNING)
    at = evening(cast.mo())
    Attendance.objects.bulk_create(Attendance(occurrence=at, member=one) for one in (ann, bo))
    for title, on in (("LinkedAmaranth", date(2026, 11, 19)), ("A walk", date(2026, 5, 2))):
        known = occasion_named(book=person.book, title=title, on=on)
        meet(
            book=person.book,
            occasion=known,
            on=on,
            people=[Somebody(read("Bo Lindqvist", "GB", may_be_note=False), person)],
            now=cast.MORNING,
        )
    request = Shown(member=ann)
    found = with_person(request, person)
    assert found is not None
    assert [(title, path.split("/")[1]) for title, path, _ in found["rows"]] == [
        ("LinkedAmaranth", "events"),
        ("A walk", "occasions"),
    ]
    shared = with_member(request, Shown(viewer=bo, member=ann))  # type: ignore[arg-type]
    assert shared is not None
    assert shared["count"] == 1
    assert "Where you met" in words(as_member(ann).get(person.path))


def test_tonight_stands_beside_the_morning_once() -> None:
    ann, bo = cast.ann(), cast.bo()
    at = evening(cast.mo())
    for one in (ann, bo):
        says(at, one)
    link(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=cast.MORNING)
    for number, title, begins in ((1, "LinkedAmaranth", None), (2, "Drinks", at.starts_at), (3, "Dentist", None)):
        Occasion.objects.create(
            book=Book.of(ann), number=number, key=title, title=title, begins_on=date(2026, 11, 19), begins_at=begins
        )
    page = words(as_member(ann).get("/today/beside/"))
    assert "1 of your people comes:" in page
    assert page.count("LinkedAmaranth") == 1
    assert "Dentist" in page
    assert "Drinks" not in page


def test_what_one_declined_or_only_others_answered_is_not_tonight() -> None:
    ann, bo = cast.ann(), cast.bo()
    at, other = evening(cast.mo()), evening(cast.member("nell", "Nell"), title="Elsewhere")
    says(at, ann, "no")
    says(other, bo)
    page = words(as_member(ann).get("/today/beside/"))
    assert "LinkedAmaranth" not in page
    assert "Elsewhere" not in page


def test_an_evening_that_is_over_asks_whom_one_met(monkeypatch: pytest.MonkeyPatch) -> None:
    at, ann = evening(cast.mo()), cast.ann()
    says(at, ann)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: at.ends_at + timedelta(hours=1))
    page = words(as_member(ann).get(at.event.path))
    assert "Whom did you meet?" in page
    assert "I was there" in page
    assert "Do you come?" not in page
