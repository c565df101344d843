"""One time line over all channels."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from people.pages import as_member, words
from rapport.kit.bulk import insert
from rapport.ledger.favours import favour
from rapport.people.models import Met, Occasion, Person, Presence
from rapport.ties.firsts import firsts_of
from rapport.ties.models import Interaction, Touch
from rapport.ties.record import log
from rapport.ties.recount import recount
from rapport.ties.timeline import timeline

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


def happened(person: Person, kind: str, on: date | None, way: str = "out", **more: Any) -> Interaction:
    """Something an archive told."""
    number = person.book.next_numbers("interaction")[0]
    day = on.toordinal() if on else None
    told = {"channel": "linkedin", "precision": "day", "source": "linkedin", **more}
    made = Interaction.objects.create(book=person.book, number=number, key=f"k{number}", kind=kind, day=day, **told)
    Touch.of(made, person, way).save()
    recount(person.book, [person.pk])
    return made


def test_nine_kinds_stand_in_order() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    kinds = "message mail call meeting connection invitation comment reaction recommendation".split()
    for back, kind in enumerate(kinds):
        happened(bo, kind, TODAY - timedelta(back))
    assert [entry.kind for entry in timeline(bo, days=40).entries] == kinds
    page = words(as_member(ann).get(f"{bo.path}timeline/"))
    said = ["You wrote", "You called", "You met", "You connected", "You asked to connect", "You commented"]
    places = [page.index(words) for words in said]
    assert places == sorted(places)


def test_messages_of_a_day_are_one_line() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    for way in ("out", "in", "out"):
        happened(bo, "message", TODAY, way)
    assert [entry.says for entry in timeline(bo, days=5).entries] == ["You wrote to each other, 3 messages"]


def test_ten_thousand_mails_of_one_day_are_one_line() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    numbers, day = bo.book.next_numbers("interaction", 10_000), TODAY.toordinal()
    columns = "book_id number key kind channel at on precision day subject text thread is_mass origin source is_hand"
    rest = ("mail", "email", None, "", "day", day, "", "", "", False, "", "mbox", False)
    insert(Interaction, columns.split(), [(bo.book_id, number, f"m{number}", *rest) for number in numbers])
    made = Interaction.objects.values_list("pk", flat=True)
    insert(
        Touch,
        ("interaction_id", "person_id", "direction", "day", "kind", "channel", "counts"),
        [(pk, bo.pk, "in", day, "mail", "email", True) for pk in made],
    )
    assert [entry.says for entry in timeline(bo, days=5).entries] == ["They wrote, 10000 messages"]


def test_every_one_of_many_crowded_days_has_its_words() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    for back in range(5):
        for _ in range(70):
            happened(bo, "message", TODAY - timedelta(back), subject=f"words of {back}")
        happened(bo, "meeting", TODAY - timedelta(back), subject=f"walk {back}")
    told = {(entry.says, entry.text) for entry in timeline(bo, days=5).entries}
    assert told == {("You wrote, 70 messages", f"words of {back}") for back in range(5)} | {
        ("You met", f"walk {back}") for back in range(5)
    }


def test_a_meeting_told_by_calendar_and_owner_is_one() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    begins = datetime(2026, 11, 18, 17, tzinfo=UTC)
    occasion = Occasion.objects.create(
        book=bo.book, key="o", title="Walk", begins_on=date(2026, 11, 18), begins_at=begins
    )
    Presence.objects.create(book=bo.book, person=bo, key="o", occasion=occasion)
    happened(bo, "meeting", date(2026, 11, 18), "both", channel="meeting", source="ics", at=begins)
    log(people=[bo], kind="meeting", channel="in_person", direction="both", now=cast.MORNING, on=date(2026, 11, 18))
    entry = timeline(bo, days=5).entries[0]
    assert len(timeline(bo, days=5).entries) == 1
    assert (entry.says, entry.text, entry.href) == ("You met", "Walk", occasion.path)
    assert len(entry.sources) == 2


def test_firsts_are_marked_each_as_exactly_as_it_is_known() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    happened(bo, "connection", date(2021, 5, 4), "both")
    happened(bo, "meeting", date(2023, 9, 19), "both")
    Met.objects.create(book=bo.book, person=bo, key="m", how="at school", on="2019", precision="year")
    told = [(first.which, first.on, first.precision) for first in firsts_of(bo)]
    assert told == [("contact", "2019", "year"), ("online", "2021-05-04", "day"), ("in_person", "2023-09-19", "day")]
    page = words(as_member(ann).get(f"{bo.path}timeline/"))
    assert "2019: First contact" in page
    assert page.count("First time in person") >= 2  # beside the meeting, and below the years


def test_a_broken_day_of_meeting_breaks_no_page() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    Met.objects.create(book=bo.book, person=bo, key="m", how="?", on="2026-13-45", precision="day")
    assert as_member(ann).get(f"{bo.path}timeline/").status_code == 200


def test_what_has_no_exact_day_stands_at_the_end() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    told = happened(bo, "recommendation", None, "in", precision="month")
    Interaction.objects.filter(pk=told.pk).update(on="2009-05")
    happened(bo, "message", TODAY)
    line = timeline(bo, days=1)
    assert [entry.kind for entry in line.entries] == ["message"]
    assert [entry.day_said for entry in line.undated] == ["May 2009"]


def test_pages_meet_without_gap_or_overlap() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    for back in range(95):
        happened(bo, "call", TODAY - timedelta(back))
    seen, before = [], 0
    for _ in range(3):
        line = timeline(bo, before=before, days=40)
        seen += [entry.day for entry in line.entries]
        before = line.further
    assert seen == [TODAY.toordinal() - back for back in range(95)]
    assert before == 0
    further = date.fromordinal(timeline(bo, days=40).further).isoformat()
    assert f"before={further}" in words(browser.get(f"{bo.path}timeline/"))
    assert browser.get(f"{bo.path}timeline/?before={further}").status_code == 200


@pytest.mark.parametrize("mark", ["", "soon", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_any_mark_leads_somewhere(mark: str) -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    happened(bo, "call", TODAY)
    favour(bo, what="A ladder", on=TODAY)
    assert as_member(ann).get(f"{bo.path}timeline/", {"before": mark}).status_code == 200


def test_favours_are_part_of_the_story() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    favour(bo, what="A ladder", on=TODAY)
    assert [(entry.says, entry.text) for entry in timeline(bo, days=5).entries] == [
        ("They did something for you", "A ladder")
    ]


def test_a_long_story_asks_no_more_queries_than_a_short_one() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    happened(bo, "call", TODAY)
    with CaptureQueriesContext(connection) as short:
        timeline(bo, days=40)
    for back in range(1, 60):
        happened(bo, "message", TODAY - timedelta(back))
    with CaptureQueriesContext(connection) as long:
        timeline(bo, days=40)
    assert len(long) <= len(short) + 1
