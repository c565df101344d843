"""The Harbour Chapter, led by Mo, with Ann and Bo in it; Cy visits it."""

from rapport.groups.models import Group, GuestVisit, Membership
from rapport.members.models import Member

RANK = 20


def fill(members: dict[str, Member]) -> None:
    chapter = Group.objects.create(handle="chapter", name="Harbour Chapter", seats_per_profession=1, door="request")
    for who, role in (("mo", "organiser"), ("ann", "member"), ("bo", "member")):
        Membership.objects.create(group=chapter, member=members[who], role=role)
    GuestVisit.objects.create(group=chapter, member=members["cy"])
