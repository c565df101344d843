"""After an event: those who were there with a tick each, names typed beside, all kept in the reader's book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from rapport.briefs.calendars import occasions_of
from rapport.events.hours import wall
from rapport.events.models import Event, Occurrence
from rapport.events.saying import where_said
from rapport.kit.cleaning import one_line, whole
from rapport.ledger.evening import MOST_ROWS, Evening, Row, look_up
from rapport.ledger.meeting import Somebody, meet
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.gathering import occasion_named
from rapport.people.models import Book, Link, Occasion, Person
from rapport.people.paste import lines_of
from rapport.ties.linking import link

TYPED_ROWS = 6


@dataclass(slots=True)
class Guest:
    """A row of the page: a member who was there, or (None) a name to type. `person`: who they are in the book."""

    row: Row
    member: Member | None = None
    person: Person | None = None
    is_ticked: bool = False

    @property
    def counts(self) -> bool:
        return self.is_ticked if self.member else not self.row.is_empty


def guests_of(form: Mapping[str, Any], members: Sequence[Member], book: Book) -> list[Guest]:
    """The rows as they were sent, or empty ones: members by their handles, then the typed ones, pasted lines last."""
    links = Link.objects.filter(book=book, member__in=members, person__trashed_at=None, person__merged_into=None)
    known = {row.member_id: row.person for row in links.select_related("person")}
    rows = [
        Guest(
            _row(form, f"@{member.handle}", member.name),
            member,
            known.get(member.pk),
            is_ticked=f"was-{member.handle}" in form,
        )
        for member in members
    ]
    asked = whole(str(form.get("rows", "")))
    count = TYPED_ROWS if asked is None else min(asked, MOST_ROWS)
    rows += [Guest(_row(form, str(at), str(form.get(f"name-{at}", "")))) for at in range(count)]
    return rows + [Guest(Row(line)) for line in lines_of(str(form.get("paste", "")))][:MOST_ROWS]


def asks(guests: Sequence[Guest], book: Book, region: str) -> bool:
    """Whether somebody may be in the book already under the same name, so that the owner has to say."""
    unknown = [guest.row for guest in guests if guest.counts and guest.person is None]
    return look_up(Evening(rows=unknown), book, region)


@transaction.atomic
def keep(
    *, guests: Sequence[Guest], event: Event, date: Occurrence, book: Book, region: str, now: datetime
) -> list[Person]:
    """Each ticked or named one is in the book, met here on this day, with line, lists and follow-up; a tick says as
    well that this person is that member."""
    met = [guest for guest in guests if guest.counts]
    on = wall(date.starts_at, event.zone).date()
    occasion = _occasion(book, event, date)
    told = [
        Somebody(guest.row.typed(region), guest.person or guest.row.known(), guest.row.follow_up()) for guest in met
    ]
    people = meet(book=book, occasion=occasion, on=on, people=told, now=now)
    for guest, person in zip(met, people, strict=True):
        is_free = guest.person is None and not Link.objects.filter(person=person).exists()
        if guest.member is not None and is_free:
            link(person=person, member=guest.member, now=now)
    return people


def _occasion(book: Book, event: Event, date: Occurrence) -> Occasion:
    """The one that a calendar brought into the book, if one did; of several that of the same name."""
    brought = occasions_of(book, date, event)
    named = [one for one in brought if keys.folded(one.title) == keys.folded(event.title)]
    if brought:
        return (named or brought)[0]
    on = wall(date.starts_at, event.zone).date()
    return occasion_named(book=book, title=event.title, on=on, place=where_said(event))


def _row(form: Mapping[str, Any], at: str, name: str) -> Row:
    line, words, days, chosen = (str(form.get(f"{cell}-{at}", ""))[:2000] for cell in ("line", "words", "days", "as"))
    return Row(one_line(name)[:2000], line, words, days, chosen)
