"""The time line of two people over all channels, newest first, some days at a time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapport.people.models import Person
from rapport.ties.counting import MEETINGS, NEITHER
from rapport.ties.firsts import First
from rapport.ties.strand import Entry, strands

EVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Line:
    """`entries` newest first; `further` is the day (ordinal) before which there is more, 0 when there is not.
    `undated` come with the last of them."""

    entries: list[Entry]
    undated: list[Entry]
    further: int = 0


def timeline(person: Person, *, before: int = 0, days: int, firsts: Sequence[First] = ()) -> Line:
    """The latest `days` days before the ordinal `before` (0: the very latest) on which there was anything."""
    found = sorted({day for strand in strands() for day in strand.days(person, before or EVER, days + 1)}, reverse=True)
    shown, has_more = found[:days], len(found) > days
    entries = [each for strand in strands() for each in strand.entries(person, shown[-1], shown[0])] if shown else []
    undated = [] if has_more else [each for strand in strands() for each in strand.undated(person)]
    plaited = [one for day in _by_day(entries) for one in _told_once(day)]
    return Line(marked(plaited, firsts), undated, shown[-1] if has_more else 0)


def _by_day(entries: Iterable[Entry]) -> list[list[Entry]]:
    days: defaultdict[int, list[Entry]] = defaultdict(list)
    for each in entries:
        days[each.day].append(each)
    return [sorted(days[day], key=lambda each: each.at, reverse=True) for day in sorted(days, reverse=True)]


def _told_once(day: list[Entry]) -> list[Entry]:
    """An occasion and the meeting it was are one entry, which leads to the occasion."""
    kept: list[Entry] = [each for each in day if each.kind != "occasion"]
    for occasion in (each for each in day if each.kind == "occasion"):
        at = next((n for n, each in enumerate(kept) if each.about & occasion.about), None)
        if at is None:
            kept.append(occasion)
        else:
            words = [line for line in kept[at].text.split("\n") if line.casefold() not in occasion.about]
            text = "\n".join([occasion.says, *filter(None, words)])
            kept[at] = replace(kept[at], href=occasion.href, channel=occasion.channel, text=text)
    return kept


def marked(entries: list[Entry], firsts: Sequence[First]) -> list[Entry]:
    """The entry that each first was; the earliest of its day bears it."""
    marked = list(entries)
    for first in firsts:
        fitting = [at for at, each in enumerate(marked) if each.day == first.day and each.day and _fits(each, first)]
        if fitting:
            marked[fitting[-1]] = replace(marked[fitting[-1]], first=first.says)
    return marked


def _fits(entry: Entry, first: First) -> bool:
    if first.which == "in_person":
        return entry.kind in (*MEETINGS, "occasion")
    return first.which == "contact" or entry.kind not in (*MEETINGS, *NEITHER, "occasion")
