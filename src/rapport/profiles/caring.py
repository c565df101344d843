"""What a member shows that they care about is evidence in the book of whoever said who they are, as far as it is shown
to that owner. It is nobody's secret, so it is never confided."""

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.members.models import Member
from rapport.network.nearness import level_of
from rapport.people import keys
from rapport.people.models import Book, Interest, Link, Person
from rapport.people.models.claims import ClaimSet
from rapport.people.noting import FROM_HUB
from rapport.profiles.models import Profile, ShownInterest

EVIDENCE = "profile"


@transaction.atomic
def take_over(link: Link) -> None:
    """Bring the interests that `link`'s person has from the member's profile in line with it. What the owner struck
    out stays struck; what they made their own stays theirs."""
    told = {keys.interest(shown.key[:120], FROM_HUB): shown for shown in _shown(link)}
    held = _held().filter(person=link.person)
    gone = held.exclude(key__in=list(told)).filter(is_hand=False, struck_at=None).delete()[0]
    there = set(Interest.objects.filter(person=link.person, key__in=list(told)).values_list("key", flat=True))
    for key, shown in told.items():
        if key not in there:
            Interest(
                book=link.book,
                person=link.person,
                key=key,
                topic=shown.key[:120],
                word=shown.text[:120],
                platform=FROM_HUB,
                evidence=EVIDENCE,
                source=FROM_HUB,
            ).save()
    if gone or told.keys() - there:
        settle(link.book, [link.person_id])


def _shown(link: Link) -> list[ShownInterest]:
    owner, member = link.book.owner, link.member
    if not Member.objects.visible_to(owner).filter(pk=member.pk).exists():
        return []
    level = level_of(owner, member)
    if Profile.of(member).opens_for > level:
        return []
    return list(ShownInterest.objects.filter(member=member).seen_at(level))


@transaction.atomic
def forget(person: Person) -> None:
    """The person is not that member after all."""
    if _held().filter(person=person, is_hand=False, struck_at=None).delete()[0]:
        settle(person.book, [person.pk])


def drop_unlinked() -> None:
    """Of persons who are linked to nobody any more, by whatever way the link went."""
    left = _held().filter(is_hand=False, struck_at=None).exclude(person__in=Link.objects.values("person"))
    by_book: dict[int, set[int]] = {}
    for book, person in left.values_list("book", "person"):
        by_book.setdefault(book, set()).add(person)
    for book, people in by_book.items():
        with transaction.atomic():
            _held().filter(person__in=people, is_hand=False, struck_at=None).delete()
            settle(Book.objects.get(pk=book), people)


def _held() -> "ClaimSet":
    found: ClaimSet = Interest.objects.filter(source=FROM_HUB, evidence=EVIDENCE)
    return found
