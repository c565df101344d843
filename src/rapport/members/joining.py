"""Coming in where the host opened the door: at once, or by a request that the host answers."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from rapport.kit import doorbell
from rapport.members.invite import LASTS, digest_of, invite, make_member
from rapport.members.models import Hub, Invitation, JoinRequest, Member

WAITING = 500  # requests that may wait; more are not taken
A_DAY = 100  # members who may come in by themselves in one day


class ClosedError(Exception):
    """The door is not open, or too many come at once."""


@transaction.atomic
def come_in(*, email: str, password: str, handle: str, name: str, now: datetime, zone: str = "UTC") -> Member:
    """A new member, where the place is open. Raises ClosedError, and IntegrityError if the handle was just taken."""
    lately = Member.objects.filter(account__joined_at__gt=now - timedelta(days=1)).count()
    if Hub.this().joining != "open" or lately >= A_DAY:
        raise ClosedError
    return make_member(email=email, password=password, handle=handle, name=name, zone=zone)


@transaction.atomic
def ask_to_come_in(*, name: str, email: str, why: str, now: datetime) -> None:
    """Keep the request; the same words come back whatever is known of the address, and who asks anew is not heard anew.
    Raises ClosedError."""
    if Hub.this().joining != "request" or JoinRequest.objects.count() >= WAITING:
        raise ClosedError
    given = {"name": name, "why": why, "asked_at": now}
    asked, is_new = JoinRequest.objects.update_or_create(email=email.lower(), defaults=given)
    if is_new:
        doorbell.asks(asked.pk, now)


@transaction.atomic
def turn_away(number: int) -> None:
    """Let the request go; nobody is told."""
    JoinRequest.objects.filter(pk=number).delete()
    doorbell.is_answered(number)


@transaction.atomic
def let_in(asked: JoinRequest, *, by: Member, now: datetime) -> Invitation | None:
    """An invitation made out to the address goes there by mail; None if the request was answered in the same moment.
    Raises TooManyInvitationsError."""
    if not JoinRequest.objects.filter(pk=asked.pk).delete()[0]:
        return None
    doorbell.is_answered(asked.pk)
    word = invite(by=by, now=now, email=asked.email)
    hub = Hub.this()
    words = {"hub": hub.name, "link": f"{settings.BASE_URL}/invitations/{word}/", "days": LASTS.days}
    body = _("You asked to come to %(hub)s. This way, once, within %(days)s days:\n\n%(link)s\n") % words
    subject = _("Come in to %(hub)s") % words
    EmailMessage(subject, body, None, [asked.email], headers={"X-Rapport-Kind": "entry"}).send()
    return Invitation.objects.get(digest=digest_of(word))
