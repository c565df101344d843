"""The owner answers: yes, this person is that member; no, they are not; they are not after all. Nobody else hears."""

from datetime import datetime

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.members.models import Member
from rapport.people.add import make
from rapport.people.models import Book, Identity, Link, Person
from rapport.profiles.caring import forget, take_over
from rapport.profiles.models import NotSame, ProfileLink, Way
from rapport.ties.linking import link, unlink


@transaction.atomic
def yes(*, person: Person, member: Member, now: datetime) -> Link:
    """This person is that member: what they did here counts, and what they show that they care about. ValueError for
    the owner themselves and for a member the owner cannot see."""
    before = (
        Link.objects.filter(book=person.book, member=member).exclude(person=person).select_related("person").first()
    )
    made = link(person=person, member=member, now=now)
    if before is not None:
        forget(before.person)
    NotSame.objects.filter(person=person, member=member).delete()
    take_over(made)
    return made


@transaction.atomic
def no(*, person: Person, member: Member, now: datetime) -> None:
    """They are two. It is not asked again."""
    NotSame.objects.get_or_create(person=person, member=member, defaults={"book": person.book, "said_at": now})


@transaction.atomic
def not_after_all(*, person: Person, now: datetime) -> None:
    """Take the yes back; what was written down by hand stays, and it is not asked again."""
    was = Link.objects.filter(person=person).select_related("member").first()
    if was is not None:
        unlink(person=person)
        forget(person)
        no(person=person, member=was.member, now=now)


@transaction.atomic
def put_into(*, book: Book, member: Member, now: datetime) -> Person:
    """The member becomes one of the owner's people, with the ways they show to the owner. Once: somebody linked
    already is returned as they are. ValueError for the owner themselves."""
    there = Link.objects.filter(book=book, member=member).select_related("person").first()
    if there is not None:
        return there.person
    person = make(book=book, name=member.name, now=now)
    for model in (ProfileLink, Way):
        for row in model.objects.shown_to(book.owner).filter(member=member):
            Identity(
                book=book,
                person=person,
                key=row.key,
                platform=row.platform,
                handle=row.handle,
                url=getattr(row, "url", ""),
                source="hub",
            ).save()
    yes(person=person, member=member, now=now)
    settle(book, [person.pk])
    return person
