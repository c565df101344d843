"""The page before an event, for one reader: who of theirs comes, whom they wish to meet, who wishes to be found."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.events.calendars import expected, occasions_of
from rapport.events.coming import who_come
from rapport.events.models import Event, Occurrence, Rsvp
from rapport.events.openers import openers
from rapport.events.spark import shared
from rapport.ledger.models import Wish
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.people import keys
from rapport.people.models import Book, Link, Person

MOST = 500  # a brief is a page


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
    coming = [one for one in who_come(date, viewer).order_by("member__name", "pk")[:MOST] if one.member != viewer]
    ids = [one.member_id for one in coming]
    known = _linked(book, ids)
    invited = [one for one in expected(occasions_of(book, date, event)) if one.pk not in {p.pk for p in known.values()}]
    people = {person.pk: person for person in [*known.values(), *invited]}
    says = openers(book, people.values())
    found, placed = Brief(), set[int]()
    _wished(found, placed, coming, known, invited, book, says)
    _mine(found, placed, coming, known, invited, viewer, says)
    _strangers(found, placed, coming, viewer)
    return found


def _linked(book: Book, ids: list[int]) -> dict[int, Person]:
    """Member id -> the person the owner says they are."""
    rows = Link.objects.filter(book=book, member__in=ids, person__trashed_at=None, person__merged_into=None)
    return {row.member_id: row.person for row in rows.select_related("person")}


def _wished(
    found: Brief,
    placed: set[int],
    coming: list[Rsvp],
    known: dict[int, Person],
    invited: list[Person],
    book: Book,
    says: dict[int, str],
) -> None:
    """Those the reader wrote down as people to meet: linked, or of the very name."""
    wishes = list(Wish.objects.filter(book=book, met_on=None).order_by("pk"))
    by_person = {wish.person_id: wish for wish in wishes if wish.person_id}
    by_name = {keys.folded(wish.name): wish for wish in wishes}
    for one in coming:
        person = known.get(one.member_id)
        wish = by_person.get(person.pk) if person else by_name.get(keys.folded(one.member.name))
        if wish is not None:
            placed.add(one.member_id)
            path = person.path if person else one.member.path
            opener = says[person.pk] if person else _("Say that you hoped to meet them.")
            found.wished.append(Line(one.member.name, path, wish.why or _("You wished to meet them"), opener))
    for person in invited:
        wish = by_person.get(person.pk)
        if wish is not None:
            why = wish.why or _("You wished to meet them")
            found.wished.append(Line(person.name, person.path, why, says[person.pk]))


def _mine(
    found: Brief,
    placed: set[int],
    coming: list[Rsvp],
    known: dict[int, Person],
    invited: list[Person],
    viewer: Member,
    says: dict[int, str],
) -> None:
    connected = set(
        Connection.objects.filter(member=viewer, other__in=[one.member_id for one in coming]).values_list(
            "other_id", flat=True
        )
    )
    for one in coming:
        person = known.get(one.member_id)
        if one.member_id in placed or (person is None and one.member_id not in connected):
            continue
        placed.add(one.member_id)
        if person is not None:
            found.mine.append(Line(person.name, person.path, person.headline, says[person.pk]))
        else:
            found.mine.append(Line(one.member.name, one.member.path, _("You are connected"), _ask()))
    wished = {line.path for line in found.wished}
    for person in invited:
        if person.path not in wished:
            found.mine.append(Line(person.name, person.path, _("Invited, says your calendar"), says[person.pk]))


def _strangers(found: Brief, placed: set[int], coming: list[Rsvp], viewer: Member) -> None:
    """Whom the reader shares something rare with, and who is new or alone and wishes to be found."""
    unknown = [one for one in coming if one.member_id not in placed]
    said = shared(viewer, [one.member_id for one in unknown])
    for one in unknown:
        name, path = one.member.name, one.member.path
        if one.member_id in said:
            why = said[one.member_id]
            found.sparks.append(Line(name, path, why, _("Begin there: you both know why it matters.")))
        elif one.is_glad:
            found.to_find.append(Line(name, path, _wish_said(one), _greeting(one, viewer)))


def _wish_said(one: Rsvp) -> str:
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


def _greeting(one: Rsvp, viewer: Member) -> str:
    first = viewer.name.split()[0]
    if one.is_new:
        return _("“Is this your first time here? I am %(name)s. Whom would you like to meet?”") % {"name": first}
    return _("“I am %(name)s. May I stand with you for a while?”") % {"name": first}


def _ask() -> str:
    return _("Ask what keeps them busy.")
