"""Seats of one (or n) per profession: who holds them, how they come free, and who is next."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.groups.joining import enter
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked, locked_open, organisers
from rapport.journal.write import answered, record, take_back
from rapport.members.models import Member
from rapport.seats.models import Application, Profession, Seat, SeatHolding
from rapport.seats.overlap import Nearness, overlaps
from rapport.seats.professions import parents

_NOT_HERE = _("That cannot be done here.")
BY_ORGANISERS = frozenset(("absent", "ended"))


def held(group: Group) -> QuerySet[SeatHolding]:
    """Who holds a seat in the group now."""
    return SeatHolding.objects.filter(group=group, until=None)


def line_of(group: Group, profession: Profession) -> QuerySet[Application]:
    """Who waits for it, the first in line first; whoever is offered a seat stands before all."""
    rows = Application.objects.filter(group=group, profession=profession, state__in=Application.OPEN)
    return rows.order_by("applied_at", "pk")


@transaction.atomic
def open_seats(*, by: Member, group: Group, profession: Profession) -> None:
    """An organiser shows that the group looks for this profession: its seats stand on the page as free."""
    group = locked_open(group)
    if not is_organiser(by, group) or not group.seats_per_profession or profession.parent_id is None:
        raise Refused(_NOT_HERE)
    seats_for(group, profession)


@transaction.atomic
def release(*, by: Member, holding: SeatHolding, why: str, now: datetime) -> None:
    """The holder gives it up, or an organiser ends it (absent, ended); it is offered to the first in line."""
    locked(holding.group)
    fresh = SeatHolding.objects.filter(pk=holding.pk, until=None).select_related("group", "seat__profession").first()
    is_own = fresh is not None and fresh.member_id == by.pk
    if fresh is None or not (is_own or (is_organiser(by, fresh.group) and why in BY_ORGANISERS)):
        raise Refused(_NOT_HERE)
    end(fresh, why if not is_own else "given up", now=now, by=by)


@transaction.atomic
def pass_on(*, by: Member, holding: SeatHolding, to: Member, now: datetime) -> None:
    """A firm's seat goes to a colleague, as an organiser decides: they need not stand in line. Refused unless the
    colleague is in the group without a seat."""
    group = locked_open(holding.group)
    fresh = SeatHolding.objects.filter(pk=holding.pk, until=None).first()
    is_within = Membership.objects.filter(group=group, member=to).exists()
    if fresh is None or not is_organiser(by, group) or not is_within or held(group).filter(member=to).exists():
        raise Refused(_("A seat is passed on to somebody of the group who holds none."))
    fresh.until, fresh.why = now, "passed on"
    fresh.save(update_fields=["until", "why"])
    SeatHolding.objects.create(seat=fresh.seat, group=group, member=to, since=now, ends_on=fresh.ends_on)
    close_applications(to, group, now)
    record(actor=by, verb="seat.grant", subject=group.reference, towards=[to], done_at=now)


@transaction.atomic
def move(*, by: Member, holding: SeatHolding, profession: Profession, now: datetime) -> None:
    """The same holder under another profession, as after a split; since when they hold it stays. Refused if no
    seat is free there, or somebody stands in line for it."""
    group = locked_open(holding.group)
    fresh = SeatHolding.objects.filter(pk=holding.pk, until=None).select_related("seat__profession").first()
    free = free_seat(group, profession) if profession.parent_id is not None else None
    if fresh is None or not is_organiser(by, group) or free is None:
        raise Refused(_("No seat is free there."))
    left = fresh.seat.profession
    fresh.seat = free
    fresh.save(update_fields=["seat"])
    advance(group, left, now=now, by=by)


def hold(application: Application, *, by: Member, now: datetime) -> SeatHolding:
    """Seat whoever applied, and let them into the group if they are not in it. Inside a transaction that holds the
    group's row. Refused if no seat is free."""
    group, member = application.group, application.member
    was_within = Membership.objects.filter(group=group, member=member).exists()
    Application.objects.filter(pk=application.pk).update(state="taken", settled_at=now)
    seat = free_seat(group, application.profession)
    if seat is None:
        raise Refused(_("This seat is taken."))
    if not was_within:
        enter(member=member, group=group, now=now)
    holding: SeatHolding = SeatHolding.objects.create(seat=seat, group=group, member=member, since=now)
    close_applications(member, group, now)
    hush(member, group)
    record(actor=by, verb="seat.grant", subject=group.reference, towards=[member], done_at=now)
    return holding


def end(holding: SeatHolding, why: str, *, now: datetime, by: Member | None = None) -> None:
    """It ends; the seat is offered to the first in line. Inside a transaction that holds the group's row."""
    SeatHolding.objects.filter(pk=holding.pk).update(until=now, why=why)
    advance(holding.group, holding.seat.profession, now=now, by=by)


def vacate(member: Member, group: Group, why: str, *, now: datetime) -> None:
    """All that a member who goes held and waited for."""
    for holding in held(group).filter(member=member).select_related("group", "seat__profession"):
        end(holding, why, now=now)
    close_applications(member, group, now)


def advance(group: Group, profession: Profession, *, now: datetime, by: Member | None = None) -> None:
    """Offer what is free to the first in line. Somebody whom an organiser has still to look at keeps their place: those
    behind do not overtake."""
    for application in line_of(group, profession).filter(state="waiting").select_related("member"):
        if application.allowed_at is None or free_seat(group, profession) is None:
            return
        if application.allowed_by_id is None and too_near(group, profession):
            application.allowed_at = None  # since they came, somebody sits near it: an organiser looks
            application.save(update_fields=["allowed_at"])
            return
        Application.objects.filter(pk=application.pk).update(state="offered", offered_at=now)
        leading = [one for one in (by, *organisers(group)) if one is not None and one.pk != application.member_id]
        record(
            actor=leading[0] if leading else None,
            verb="seat.offer",
            subject=group.reference,
            towards=[application.member],
            done_at=now,
        )


def too_near(group: Group, profession: Profession) -> dict[int, Nearness]:
    """Professions whose seats are held in the group and that come near this one, by the tree."""
    return overlaps(parents(), profession.pk, held(group).values_list("seat__profession_id", flat=True))


def advance_all(group: Group, *, now: datetime, by: Member | None = None) -> None:
    """Every line of the group moves up, as after it got more seats. Inside a transaction that holds its row."""
    waiting = Application.objects.filter(group=group, state="waiting").values("profession")
    for profession in Profession.objects.filter(pk__in=waiting):
        advance(group, profession, now=now, by=by)


def close_applications(member: Member, group: Group, now: datetime) -> None:
    """They wait for no seat here any more; what was offered to them goes to the next."""
    waiting = Application.objects.filter(group=group, member=member, state__in=Application.OPEN)
    for application in waiting.select_related("profession"):
        Application.objects.filter(pk=application.pk).update(state="withdrawn", settled_at=now)
        advance(group, application.profession, now=now)


def free_seat(group: Group, profession: Profession) -> Seat | None:
    """A seat nobody holds and that is offered to nobody; None if there is none."""
    seats = seats_for(group, profession)
    taken = set(held(group).filter(seat__in=seats).values_list("seat_id", flat=True))
    offered = Application.objects.filter(group=group, profession=profession, state="offered").count()
    free = [seat for seat in seats if seat.pk not in taken]
    return free[0] if len(free) > offered else None


def seats_for(group: Group, profession: Profession) -> list[Seat]:
    """The seats of a profession, made as far as they are missing. Beyond what the group now allows they are not
    counted: whoever holds one keeps it."""
    rows = Seat.objects.filter(group=group, profession=profession, n__lte=group.seats_per_profession).order_by("n")
    found = list(rows)
    missing = set(range(1, group.seats_per_profession + 1)) - {seat.n for seat in found}
    if missing:
        Seat.objects.bulk_create(Seat(group=group, profession=profession, n=n) for n in sorted(missing))
        found = list(rows.all())
    return found


def hush(member: Member, group: Group) -> None:
    """What they applied for and were offered asks nobody for an answer any more, neither the organisers nor
    themselves, once nothing of it waits for one."""
    waiting = Application.objects.filter(group=group, member=member, state="waiting", allowed_at=None)
    if not Application.objects.filter(group=group, member=member, state="offered").exists():
        answered(by=member, verb="seat.offer", subject=group.reference)
    if not waiting.exists():
        take_back(actor=member, verb="seat.apply", subject=group.reference)
