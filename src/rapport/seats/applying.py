"""Applying for a seat: standing in line, what an organiser decides, and what is done with an offer."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.groups.joining import was_removed
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked, locked_open, organisers
from rapport.journal.write import record, take_back
from rapport.kit.cleaning import one_line
from rapport.members.models import Member
from rapport.seats.filling import advance, end, free_seat, held, hold, hush, line_of, too_near
from rapport.seats.models import Application, Profession, SeatHolding

MOST_OPEN = 3  # professions that one member may stand in line for in one group
A_DAY = 10
OFFER_LASTS = timedelta(days=14)
_NOT_HERE = _("That cannot be done here.")


@transaction.atomic
def apply(*, member: Member, group: Group, profession: Profession, line: str = "", now: datetime) -> Application:
    """Ask for the seat of a profession. A member of the group gets a free seat at once if nobody waits for it and
    nothing comes near it; all else stands in line, and what comes near or from outside an organiser decides.
    Refused with the reason where nobody can apply."""
    group = locked_open(group)
    standing = line_of(group, profession).filter(member=member).first()
    if standing is not None:
        return standing
    _check(member, group, profession, now)
    is_within = Membership.objects.filter(group=group, member=member).exists()
    is_plain = (is_within or _walks_in(member, group)) and not too_near(group, profession)
    made: Application = Application.objects.create(
        group=group,
        profession=profession,
        member=member,
        line=one_line(line)[:300],
        applied_at=now,
        allowed_at=now if is_plain else None,
    )
    is_alone = line_of(group, profession).count() == 1
    if is_plain and is_alone and free_seat(group, profession) is not None:
        hold(made, by=member, now=now)
        made.refresh_from_db()
    else:
        record(actor=member, verb="seat.apply", subject=group.reference, towards=organisers(group), done_at=now)
    return made


@transaction.atomic
def withdraw(*, member: Member, application: Application, now: datetime) -> None:
    """Leave the line, or turn down what is offered; the next moves up. Refused if it is not theirs or over."""
    fresh = _fresh(application)
    if fresh is None or fresh.member_id != member.pk:
        raise Refused(_NOT_HERE)
    _settle(fresh, "withdrawn", now)
    take_back(actor=member, verb="seat.apply", subject=fresh.group.reference)
    hush(member, fresh.group)
    advance(fresh.group, fresh.profession, now=now)


@transaction.atomic
def take(*, member: Member, application: Application, now: datetime) -> SeatHolding:
    """Say yes to what was offered. Refused if nothing is, or it has lapsed."""
    fresh = _fresh(application)
    if fresh is None or fresh.member_id != member.pk or fresh.state != "offered":
        raise Refused(_("This seat is no longer on offer."))
    return hold(fresh, by=member, now=now)


@transaction.atomic
def decide(*, by: Member, application: Application, is_allowed: bool, now: datetime) -> Application:
    """An organiser looks at who comes near another seat, or from outside. Allowed, they get a free seat if they are
    first in line, or keep their place; else it is closed, and they may apply again another time."""
    fresh = _fresh(application)
    if fresh is None or not is_organiser(by, fresh.group) or fresh.member_id == by.pk:
        raise Refused(_NOT_HERE)
    if not is_allowed:
        _settle(fresh, "declined", now)
        record(actor=by, verb="seat.decline", subject=fresh.group.reference, towards=[fresh.member], done_at=now)
        advance(fresh.group, fresh.profession, now=now, by=by)
    elif fresh.state == "waiting":
        Application.objects.filter(pk=fresh.pk).update(allowed_at=now, allowed_by=by)
        first = line_of(fresh.group, fresh.profession).filter(state="waiting").first()
        if first is not None and first.pk == fresh.pk and free_seat(fresh.group, fresh.profession) is not None:
            hold(fresh, by=by, now=now)
            advance(fresh.group, fresh.profession, now=now, by=by)
    hush(fresh.member, fresh.group)
    fresh.refresh_from_db()
    return fresh


def lapse(now: datetime) -> int:
    """Offers that nobody took in time go to the next in line, and terms that are over end; how many of both."""
    late = Application.objects.filter(state="offered", offered_at__lte=now - OFFER_LASTS)
    over = SeatHolding.objects.filter(until=None, ends_on__lt=now.date())
    return sum(_lapse(application, now) for application in late) + sum(_end(holding, now) for holding in over)


def place_in_line(application: Application) -> int:
    """1 is the first."""
    before = line_of(application.group, application.profession)
    ids = list(before.values_list("pk", flat=True))
    return ids.index(application.pk) + 1 if application.pk in ids else 0


def _check(member: Member, group: Group, profession: Profession, now: datetime) -> None:
    mine: QuerySet[Application] = Application.objects.filter(member=member)
    is_there = Group.objects.visible_to(member).filter(pk=group.pk).exists()
    if not is_there or not group.seats_per_profession or was_removed(member, group):
        raise Refused(_("There are no seats to apply for here."))
    if profession.parent_id is None:
        raise Refused(_("That is too wide: choose a profession within it."))
    if held(group).filter(member=member).exists():
        raise Refused(_("You hold a seat here already; give it up first."))
    if mine.filter(group=group, state__in=Application.OPEN).count() >= MOST_OPEN:
        raise Refused(_("You stand in line for three professions here; that is the most."))
    if mine.filter(applied_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise Refused(_("That is enough for one day. Tomorrow you can apply again."))


def _walks_in(member: Member, group: Group) -> bool:
    return group.door == "open" and not group.is_hidden and not was_removed(member, group)


def _fresh(application: Application) -> Application | None:
    """The application as it is now, if it is still open, with its group held."""
    locked(application.group)
    rows = Application.objects.filter(pk=application.pk, state__in=Application.OPEN)
    found: Application | None = rows.select_related("group", "profession", "member").first()
    return found


def _settle(application: Application, state: str, now: datetime) -> None:
    Application.objects.filter(pk=application.pk).update(state=state, settled_at=now)


@transaction.atomic
def _lapse(application: Application, now: datetime) -> bool:
    fresh = _fresh(application)
    if fresh is None or fresh.state != "offered":
        return False
    _settle(fresh, "lapsed", now)
    hush(fresh.member, fresh.group)
    record(actor=None, verb="seat.lapse", subject=fresh.group.reference, towards=[fresh.member], done_at=now)
    advance(fresh.group, fresh.profession, now=now)
    return True


@transaction.atomic
def _end(holding: SeatHolding, now: datetime) -> bool:
    locked(holding.group)
    fresh = SeatHolding.objects.filter(pk=holding.pk, until=None).select_related("group", "seat__profession").first()
    if fresh is None:
        return False
    end(fresh, "ended", now=now)
    return True
