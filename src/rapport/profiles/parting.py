"""When two block each other, neither book goes on hearing from the other's profile."""

from datetime import datetime

from django.db.models import Q

from rapport.members.blocking import Parting
from rapport.members.models import Member
from rapport.people.models import Link
from rapport.profiles.caring import take_over


def _part(by: Member, other: Member, now: datetime) -> None:
    both = Q(book__owner=by, member=other) | Q(book__owner=other, member=by)
    for link in Link.objects.filter(both).select_related("person", "member", "book__owner"):
        take_over(link)


PARTED = Parting(_part)
