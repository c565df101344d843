"""Who was asked, and which gatherings were meetings."""

from dataclasses import replace

import pytest

from rapport.formats.facts import AskFact, GatheringFact, Guest, Handle, Party, PersonFact, SkippedFact, TalkFact, When
from readers.sources.ics.reading_calendars import ANN, ASKED, calendar, event, gatherings, of, stranger, talks


def test_guests_with_their_answers_and_the_owners_own() -> None:
    (found,) = gatherings(*ASKED)
    assert found.own_answer == "accepted"
    assert found.guests == (
        Guest("bo@town.example", "organizer"),
        Guest("cy@town.example", "accepted"),
        Guest("dee@town.example", "declined"),
    )


def test_guests_are_faint_persons_told_once() -> None:
    text = calendar(event(*ASKED), event(*ASKED, uid="2"))
    bo, *others = of(PersonFact, text)
    assert bo == PersonFact(
        "bo@town.example", "Bo Lindqvist", handles=(Handle("email", "bo@town.example"),), is_faint=True
    )
    assert [person.name for person in others] == ["Cy Park", "Dee"]


def test_a_meeting_is_held_with_who_came_and_who_called_it() -> None:
    (found,) = talks(*ASKED, "SUMMARY:Plans")
    assert found == TalkFact(
        "1|20260105T090000Z",
        "meeting",
        "meeting",
        When("2026-01-05T09:00:00+00:00", "minute", "utc"),
        (Party("bo@town.example", "both"), Party("cy@town.example", "both")),
        subject="Plans",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("STATUS:CANCELLED", *ASKED),
        (*ASKED[:1], "ATTENDEE;PARTSTAT=DECLINED:mailto:ann@town.example"),
        ("ATTENDEE:mailto:cy@town.example",),
        tuple(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{n}@town.example" for n in range(51)),
    ],
    ids=["cancelled", "declined by the owner", "answered by nobody", "more than fifty"],
)
def test_what_is_no_meeting(lines: tuple[str, ...]) -> None:
    assert gatherings(*lines)
    assert talks(*lines) == []


def test_neither_is_one_to_come_or_one_of_many_days() -> None:
    assert talks(*ASKED, start="DTSTART:20261119T080000Z") == []
    assert talks(*ASKED, "DTEND;VALUE=DATE:20260108", start="DTSTART;VALUE=DATE:20260105") == []
    assert len(talks(*ASKED, start="DTSTART;VALUE=DATE:20260105")) == 1


def test_profiles_of_facebook_are_persons_and_may_be_the_owner() -> None:
    (found,) = gatherings(
        "ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:https://www.facebook.com/Bo.Lindqvist",
        "ATTENDEE;CN=Ann;PARTSTAT=TENTATIVE:https://www.facebook.com/ann.o",
    )
    assert (found.guests, found.own_answer) == ((Guest("facebook:bo.lindqvist", "accepted"),), "tentative")


def test_rooms_lists_and_robots_are_nobody() -> None:
    lines = (
        "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room7@town.example",
        "ATTENDEE;CUTYPE=GROUP:mailto:all@town.example",
        'ORGANIZER;CN="Harbour Founders":MAILTO:calendar-invite@lu.ma',
        "ATTENDEE:mailto:abc@group.calendar.google.com",
        "ATTENDEE;CN=:invalid:nomail",
        "DESCRIPTION:Get up-to-date\\n\\nHosted by Tova",
    )
    (found,) = gatherings(*lines)
    assert found.guests == ()
    assert found.text.endswith("Hosted by Tova")


def test_a_guest_without_address_is_a_name() -> None:
    (found,) = gatherings("ATTENDEE;CN=Zoë Bell:invalid:nomail")
    assert found.guests == (Guest("name:zoe bell"),)


def test_more_than_three_hundred_guests_are_a_number() -> None:
    lines = [f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{n}@town.example" for n in range(1000)]
    text = calendar(event(*lines))
    assert of(GatheringFact, text)[0].guests == ()
    assert of(SkippedFact, text) == [SkippedFact("guest of an event with more than 300", 1000)]
    assert of(PersonFact, text) == []


def test_the_owner_is_asked_for_when_no_address_is_known() -> None:
    guests = (f"ATTENDEE:mailto:guest{n}@town.example" for n in range(4))
    text = calendar(event(*ASKED[:2], uid="bo"), *(event(ASKED[1], guest, uid=guest) for guest in guests))
    (ask,) = of(AskFact, text, stranger())
    assert (ask.what, ask.guess) == ("owner", "ann@town.example")
    assert "bo@town.example" in ask.options
    assert of(GatheringFact, text, stranger())[0].own_answer == "accepted"
    told = replace(stranger(), answers={"owner": "bo@town.example"})
    assert of(GatheringFact, text, told)[0].own_answer == "organizer"


def test_a_calendar_named_after_an_address_is_its_owners() -> None:
    text = calendar("X-WR-CALNAME:ann@town.example", event(*ASKED))
    assert of(AskFact, text, stranger())[0].guess == "ann@town.example"
    assert of(AskFact, text, ANN) == []


def test_one_invitation_is_no_ground_for_a_guess() -> None:
    assert of(AskFact, calendar(event(*ASKED)), stranger()) == []
