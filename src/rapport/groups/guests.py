"""Visits as a guest: a few before one decides, each granted by an organiser. Being new or alone is said by oneself."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.groups.joining import was_removed
from rapport.groups.models import Group, GuestVisit, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked_open, organisers
from rapport.journal.write import record, take_back
from rapport.kit.cleaning import one_line
from rapport.members.models import Member

A_DAY = 10
NEW_FOR = timedelta(weeks=6)  # how long somebody is new here who says so
GRANTED_FOR = timedelta(days=60)  # a visit to no certain gathering
_NOT_HERE = _("That cannot be done here.")


@transaction.atomic
def ask_to_visit(
    *,
    member: Member,
    group: Group,
    now: datetime,
    line: str = "",
    day: date | None = None,
    occasion: str = "",
    is_alone: bool = False,
) -> GuestVisit:
    """Ask to come as a guest, to a gathering or to the next one. Refused for members, when the visits are used
    up, and in a group that takes no guests. One that was declined looks as if it waited."""
    group = locked_open(group)
    standing = GuestVisit.objects.filter(group=group, member=member, state__in=("asked", "declined")).last()
    if standing is not None:
        return _again(standing, now)
    if Membership.objects.filter(group=group, member=member).exists():
        raise Refused(_("You are in this group already."))
    if not may_visit(member, group):
        raise Refused(_("You cannot come as a guest again; ask to join."))
    if GuestVisit.objects.filter(member=member, asked_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise Refused(_("That is enough for one day. Tomorrow you can ask again."))
    made: GuestVisit = GuestVisit.objects.create(
        group=group,
        member=member,
        line=one_line(line)[:300],
        day=day,
        occasion=occasion[:80],
        is_alone=is_alone,
        asked_at=now,
    )
    record(actor=member, verb="group.visit", subject=group.reference, towards=organisers(group), done_at=now)
    return made


@transaction.atomic
def withdraw_visit(*, member: Member, group: Group, now: datetime) -> None:
    """Not this time. That one was declined is remembered."""
    asked = GuestVisit.objects.filter(group=group, member=member)
    asked.filter(state="asked").delete()
    asked.filter(state="declined").update(withdrawn_at=now)
    take_back(actor=member, verb="group.visit", subject=group.reference)


@transaction.atomic
def receive(*, by: Member, member: Member, group: Group, now: datetime) -> GuestVisit:
    """An organiser grants the visit that somebody asked for."""
    group = locked_open(group)
    asked = GuestVisit.objects.filter(group=group, member=member, state="asked").first()
    if asked is None or not is_organiser(by, group):
        raise Refused(_NOT_HERE)
    asked.state, asked.settled_at = "admitted", now
    asked.save(update_fields=["state", "settled_at"])
    take_back(actor=member, verb="group.visit", subject=group.reference)
    record(actor=by, verb="group.receive", subject=group.reference, towards=[member], done_at=now)
    return asked


@transaction.atomic
def turn_away(*, by: Member, member: Member, group: Group, now: datetime) -> None:
    """Without a word."""
    if not is_organiser(by, group):
        raise Refused(_NOT_HERE)
    asked = GuestVisit.objects.filter(group=group, member=member, state="asked")
    asked.update(state="declined", settled_at=now)
    take_back(actor=member, verb="group.visit", subject=group.reference)


def visits_left(member: Member, group: Group) -> int:
    """How many visits as a guest they have still; what they asked for counts."""
    used = GuestVisit.objects.filter(group=group, member=member, state__in=("asked", "admitted")).count()
    return max(0, group.guest_visits - used)


def may_visit(member: Member, group: Group) -> bool:
    if group.closed_at is not None:
        return False
    is_there = Group.objects.visible_to(member).filter(pk=group.pk).exists()
    return is_there and visits_left(member, group) > 0 and not was_removed(member, group)


def is_guest(member: Member, group: Group, *, now: datetime, occasion: str = "") -> bool:
    """Whether a visit was granted: for this occasion, or lately for none in particular."""
    rows = GuestVisit.objects.filter(group=group, member=member, state="admitted")
    granted = rows.filter(Q(occasion=occasion) & ~Q(occasion="") | Q(occasion="", settled_at__gt=now - GRANTED_FOR))
    return granted.exists() and not was_removed(member, group)


def wish_to_be_found(*, member: Member, group: Group, is_new: bool, now: datetime) -> None:
    """Be shown as "new here" for six weeks, or no longer; by own wish alone."""
    rows = Membership.objects.filter(group=group, member=member)
    rows.update(is_new_until=now + NEW_FOR if is_new else None)


def _again(standing: GuestVisit, now: datetime) -> GuestVisit:
    if standing.withdrawn_at is not None:
        standing.withdrawn_at = None
        standing.save(update_fields=["withdrawn_at"])
    return standing
