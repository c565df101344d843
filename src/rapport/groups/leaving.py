"""Going from a group: by oneself, put out by an organiser, or with one's account."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Former, Group, GroupInvitation, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import hand_over, heirs, is_last_organiser, is_organiser, locked
from rapport.groups.sequel import went
from rapport.journal.write import take_back
from rapport.kit import clock
from rapport.members.models import Member


@transaction.atomic
def leave(*, member: Member, group: Group, now: datetime, heir: Member | None = None) -> None:
    """Go. The last organiser names who takes over (`heir`, of the group): Refused until they do. Where there is nobody
    they may name, it passes on as with an account that goes; the very last leaves an empty group, which the host can
    take over."""
    group = locked(group)
    found = Membership.objects.filter(group=group, member=member).select_related("group").first()
    if found is None:
        return
    if is_last_organiser(found):
        seen = heirs(group, member).filter(member__in=Member.objects.visible_to(member))
        following = seen.filter(member=heir).first() if seen.exists() else heirs(group, member).first()
        if following is None and seen.exists():
            raise Refused(_("You are the last organiser: say who takes over."))
        if following is not None:
            hand_over(following, "organiser", by=member, now=now)
    _go(found, "left", now)


@transaction.atomic
def remove(*, by: Member, member: Member, group: Group, now: datetime) -> None:
    """An organiser puts somebody out; only an organiser lets them in again. Organisers leave by themselves."""
    group = locked(group)
    found = Membership.objects.filter(group=group, member=member).select_related("group").first()
    if found is None or not is_organiser(by, group) or found.role == "organiser":
        raise Refused(_("That cannot be done here."))
    _go(found, "removed", now)


def before_leaving(member: Any) -> None:
    """An account goes: where it was the last organiser, the group passes to the longest greeter, else to the longest
    member."""
    now = clock.now()
    for found in Membership.objects.filter(member=member).select_related("group", "member").order_by("pk"):
        group = locked(found.group)
        following = heirs(group, member).first() if is_last_organiser(found) else None
        if following is not None:
            hand_over(following, "organiser", by=None, now=now)  # what the leaving member does vanishes with them
        _go(found, "gone", now)


def _go(found: Membership, why: str, now: datetime) -> None:
    group, member = found.group, found.member
    Former.objects.update_or_create(
        group=group,
        member=member,
        defaults={"joined_at": found.joined_at, "left_at": now, "is_removed": why == "removed"},
    )
    found.delete()
    GroupInvitation.objects.filter(group=group, by=member).delete()
    take_back(actor=member, verb="group.join", subject=group.reference)
    went(member, group, why, now=now)
