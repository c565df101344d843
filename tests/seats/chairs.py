"""Professions and who holds their seats, for the tests of seats."""

from datetime import timedelta

from groups.harbour import DAY, NOW
from rapport.groups.models import Group
from rapport.members.models import Member
from rapport.seats import applying, filling
from rapport.seats.models import Application, Profession, Seat, SeatHolding
from rapport.seats.professions import ship


def profession(name: str) -> Profession:
    """Of the tree that is brought along."""
    if not Profession.objects.exists():
        ship()
    return Profession.objects.get(folded=name.casefold())


def seated(group: Group, member: Member, name: str = "Plumber") -> SeatHolding:
    seat, _is_new = Seat.objects.get_or_create(group=group, profession=profession(name), n=1)
    held: SeatHolding = SeatHolding.objects.create(seat=seat, group=group, member=member, since=NOW - 200 * DAY)
    return held


def holders(group: Group) -> dict[str, str]:
    rows = filling.held(group).select_related("member", "seat__profession")
    return {row.seat.profession.name: row.member.handle for row in rows if row.member is not None}


def applied(who: Member, group: Group, name: str = "Plumber", after: timedelta = timedelta()) -> Application:
    return applying.apply(member=who, group=group, profession=profession(name), now=NOW + after)


def allowed(application: Application, by: Member) -> Application:
    return applying.decide(by=by, application=application, is_allowed=True, now=NOW)
