"""The Harbour Chapter, led by Mo, with Ann and Bo in it: Bo holds the plumber's seat, Cy waits for it and visits."""

from rapport.groups.models import Application, Group, GuestVisit, Membership, Profession, Seat, SeatHolding
from rapport.groups.professions import ship
from rapport.members.models import Member

RANK = 20


def fill(members: dict[str, Member]) -> None:
    ship()  # tests that empty the tables took the tree with them
    chapter = Group.objects.create(handle="chapter", name="Harbour Chapter", seats_per_profession=1, door="request")
    for who, role in (("mo", "organiser"), ("ann", "member"), ("bo", "member")):
        Membership.objects.create(group=chapter, member=members[who], role=role)
    plumber = Profession.objects.get(folded="plumber")
    seat = Seat.objects.create(group=chapter, profession=plumber)
    SeatHolding.objects.create(seat=seat, group=chapter, member=members["bo"])
    Application.objects.create(group=chapter, profession=plumber, member=members["cy"])
    GuestVisit.objects.create(group=chapter, member=members["cy"])
