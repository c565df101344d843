"""What a member shows that they care about is evidence in the book of whoever said who they are, as far as it is shown
to that owner. It is nobody's secret, so it is never confided."""

from collections.abc import Sequence

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.members.audience import Audience, Level
from rapport.members.models import Member
from rapport.network.nearness import levels_of
from rapport.people import keys
from rapport.people.models import Book, Interest, Link, Person
from rapport.people.models.claims import ClaimSet
from rapport.people.noting import FROM_HUB
from rapport.profiles.models import ShownInterest

EVIDENCE = "profile"
PART = 500

Told = dict[str, ShownInterest]
"""What one member shows, by the key it has in a book."""


def take_over(link: Link) -> None:
    take_over_all(link.book, [link])


def take_over_all(book: Book, links: Sequence[Link]) -> None:
    """Bring the interests that these persons (all of `book`) have from their profiles in line with those. What the
    owner struck out stays struck; what they made their own stays theirs."""
    for start in range(0, len(links), PART):
        _take_over({link.person_id: link.member_id for link in links[start : start + PART]}, book)


@transaction.atomic
def _take_over(members: dict[int, int], book: Book) -> None:
    told = _told(book.owner, set(members.values()))
    there: dict[int, dict[str, Interest]] = {person: {} for person in members}
    for interest in Interest.objects.filter(person__in=list(members), platform=FROM_HUB):
        there[interest.person_id][interest.key] = interest
    gone: list[int] = []
    fresh: list[Interest] = []
    for person, member in members.items():
        shown, held = told.get(member, {}), there[person]
        gone += [row.pk for key, row in held.items() if key not in shown and _is_ours(row)]
        fresh += [_row(book, person, key, row) for key, row in shown.items() if key not in held]
    if not gone and not fresh:
        return
    changed = {row.person_id for row in fresh}
    changed |= set(Interest.objects.filter(pk__in=gone).values_list("person", flat=True))
    Interest.objects.filter(pk__in=gone).delete()
    for row, number in zip(fresh, book.next_numbers("interest", len(fresh)), strict=True):
        row.number = number
    Interest.objects.bulk_create(fresh)
    settle(book, changed)


def _told(owner: Member, members: set[int]) -> dict[int, Told]:
    """Of those whom the owner may see, what they show to the owner. (A whole profile is open to members at least.)"""
    visible = Member.objects.visible_to(owner).filter(pk__in=members)
    levels = levels_of(owner, members)
    told: dict[int, Told] = {}
    for shown in ShownInterest.objects.filter(member__in=visible, audience__lte=Audience.LIVING_ROOM):
        if shown.audience <= levels.get(shown.member_id, Level.MEMBER):
            told.setdefault(shown.member_id, {})[keys.interest(shown.key[:120], FROM_HUB)] = shown
    return told


def _is_ours(row: Interest) -> bool:
    return bool(row.source == FROM_HUB and row.evidence == EVIDENCE and not row.is_hand and row.struck_at is None)


def _row(book: Book, person: int, key: str, shown: ShownInterest) -> Interest:
    return Interest(
        book=book,
        person_id=person,
        key=key,
        topic=shown.key[:120],
        word=shown.text[:120],
        platform=FROM_HUB,
        evidence=EVIDENCE,
        source=FROM_HUB,
    )


@transaction.atomic
def forget(person: Person) -> None:
    """The person is not that member after all."""
    if _held().filter(person=person).delete()[0]:
        settle(person.book, [person.pk])


def drop_unlinked() -> None:
    """Of persons who are linked to nobody any more, by whatever way the link went."""
    left = _held().exclude(person__in=Link.objects.values("person"))
    by_book: dict[int, set[int]] = {}
    for book, person in left.values_list("book", "person"):
        by_book.setdefault(book, set()).add(person)
    for book, people in by_book.items():
        with transaction.atomic():
            _held().filter(person__in=people).delete()
            settle(Book.objects.get(pk=book), people)


def _held() -> ClaimSet:
    found: ClaimSet = Interest.objects.filter(source=FROM_HUB, evidence=EVIDENCE, is_hand=False, struck_at=None)
    return found
