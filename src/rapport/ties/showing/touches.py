"""Touches as entries of the time line: those of one day, kind and channel are one entry."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count, F
from django.db.models.expressions import RawSQL

from rapport.kit.prepared import Prepared
from rapport.people.models import Person
from rapport.people.platforms import source_label
from rapport.ties.happenings import channel_said, icon, said
from rapport.ties.models import Touch
from rapport.ties.strand import Entry

READ_CLOSELY = 300  # a page's touches up to which the subject and words of all are looked at
SAMPLE, LEAST = 100, 5  # of more, so many are; of each day, kind and channel at least a few
MOST_SORTS = 200  # databases read only so many queries in one
# From day to day by the index, past the touches of each: what is asked for days, not messages.
LATEST = """
with recursive latest (day) as (
    select max(day) from ties_touch where person_id = %s and day < %s
    union all
    select (select max(day) from ties_touch where person_id = %s and day < latest.day) from latest
    where latest.day is not null)
select day from latest where day is not null limit %s
"""
SOME = """
select id from
    (select id from ties_touch where person_id = %s and day = %s and kind = %s and channel = %s limit %s) as few
"""
COPIED = ("day", "direction", "kind", "channel")
_TOLD = ("number", "at", "on", "precision", "subject", "text", "source", "is_hand", "origin")
_NAMES, _COLUMNS = (*COPIED, *_TOLD), (*COPIED, *(f"interaction__{name}" for name in _TOLD))
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


def _between(person: int, first: int, last: int) -> Any:
    return Touch.objects.filter(person=person, day__gte=first, day__lte=last)


def _read(touched: Any) -> Any:
    return touched.order_by("-day", F("interaction__at").desc(nulls_last=True), "-pk").values_list(*_COLUMNS)


_COUNTED = Prepared(
    lambda person, first, last: (
        _between(person, first, last)
        .values_list("day", "kind", "channel", "direction")
        .annotate(count=Count("*"))
        .order_by("-day", "kind", "channel", "direction")
    ),
    numbers=("person", "first", "last"),
)
_READ = Prepared(lambda **named: _read(_between(**named)), numbers=("person", "first", "last"))


def days(person: Person, before: int, most: int) -> list[int]:
    """The latest days with a touch of any kind."""
    with connection.cursor() as cursor:
        cursor.execute(LATEST, [person.pk, before, person.pk, most])
        return [day for (day,) in cursor.fetchall()]


def entries(person: Person, first: int, last: int) -> list[Entry]:
    """One entry per day, kind and channel; meetings of a day are one, whoever told of them."""
    groups: dict[tuple[int, str, str], _Group] = {}
    alike: defaultdict[tuple[int, str, str], int] = defaultdict(int)
    for day, kind, channel, way, count in _COUNTED.rows(person=person.pk, first=first, last=last):
        group = groups.setdefault(_key(day, kind, channel), _Group(day, kind, channel))
        group.ways.add(way)
        group.count += count
        alike[day, kind, channel] += count
    if sum(alike.values()) > READ_CLOSELY:
        rows = _read(Touch.objects.filter(pk__in=_some(person, alike)))
    else:
        rows = _READ.rows(person=person.pk, first=first, last=last)
    for row in map(_named, rows):
        groups[_key(row["day"], row["kind"], row["channel"])].rows.append(row)
    return [_entry(person, group) for group in groups.values()]


def _some(person: Person, alike: Collection[tuple[int, str, str]]) -> RawSQL:
    """Ids of touches of every day, kind and channel: so many of each that a page reads no more than it should."""
    most, asked = max(LEAST, SAMPLE // len(alike)), list(alike)[:MOST_SORTS]
    values = [value for each in asked for value in (person.pk, *each, most)]
    return RawSQL(" union all ".join([SOME] * len(asked)), values)  # noqa: S611 - our own words, values are bound


def undated(person: Person) -> list[Entry]:
    """Touches of which only the month, the year or nothing is known."""
    there = Touch.objects.filter(person=person, day=None).order_by("-interaction__on", "-pk")
    rows = [_named(row) for row in there.values_list(*_COLUMNS)[:UNDATED]]
    return [_entry(person, _Group(0, row["kind"], row["channel"], {row["direction"]}, 1, [row])) for row in rows]


def _key(day: int, kind: str, channel: str) -> tuple[int, str, str]:
    return (day, kind, "" if kind == "meeting" else channel)


def _named(row: Any) -> dict[str, Any]:
    return dict(zip(_NAMES, row, strict=True))


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
