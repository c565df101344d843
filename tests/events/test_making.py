"""Making an event by its form: what is kept, and what gets a plain sentence."""

from datetime import date, time
from typing import Any

import pytest

import cast
from events.gathering import evening, event, says
from people.pages import as_member, words
from rapport.events.make import MADE_A_DAY
from rapport.events.models import Event, Occurrence, Rsvp, Speaker
from rapport.groups.models import Group, Membership
from rapport.journal.models import Deed, Toward

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)


def typed(**more: Any) -> dict[str, Any]:
    return {
        "title": "LinkedAmaranth",
        "mode": "rooms",
        "on": "2026-12-03",
        "at": "18:30",
        "ends_at": "21:00",
        "zone": "Europe/London",
        "audience": "members",
    } | more


def refused(**more: Any) -> str:
    answer = as_member(cast.ann()).post("/events/new/", typed(**more))
    assert answer.status_code == 422
    assert not Event.objects.exists()
    return words(answer)


def made(**more: Any) -> Event:
    answer = as_member(cast.ann()).post("/events/new/", typed(**more))
    assert answer.status_code == 302, words(answer)
    return Event.objects.get()


def test_an_event_is_kept_as_it_was_typed() -> None:
    found = made(place="Harbour  Hall", cost="£5", is_paid_at_door="on", capacity="40", may_say_there="on")
    assert (found.place, found.minutes, found.capacity, found.may_say_there) == ("Harbour Hall", 150, 40, True)
    page = words(as_member(found.made_by).get(found.path))
    for said in (
        "Thursday 3 December 2026, 18:30 to 21:00",
        "£5, pay at the door",
        "40 of 40 are free",
        "Harbour Hall",
    ):
        assert said in page


@pytest.mark.parametrize("wrong", [{"ends_at": "18:00"}, {"ends_at": "18:30"}, {"ends_on": "2026-12-02"}])
def test_an_end_before_the_beginning_is_refused_in_a_sentence(wrong: dict[str, str]) -> None:
    assert "It would end before it begins." in refused(**wrong)


def test_it_may_go_past_midnight() -> None:
    assert made(ends_at="02:00", ends_on="2026-12-04").minutes == 450


def test_it_may_last_a_whole_day_online() -> None:
    found = made(mode="online", ends_at="", minutes="1440")
    assert "18:30 to Friday 4 December, 18:30" in words(as_member(found.made_by).get(found.path))


def test_what_lasts_longer_than_a_fortnight_is_refused() -> None:
    assert "a fortnight at most" in refused(ends_on="2027-01-03")


def test_without_an_end_it_lasts_two_hours() -> None:
    assert made(ends_at="").minutes == 120


def test_a_day_alone_is_no_end() -> None:
    assert "Say at what hour" in refused(ends_at="", ends_on="2026-12-04")


def test_a_beginning_in_the_past_is_asked_about() -> None:
    page = refused(on="2026-11-18")
    assert "This lies in the past." in page
    assert "is_past_meant" in page


def test_a_past_that_is_meant_is_kept() -> None:
    assert made(on="2026-11-18", is_past_meant="on").on == date(2026, 11, 18)


def test_an_hour_that_the_clocks_jump_over_is_kept_with_a_word() -> None:
    answer = as_member(cast.ann()).post(
        "/events/new/", typed(on="2027-03-28", at="01:30", ends_at="", minutes="60"), follow=True
    )
    assert "the clocks go forward over 01:30: it begins at 02:30" in words(answer)


@pytest.mark.parametrize(
    ("typed_in", "rule"),
    [
        ({"repeats": "weekly"}, "FREQ=WEEKLY;BYDAY=TH"),
        ({"repeats": "weekly", "every": "2", "weekdays": ["1"]}, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        ({"repeats": "nth", "count": "6"}, "FREQ=MONTHLY;BYDAY=1TH;COUNT=6"),
        ({"repeats": "date", "until": "2027-06-30"}, "FREQ=MONTHLY;BYMONTHDAY=3;UNTIL=20270630"),
    ],
)
def test_when_it_comes_again(typed_in: dict[str, Any], rule: str) -> None:
    found = made(**typed_in)
    assert found.rule == rule
    assert Occurrence.objects.count() > 5
    form = words(as_member(found.made_by).get(f"{found.path}edit/"))
    assert f'value="{typed_in["repeats"]}" selected' in form


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"link": "javascript:alert(1)"},
        {"zone": "Mars/Olympus"},
        {"capacity": "0"},
        {"audience": "group"},
        {"repeats": "weekly", "until": "2026-11-01"},
        {"repeats": "secondly"},
        {"on": "30 February"},
        {"group": "999"},
    ],
)
def test_what_makes_no_sense_is_not_kept(wrong: dict[str, str]) -> None:
    refused(**wrong)


def test_those_of_the_group_hear_of_it_and_only_organisers_invite_in_its_name() -> None:
    mo, ann = cast.mo(), cast.ann()
    group = Group.objects.create(handle="chapter", name="Chapter")
    Membership.objects.create(group=group, member=mo, role="organiser")
    Membership.objects.create(group=group, member=ann)
    assert as_member(ann).post("/events/new/", typed(group=group.pk)).status_code == 422
    as_member(mo).post("/events/new/", typed(group=group.pk, audience="group"))
    assert [one.member for one in Toward.objects.filter(deed__verb="event.make")] == [ann]


def test_nobody_makes_events_all_day_long() -> None:
    ann = cast.ann()
    for n in range(MADE_A_DAY):
        event(ann, title=f"Event {n}")
    assert "Make the next one tomorrow." in words(as_member(ann).post("/events/new/", typed()))


def test_an_event_is_changed_moved_and_called_off_by_its_pages() -> None:
    mo, bo = cast.mo(), cast.bo()
    browser, at = as_member(mo), evening(mo)
    says(at, bo)
    path, on = at.event.path, at.day.isoformat()
    browser.post(f"{path}edit/", typed(on=on, at="19:00", title="Later"))
    browser.post(f"{path}date/", {"do": "move", "on": on, "to": "2026-11-20", "hour": "12:00"})
    assert "Say the day and the hour" in words(browser.post(f"{path}date/", {"do": "move", "to": "x"}, follow=True))
    moved = Occurrence.objects.get()
    assert (moved.moved_on, moved.moved_at) == (date(2026, 11, 20), time(12, 0))
    browser.post(f"{path}cancel/")
    browser.post(f"{path}cancel/")
    assert "It is called off." in words(as_member(bo).get(path))
    told = [deed.verb for deed in Deed.objects.filter(towards__member=bo).order_by("pk")]
    assert told == ["event.move", "event.move", "event.cancel"]


def test_speakers_are_asked_and_named_by_the_page() -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo)
    browser, path = as_member(mo), f"{made.path}speakers/"
    for line in ("counts", "counts butterflies"):
        browser.post(path, {"who": "Brigid O'Daly", "line": line, "link": "https://example.org/b"})
    browser.post(path, {"who": "Bo Lindqvist (@bo)"})
    for wrong, why in (
        ({"who": "@nobody"}, "Nobody here is called “@nobody”"),
        ({"who": "X", "link": "javascript:1"}, "the link"),
    ):
        assert why in words(browser.post(path, wrong, follow=True))
    assert Speaker.objects.count() == 2
    as_member(bo).post(f"{made.path}speaking/", {"says": "yes"})
    page = words(as_member(cast.ann()).get(made.path))
    assert "Brigid O&#39;Daly" in page
    assert "Bo Lindqvist" in page
    assert page.count("counts butterflies") == 1, "named twice is told anew"
    browser.post(f"{path}remove/", {"speaker": Speaker.objects.get(member=None).pk})
    assert [one.member for one in Speaker.objects.all()] == [bo]


def test_a_new_event_lasts_two_hours_unless_somebody_says_otherwise() -> None:
    client = as_member(cast.ann())
    assert 'name="minutes" value="120"' in client.get("/events/new/").content.decode()
    for lasts, more in ((120, {"ends_at": ""}), (150, {})):
        assert client.post("/events/new/", typed(minutes="120", **more)).status_code == 302
        assert Event.objects.order_by("-pk")[0].minutes == lasts, "an end that is typed counts"


def test_who_brings_a_guest_does_not_come_alone() -> None:
    date, browser = evening(cast.mo()), as_member(cast.ann())
    for count, is_alone in (("1", False), ("0", True)):
        browser.post(f"{date.event.path}answer/", {"says": "yes", "guests": count, "is_alone": "on"})
        assert Rsvp.objects.get().is_alone is is_alone
