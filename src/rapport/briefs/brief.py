"""The page before an event, for one reader: who of theirs comes, whom they wish to meet, who wishes to be found."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.briefs.calendars import expected, occasions_of
from rapport.briefs.company import Known, coming, company, path_of, people_behind
from rapport.briefs.openers import openers
from rapport.briefs.spark import shared
from rapport.events.models import Event, Occurrence
from rapport.ledger.wishes import still_wished
from rapport.members.models import Member
from rapport.people.models import Book


@dataclass(frozen=True, slots=True)
class Line:
    """A name, why they stand here, and what to say first."""

    name: str
    path: str
    why: str = ""
    opener: str = ""


@dataclass(slots=True)
class Brief:
    wished: list[Line] = field(default_factory=list)
    mine: list[Line] = field(default_factory=list)
    sparks: list[Line] = field(default_factory=list)
    to_find: list[Line] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.wished or self.mine or self.sparks or self.to_find)


def brief_of(event: Event, date: Occurrence, viewer: Member, book: Book) -> Brief:
    """Each person stands once, under the strongest reason to look for them. A dozen queries, however many come."""
    rows = coming(viewer, book, [date.pk])
    people, invited = people_behind(rows), expected(occasions_of(book, date, event))
    near = company(rows, people, invited, still_wished(book))
    says = openers(book, [known.person for known in (*near.wished, *near.mine) if known.person])
    placed = {known.member for known in (*near.wished, *near.mine)}
    sparks, to_find = _strangers([row for row in rows if row.member_id not in placed], viewer)
    return Brief([_wished(one, says) for one in near.wished], [_mine(one, says) for one in near.mine], sparks, to_find)


def _wished(known: Known, says: dict[int, str]) -> Line:
    """One whom the reader wrote down as somebody to meet: linked, or of the very name."""
    why = (known.wish.why if known.wish else "") or _("You wished to meet them")
    opener = says[known.person.pk] if known.person else _("Say that you hoped to meet them.")
    return Line(known.name, known.path, why, opener)


def _mine(known: Known, says: dict[int, str]) -> Line:
    if known.person is None:
        return Line(known.name, known.path, _("You are connected"), _("Ask what keeps them busy."))
    why = known.person.headline if known.member else _("Invited, says your calendar")
    return Line(known.name, known.path, why, says[known.person.pk])


def _strangers(unknown: Collection[Any], viewer: Member) -> tuple[list[Line], list[Line]]:
    """Whom the reader shares something rare with, and who is new or alone and wishes to be found."""
    said = shared(viewer, [row.member_id for row in unknown])
    begin = _("Begin there: you both know why it matters.")
    sparks = [Line(row.name, path_of(row), said[row.member_id], begin) for row in unknown if row.member_id in said]
    to_find = [
        Line(row.name, path_of(row), _wish_said(row), _greeting(row, viewer))
        for row in unknown
        if row.is_glad and row.member_id not in said
    ]
    return sparks, to_find


def _wish_said(one: Any) -> str:
    said = [
        words
        for is_so, words in (
            (one.is_new, pgettext("at an event", "new here")),
            (one.is_alone, _("coming alone")),
            (one.is_glad, _("glad to be found")),
        )
        if is_so
    ]
    return ", ".join(said)


def _greeting(one: Any, viewer: Member) -> str:
    first = viewer.name.split()[0]
    if one.is_new:
        return _("“Is this your first time here? I am %(name)s. Whom would you like to meet?”") % {"name": first}
    return _("“I am %(name)s. May I stand with you for a while?”") % {"name": first}
