"""Is this the Bo you know? Members who publish to the owner exactly what the owner's book has of somebody.

Read from one book for its owner alone; nobody else learns that it was asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from rapport.kit.prepared import Prepared
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.models import Book, Identity, Link, Person
from rapport.people.models.claims import ClaimSet
from rapport.people.models.person import PersonSet
from rapport.people.platforms import platform_label
from rapport.people.showing.held import held
from rapport.profiles.models import NotSame, ProfileLink, Proof, ShownRow, Way

MOST = 50
_WAYS = frozenset(("email", "phone"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """`says` is what both have: "LinkedIn linkedin.com/in/bo". `is_proven`: the member proved that it is theirs."""

    person: Person
    member: Member
    says: str
    is_proven: bool


def proposals(book: Book, *, person: Person | None = None, member: Member | None = None) -> list[Proposal]:
    """Whom the owner may be asked about, proven ones first; each pair once. Only for one person or member if given."""
    models = _published_as(person)
    if not models:
        return []
    owner = book.owner
    mine = Identity.objects.shown().filter(book=book, person__in=_asked_about(book, person))
    members = Member.objects.visible_to(owner).exclude(pk=owner.pk)
    members = members.exclude(pk__in=Link.objects.filter(book=book).values("member"))
    members = members.filter(pk=member.pk) if member else members
    published: list[Any] = []
    for model in models:
        rows = model.objects.shown_to(owner).filter(member__in=members)
        if member is None:  # of one member there are few rows; a whole book has very many addresses
            rows = rows.filter(key__in=mine.values("key"))
        proof = Proof.objects.filter(member=OuterRef("member"), key=OuterRef("key"), lost_at=None)
        rows = rows.annotate(is_proven=Exists(proof)).select_related("member").order_by("-is_proven", "pk")
        published += list(rows[: 4 * MOST])
    return _paired(book, mine, sorted(published, key=lambda row: not row.is_proven)) if published else []


def _published_as(person: Person | None) -> list[type[ShownRow]]:
    """Where to look for what somebody could be known by: for one person, only where anybody shows one of their
    addresses at all, which is soon asked and seldom so."""
    if person is None:
        return [ProfileLink, Way]
    kinds = {Way if identity.platform in _WAYS else ProfileLink for identity in held(person, Identity)}
    return [model for model in (ProfileLink, Way) if model in kinds and _SHOWN[model].rows(person=person.pk)]


def _shown(model: type[ShownRow]) -> Prepared:
    def asked(person: int) -> Any:
        keys = Identity.objects.shown().filter(person=person).values("key")
        rows: Any = model._default_manager
        return rows.filter(key__in=keys).values_list("pk")[:1]

    return Prepared(asked, numbers=("person",))


_SHOWN = {model: _shown(model) for model in (ProfileLink, Way)}


def _asked_about(book: Book, person: Person | None) -> PersonSet:
    people = Person.objects.here().filter(book=book, is_deceased=False)
    people = people.exclude(pk__in=Link.objects.filter(book=book).values("person"))
    found: PersonSet = people.filter(pk=person.pk) if person else people
    return found


def _paired(book: Book, mine: ClaimSet, published: Sequence[Any]) -> list[Proposal]:
    held: dict[str, list[Person]] = {}
    known = mine.filter(key__in=[row.key for row in published]).select_related("person")
    for identity in known.order_by("person__folded", "pk"):
        held.setdefault(identity.key, []).append(identity.person)
    refused = set(NotSame.objects.filter(book=book).values_list("person", "member"))
    found: dict[tuple[int, int], Proposal] = {}
    for row in published:
        for person in held.get(row.key, []):
            pair = (person.pk, row.member_id)
            if pair not in refused and pair not in found:
                person.book = book
                says = f"{platform_label(row.platform)}: {row.handle}"
                found[pair] = Proposal(person, row.member, says, row.is_proven)
    return list(found.values())[:MOST]


def meant(book: Book, member: Member) -> list[Person]:
    """Whom of the book the member may be: those with an address they show, then those called alike (within one book a
    name is a hint). Nobody once the member is linked."""
    if Link.objects.filter(book=book, member=member).exists():
        return []
    exact = [proposal.person for proposal in proposals(book, member=member)]
    refused = NotSame.objects.filter(book=book, member=member).values("person")
    alike = Person.objects.here().filter(book=book, is_deceased=False, folded=keys.folded(member.name))
    alike = alike.exclude(pk__in=Link.objects.filter(book=book).values("person")).exclude(pk__in=refused)
    return list({person.pk: person for person in (*exact, *alike.order_by("number")[:5])}.values())
