"""In the Harbour Chapter Bo holds the plumber's seat, and Cy waits for it."""

from rapport.groups.models import Group
from rapport.members.models import Member
from rapport.seats.models import Application, Profession, Seat, SeatHolding
from rapport.seats.professions import ship

RANK = 25


def fill(members: dict[str, Member]) -> None:
    ship()  # tests that empty the tables took the tree with them
    chapter, plumber = Group.objects.get(handle="chapter"), Profession.objects.get(folded="plumber")
    seat = Seat.objects.create(group=chapter, profession=plumber)
    SeatHolding.objects.create(seat=seat, group=chapter, member=members["bo"])
    Application.objects.create(group=chapter, profession=plumber, member=members["cy"])
