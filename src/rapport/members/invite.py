"""Invitations: a word that lets one person in, once. Only its digest is kept."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from allauth.account.models import EmailAddress
from django.db import transaction

from rapport.kit import doorbell
from rapport.kit.welcoming import welcome
from rapport.members.models import Account, Hub, Invitation, Member

LASTS = timedelta(days=14)
A_DAY = 20  # invitations a host may make in one day


class TooManyInvitationsError(Exception):
    """The invitations of the day, or of the week, are used up."""


@transaction.atomic
def invite(*, by: Member | None, now: datetime, email: str = "") -> str:
    """A new invitation; returns the word that goes into its address, which is shown once. The address is only kept to
    be filled in: whether it is known here makes no difference. Raises TooManyInvitationsError."""
    if by is not None:
        Member.objects.select_for_update(no_key=True).get(pk=by.pk)  # else of several at once each would be the last
        if left_to(by, now) < 1:
            raise TooManyInvitationsError
    word = secrets.token_urlsafe(24)
    Invitation.objects.create(digest=digest_of(word), email=email, invited_by=by, made_at=now, expires_at=now + LASTS)
    return word


def left_to(member: Member, now: datetime) -> int:
    """How many invitations the member may make now: a host so many a day, others so many a week as the host allows."""
    made = Invitation.objects.filter(invited_by=member)
    if member.is_host:
        return A_DAY - made.filter(made_at__gt=now - timedelta(days=1)).count()
    return Hub.this().invitations_a_week - made.filter(made_at__gt=now - timedelta(days=7)).count()


def open_invitation(word: str, now: datetime) -> Invitation | None:
    """The invitation behind `word` if it may still be used; used, expired and invented ones are alike."""
    found = Invitation.objects.filter(digest=digest_of(word)).first()
    return found if found is not None and found.is_open(now) else None


@transaction.atomic
def accept(
    invitation: Invitation, *, email: str, password: str, handle: str, name: str, now: datetime, zone: str = "UTC"
) -> Member | None:
    """The new member, or None when the invitation was used in the same moment. An invitation made out to an address
    is for that address. Raises IntegrityError if the handle was taken in the same moment."""
    fresh = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if fresh is None or not fresh.is_open(now):
        return None
    member = make_member(email=fresh.email or email, password=password, handle=handle, name=name, zone=zone)
    fresh.used_by = member
    fresh.save(update_fields=["used_by"])
    if fresh.invited_by is not None:
        doorbell.comes_in(member, by=fresh.invited_by, now=now)
    return member


@transaction.atomic
def make_member(
    *, email: str, password: str | None, handle: str, name: str, is_host: bool = False, zone: str = "UTC"
) -> Member:
    """An account with its member. Raises IntegrityError if the handle is taken; of addresses nothing is said."""
    account = Account.objects.create_user(email, password)
    EmailAddress.objects.create(user=account, email=account.email, primary=True, verified=False)
    member = Member.objects.create(account=account, handle=handle.lower(), name=name, is_host=is_host, zone=zone)
    welcome(member)
    return member


def digest_of(word: str) -> str:
    return sha256(word.encode()).hexdigest()
