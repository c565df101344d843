"""Who has gone quiet, and who was never written to: whom the pages of "It's been a while" show, in which order."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.db.models import Q

from rapport.people.models import Book, Person
from rapport.ties.cadence import is_due, is_over
from rapport.ties.models import ContactDay, Rest, Tie
from rapport.ties.quiet import Flags, gone_quiet, in_order
from rapport.ties.standing import Everybody, everybody
from rapport.ties.wording import rhythm

LEFT_IN_PEACE = 3  # tries in a row without an answer


@dataclass(frozen=True, slots=True)
class Cold:
    """`who` is the person's id, `says` their rhythm in words, `is_due` by the owner's own wish, `is_over` where it is
    longer than the owner wanted at most."""

    who: int
    says: str
    is_due: bool = False
    is_over: bool = False


def quiet_ones(book: Book, today: date, *, start: int = 0, most: int = 50) -> tuple[list[Cold], int]:
    """A part of those who have gone quiet, in the order in which the owner would get back to them, and how many there
    are in all. Nobody whose tie rests, and nobody who left three tries unanswered."""
    ties = everybody(book, today)
    table = ties.table
    due, over = is_due(table, ties.today), is_over(table, ties.today)
    quiet = gone_quiet(ties.silence, table["contact_days"], table["first_day"], table["last_day"])
    asked = np.flatnonzero((quiet | due) & (table["contact_days"] >= 1) & _open(ties))
    order = asked[in_order(ties.silence[asked], table["contact_days"][asked], due[asked].astype(int) + over[asked])]
    part = [(int(ties.ids[at]), bool(due[at]), bool(over[at])) for at in order[start : start + most]]
    days = _days_of([who for who, *_wish in part])
    return [Cold(who, rhythm(days[who], ties.today), *wish) for who, *wish in part], len(order)


def never_written(book: Book, today: date, *, start: int = 0, most: int = 50) -> tuple[list[tuple[int, int]], int]:
    """(person id, the ordinal day of their connection), the latest first: those connected somewhere, and not a word
    since; and how many there are."""
    people = Person.objects.here().filter(book=book, is_deceased=False)
    never = Tie.objects.filter(book=book, contact_days=0, began_day__isnull=False, person__in=people)
    asleep = Rest.objects.filter(Q(until=None) | Q(until__gt=today), person__book=book)
    found = never.exclude(person__in=asleep.values("person_id")).order_by("-began_day", "person_id")
    rows = found.values_list("person_id", "began_day")[start : start + most]
    return [(who, day) for who, day in rows if day], found.count()


def _open(ties: Everybody) -> Flags:
    found: Flags = (ties.table["is_resting"] == 0) & (ties.table["unanswered"] < LEFT_IN_PEACE)
    return found


def _days_of(people: list[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = ContactDay.objects.filter(person__in=people).order_by("person_id", "day")
    for who, day in rows.values_list("person_id", "day"):
        found[who].append(day)
    return found
