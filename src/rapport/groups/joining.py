"""Coming into a group: by its door, by asking, by being invited."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.invited import LASTS
from rapport.groups.models import Former, Group, GroupInvitation, GuestVisit, JoinRequest, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked_open, organisers
from rapport.journal.write import answered, record, take_back
from rapport.kit.cleaning import one_line
from rapport.members.blocking import is_between
from rapport.members.models import Member

INVITES_A_DAY = 20  # invitations into groups that a member may send in a day
ASKS_A_DAY = 20
NEW_AGAIN = timedelta(days=365)  # whoever comes back after longer is a newcomer again
_NOT_HERE = _("That cannot be done here.")


@transaction.atomic
def join(*, member: Member, group: Group, now: datetime, is_shown: bool = True) -> Membership:
    """Through an open door. Refused where it is not open to them."""
    group = locked_open(group)
    if group.is_hidden or group.door != "open" or was_removed(member, group):
        raise Refused(_("Here an organiser lets people in: ask to join."))
    return enter(member=member, group=group, now=now, is_shown=is_shown)


@transaction.atomic
def ask(*, member: Member, group: Group, line: str, now: datetime) -> None:
    """Ask to be let in, with a line. One that was declined looks as if it waited. Refused where nobody may ask."""
    group = locked_open(group)
    if not may_ask(member, group):
        raise Refused(_("One comes into this group by invitation."))
    if Membership.objects.filter(group=group, member=member).exists():
        raise Refused(_("You are in this group already."))
    if JoinRequest.objects.filter(member=member, asked_at__gt=now - timedelta(days=1)).count() >= ASKS_A_DAY:
        raise Refused(_("That is enough for one day. Tomorrow you can ask again."))
    words = one_line(line)[:300]
    found, is_new = JoinRequest.objects.get_or_create(
        group=group, member=member, defaults={"line": words, "asked_at": now}
    )
    if is_new:
        record(actor=member, verb="group.ask", subject=group.reference, towards=organisers(group), done_at=now)
    elif found.withdrawn_at is not None:
        found.withdrawn_at, found.line = None, words
        found.save(update_fields=["withdrawn_at", "line"])


@transaction.atomic
def withdraw(*, member: Member, group: Group, now: datetime) -> None:
    """Take the request back. That one was declined is remembered, so that asking again and again is no way in."""
    asked = JoinRequest.objects.filter(group=group, member=member)
    asked.filter(declined_at=None).delete()
    asked.update(withdrawn_at=now)
    take_back(actor=member, verb="group.ask", subject=group.reference)


@transaction.atomic
def admit(*, by: Member, member: Member, group: Group, now: datetime) -> Membership:
    """An organiser lets in who asks. Refused if nobody of that name asks."""
    group = locked_open(group)
    asked = JoinRequest.objects.filter(group=group, member=member, withdrawn_at=None)
    if not is_organiser(by, group) or not asked.exists():
        raise Refused(_NOT_HERE)
    entered = enter(member=member, group=group, now=now)
    record(actor=by, verb="group.admit", subject=group.reference, towards=[member], done_at=now)
    return entered


@transaction.atomic
def decline(*, by: Member, member: Member, group: Group, now: datetime) -> None:
    """Without a word: to whoever asked it goes on waiting."""
    if not is_organiser(by, group):
        raise Refused(_NOT_HERE)
    JoinRequest.objects.filter(group=group, member=member).update(declined_at=now)
    take_back(actor=member, verb="group.ask", subject=group.reference)


@transaction.atomic
def invite(*, by: Member, member: Member, group: Group, note: str = "", now: datetime) -> None:
    """Invite somebody into the group. Who declined before hears nothing, and the same is answered. Refused for
    who may not invite, whom the two keep apart, and who is in it already."""
    group = locked_open(group)
    if not may_invite(by, group) or is_between(by, member):
        raise Refused(_NOT_HERE)
    if _is_seen_within(by, member, group):
        raise Refused(_("They are in this group already."))
    if GroupInvitation.objects.filter(by=by, made_at__gt=now - timedelta(days=1)).count() >= INVITES_A_DAY:
        raise Refused(_("That is enough for one day. Tomorrow you can invite again."))
    if Membership.objects.filter(group=group, member=member).exists():
        return
    mine = {"by": by, "note": one_line(note)[:300], "made_at": now}
    found, is_new = GroupInvitation.objects.get_or_create(group=group, member=member, defaults=mine)
    if not is_new and found.declined_at is None and (found.by_id == by.pk or not _holds(found, group, now)):
        GroupInvitation.objects.filter(pk=found.pk).update(**mine)
    if is_new:
        record(actor=by, verb="group.invite", subject=group.reference, towards=[member], done_at=now)


def invitation_for(member: Member, group: Group, now: datetime) -> GroupInvitation | None:
    """The open invitation into this group, if whoever sent it may still invite."""
    found = GroupInvitation.objects.filter(group=group, member=member, declined_at=None).select_related("by").first()
    return found if found is not None and _holds(found, group, now) else None


@transaction.atomic
def accept(*, member: Member, group: Group, now: datetime, is_shown: bool = True) -> Membership:
    """Come in by invitation. Refused for one that was declined, is too old, or whose sender may no longer invite;
    and whoever was put out needs an organiser's."""
    group = locked_open(group)
    found = invitation_for(member, group, now)
    if found is None or (was_removed(member, group) and not is_organiser(found.by, group)):
        raise Refused(_("This invitation no longer holds."))
    return enter(member=member, group=group, now=now, is_shown=is_shown)


@transaction.atomic
def refuse(*, member: Member, group: Group, now: datetime) -> None:
    """Decline an invitation, without a word to whoever sent it."""
    GroupInvitation.objects.filter(group=group, member=member, declined_at=None).update(declined_at=now)
    answered(by=member, verb="group.invite", subject=group.reference)


def enter(*, member: Member, group: Group, now: datetime, is_shown: bool = True) -> Membership:
    """Write the membership down, and close what waited for it. Whether they may is asked before. The first in a group
    that everybody has left organises it. Inside a transaction that holds the group's row."""
    is_first = not Membership.objects.filter(group=group).exists()
    former = Former.objects.filter(group=group, member=member).first()
    made, is_new = Membership.objects.get_or_create(
        group=group,
        member=member,
        defaults={
            "joined_at": now,
            "is_shown": is_shown,
            "is_back": former is not None and former.left_at > now - NEW_AGAIN,
            "role": "organiser" if is_first else "member",
        },
    )
    _close_what_waited(member, group)
    Former.objects.filter(group=group, member=member).update(is_removed=False)
    if is_new:
        record(actor=member, verb="group.join", subject=group.reference, done_at=now)
    return made


def _close_what_waited(member: Member, group: Group) -> None:
    """Nothing asks for an answer any more, in the notices neither."""
    answered(by=member, verb="group.invite", subject=group.reference)
    JoinRequest.objects.filter(group=group, member=member).delete()
    GroupInvitation.objects.filter(group=group, member=member).delete()
    GuestVisit.objects.filter(group=group, member=member, state="asked").delete()
    for verb in ("group.ask", "group.visit"):
        take_back(actor=member, verb=verb, subject=group.reference)


def may_ask(member: Member, group: Group) -> bool:
    """By request everybody; where the door is open, those who were put out."""
    if group.closed_at is not None or group.is_hidden:
        return False
    return group.door == "request" or (group.door == "open" and was_removed(member, group))


def may_invite(member: Member, group: Group) -> bool:
    rows = Membership.objects.filter(group=group, member=member)
    return (rows if group.may_members_invite else rows.filter(role="organiser")).exists()


def was_removed(member: Member, group: Group) -> bool:
    return Former.objects.filter(group=group, member=member, is_removed=True).exists()


def _holds(invitation: GroupInvitation, group: Group, now: datetime) -> bool:
    is_there = invitation.by.account.is_active
    return is_there and invitation.made_at > now - LASTS and may_invite(invitation.by, group)


def _is_seen_within(by: Member, member: Member, group: Group) -> bool:
    """Whether `by` may know that they are in it."""
    rows = Membership.objects.filter(group=group, member=member)
    return (rows if is_organiser(by, group) else rows.filter(is_shown=True)).exists()
