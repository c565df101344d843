"""Touches as entries of the time line: those of one day, kind and channel are one entry."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F

from rapport.people.models import Person
from rapport.people.platforms import source_label
from rapport.ties.happenings import channel_said, icon, said
from rapport.ties.models import Touch
from rapport.ties.strand import Entry

READ_CLOSELY = 500  # of a page's touches, those whose subject and words are looked at
UNDATED = 50
SHOWN_TEXT = 600  # letters


@dataclass(slots=True)
class _Group:
    day: int
    kind: str
    channel: str
    ways: set[str] = field(default_factory=set)
    count: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)


def days(person: Person, before: int, most: int) -> list[int]:
    """The latest days with a touch of any kind."""
    touched = Touch.objects.filter(person=person, day__lt=before)
    return [day for day in touched.order_by("-day").values_list("day", flat=True).distinct()[:most] if day]


def entries(person: Person, first: int, last: int) -> list[Entry]:
    """One entry per day, kind and channel; meetings of a day are one, whoever told of them."""
    touched = Touch.objects.filter(person=person, day__gte=first, day__lte=last)
    rows = _rows(touched.order_by("-day", F("interaction__at").desc(nulls_last=True), "-pk")[:READ_CLOSELY])
    groups: dict[tuple[int, str, str], _Group] = {}
    for day, kind, channel, way, count in _counted(touched, rows):
        group = groups.setdefault(_key(day, kind, channel), _Group(day, kind, channel))
        group.ways.add(way)
        group.count += count
    for row in rows:
        groups[_key(row["day"], row["kind"], row["channel"])].rows.append(row)
    return [_entry(person, group) for group in groups.values()]


def _counted(touched: Any, rows: list[dict[str, Any]]) -> Iterable[tuple[Any, ...]]:
    """(day, kind, channel, way, how many): of the rows read, or in the database where there are more."""
    if len(rows) < READ_CLOSELY:
        return ((row["day"], row["kind"], row["channel"], row["direction"], 1) for row in rows)
    counted = touched.values_list("day", "interaction__kind", "interaction__channel", "direction")
    found: Iterable[tuple[Any, ...]] = counted.annotate(Count("pk")).order_by("-day")
    return found


def undated(person: Person) -> list[Entry]:
    """Touches of which only the month, the year or nothing is known."""
    rows = _rows(Touch.objects.filter(person=person, day=None).order_by("-interaction__on", "-pk")[:UNDATED])
    return [_entry(person, _Group(0, row["kind"], row["channel"], {row["direction"]}, 1, [row])) for row in rows]


def _key(day: int, kind: str, channel: str) -> tuple[int, str, str]:
    return (day, kind, "" if kind == "meeting" else channel)


def _rows(touched: Any) -> list[dict[str, Any]]:
    names = ("number", "kind", "channel", "at", "on", "precision", "subject", "text", "source", "is_hand", "origin")
    rows = touched.values_list("day", "direction", *(f"interaction__{name}" for name in names))
    return [dict(zip(("day", "direction", *names), row, strict=True)) for row in rows]


def _entry(person: Person, group: _Group) -> Entry:
    rows = group.rows
    hand = next((row for row in rows if row["is_hand"]), None)
    newest = rows[0] if rows else defaultdict(str)
    sources = dict.fromkeys(source_label(row["source"]) for row in rows)
    is_one = group.kind == "meeting"
    return Entry(
        day=group.day,
        kind=group.kind,
        says=said(group.kind, group.ways, 1 if is_one else group.count),
        icon=icon(group.kind),
        at=newest["at"].isoformat() if newest["at"] else "",
        on=newest["on"],
        precision="day" if group.day else newest["precision"],
        channel=channel_said(group.channel),
        text=_text(rows),
        edit=f"{person.path}touches/{hand['number']}/" if hand else "",
        about=frozenset(word for row in rows for word in _about(row) if word),
        sources=tuple(sources) if len(sources) > 1 else (),
    )


def _about(row: dict[str, Any]) -> tuple[str, ...]:
    """By what a meeting is known to be an occasion: its reference, its title, the minute it began."""
    if row["kind"] != "meeting":
        return (row["origin"],)
    return (row["origin"], row["subject"].casefold(), row["at"].isoformat() if row["at"] else "")


def _text(rows: list[dict[str, Any]]) -> str:
    """The owner's own words first, then subjects, each once; of long ones the beginning."""
    rows = sorted(rows, key=lambda row: not row["is_hand"])
    words = dict.fromkeys(part for row in rows[:5] for part in (row["subject"].strip(), row["text"].strip()) if part)
    text = "\n".join(words)
    return text if len(text) <= SHOWN_TEXT else f"{text[:SHOWN_TEXT].rstrip()}…"
