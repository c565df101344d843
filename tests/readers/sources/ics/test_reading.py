"""Whole calendars: what is taken, what a torn one still gives, and what bombs do."""

from collections.abc import Iterable

import pytest

from formats.mutations import dropped, mutated, survived
from rapport.formats.facts import (
    AskFact,
    DroppedFact,
    Fact,
    GatheringFact,
    NoteFact,
    PersonFact,
    SkippedFact,
    TalkFact,
)
from rapport.readers.sources.ics import ICS
from readers.sources.ics.reading_calendars import ANN, ASKED, NOW, calendar, event, facts, of
from readers.sources.ics.test_zones import CUSTOM

RICH = calendar(
    "X-WR-CALNAME:ann@town.example",
    *CUSTOM,
    event(*ASKED, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260202", "EXDATE:20260112T090000Z", "DURATION:PT1H"),
    event(*ASKED, "RECURRENCE-ID:20260119T090000Z", "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=0A=", "b<br>"),
    event("SUMMARY:Bo Lindqvist's birthday", "RRULE:FREQ=YEARLY", uid="2", start="DTSTART;VALUE=DATE:20200229"),
    event("BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM", uid="3", start="DTSTART;TZID=Our town:20260705T120000"),
    "BEGIN:VTODO\r\nEND:VTODO",
)


def test_calendars_are_known_by_what_is_in_them_not_by_the_name() -> None:
    files: dict[str, bytes | str] = {
        "a.txt": calendar(),
        "b.ics": event(),
        "c.ics": calendar(event()).encode("utf-16"),
        "d.eml": "From: x\r\n\r\n" + calendar(),
        "e.ics": "nothing",
        "f.ics": "X-JUNK:1\r\n" + calendar(),
    }
    assert [member.path for member in ICS.takes(dropped(files))] == ["a.txt", "b.ics", "c.ics", "f.ics"]


def test_several_calendars_in_one_file() -> None:
    assert len(of(GatheringFact, calendar(event()) + calendar(event(uid="2")))) == 2


def test_what_is_no_event_is_counted() -> None:
    text = calendar("BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO", "BEGIN:VJOURNAL\r\nEND:VJOURNAL")
    assert [fact.why for fact in of(SkippedFact, text)] == ["to-do", "journal entry"]
    assert of(NoteFact, text) == [NoteFact("There are no events in work.ics.")]


def test_a_broken_event_loses_nothing_but_itself() -> None:
    torn = event(uid="torn").replace("END:VEVENT\r\n", "")
    text = calendar(event(), torn, event(uid="2", start="DTSTART:nonsense"), event("nonsense", uid="3"))
    assert [fact.key[0] for fact in of(GatheringFact, text)] == ["1", "t", "3"]
    assert [fact.where for fact in of(DroppedFact, text)] == ["work.ics:7", "work.ics:10"]


def test_a_file_cut_short_keeps_the_last_event() -> None:
    text = calendar(event()).partition("END:VEVENT")[0]
    assert len(of(GatheringFact, text)) == 1
    assert of(DroppedFact, text)[0].why.startswith("the event has no end")


def test_letters_that_are_not_utf8_are_asked_about() -> None:
    text = calendar(event("SUMMARY:Caf§")).encode().replace("§".encode(), b"\xe9")
    assert of(GatheringFact, text)[0].title == "Café"
    assert [ask.what for ask in of(AskFact, text)] == ["encoding"]


def test_the_same_calendar_twice_says_the_same() -> None:
    assert facts(RICH) == facts(RICH)


def test_a_line_of_twenty_megabytes_is_no_hang() -> None:
    text = calendar(event("DESCRIPTION:" + "x" * 20_000_000, *ASKED), event(uid="2"))
    assert [len(fact.text) for fact in of(GatheringFact, text)] == [10_000, 0]
    assert of(SkippedFact, text)[0].why == "end of a description of more than 10,000 characters"


@pytest.mark.parametrize("line", ["DESCRIPTION:" + "x\r\n " * 100_000, "EXDATE:" + "20260105," * 100_000])
def test_endless_folds_and_lists_are_read(line: str) -> None:
    assert len(of(GatheringFact, calendar(event(line, *ASKED)))) == 1


def test_a_second_for_ever_is_told_once() -> None:
    series = (event(*ASKED, "RRULE:FREQ=SECONDLY", uid=str(n)) for n in range(500))
    found = facts(calendar(*series))
    assert sum(isinstance(fact, GatheringFact) for fact in found) == 500


def test_components_without_end_in_one_another() -> None:
    text = "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nBEGIN:VALARM\r\n" * 20_000
    assert len(of(DroppedFact, text)) == 40_000


def test_events_beyond_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.readers.sources.ics.reading.MOST_EVENTS", 2)
    found = facts(calendar(*(event(uid=str(n)) for n in range(4))))
    assert sum(isinstance(fact, GatheringFact) for fact in found) == 2
    assert isinstance(found[-1], DroppedFact)


def test_a_rich_calendar_in_full() -> None:
    found = facts(RICH)
    assert sum(isinstance(fact, PersonFact) for fact in found) == 4
    assert sum(isinstance(fact, GatheringFact) for fact in found) == 9
    assert all(fact.when.text < NOW.isoformat() for fact in found if isinstance(fact, TalkFact))


def test_broken_files_give_clean_facts_or_a_refusal(times: int) -> None:
    def read(raw: bytes) -> Iterable[Fact]:
        return ICS.read(ICS.takes(dropped({"work.ics": raw})), ANN)

    assert survived(read, mutated(RICH.encode(), times))
