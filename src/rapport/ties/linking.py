"""The owner says which member a person of the book is, and takes it back."""

from datetime import datetime

from django.db import transaction

from rapport.members.models import Member
from rapport.people.here import forget_link
from rapport.people.models import Link, Person
from rapport.ties.reader import catch_up


@transaction.atomic
def link(*, person: Person, member: Member, now: datetime) -> Link:
    """This person is that member. Said of another person or member before, it counts no more. What the two did on the
    hub so far warms the tie. ValueError for the owner themselves, and for a member the owner cannot see."""
    owner = person.book.owner
    if member.pk == owner.pk or not Member.objects.visible_to(owner).filter(pk=member.pk).exists():
        raise ValueError("This person cannot be that member.")
    Link.objects.filter(book=person.book, member=member).exclude(person=person).delete()
    made, _ = Link.objects.update_or_create(
        person=person, defaults={"book": person.book, "member": member, "linked_at": now}
    )
    forget_link(person)
    catch_up(made)
    return made


def unlink(*, person: Person) -> None:
    """They are not the same after all; what was written down stays."""
    Link.objects.filter(person=person).delete()
    forget_link(person)
