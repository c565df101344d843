"""Giving thanks, and whether others may see them."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from rapport.groups.models import Group
from rapport.help.asking import TooManyError
from rapport.help.models import Answer, Thanks
from rapport.journal.write import record
from rapport.members.models import Hub, Member

A_DAY = 20
LETTERS_A_DAY = 5


@transaction.atomic
def thank(
    *,
    by: Member,
    to: Member,
    text: str,
    now: datetime,
    audience: str = "private",
    group: Group | None = None,
    answer: Answer | None = None,
) -> Thanks:
    """Between the two at once; before a group or in public it stands only when `to` agrees. ValueError for thanks to
    oneself, or to a group without one. Raises TooManyError."""
    if to.pk == by.pk or (audience == "group") != (group is not None):
        raise ValueError("Thanks of this kind cannot be given.")
    _within(by, now, A_DAY)
    given = Thanks.objects.create(
        by=by,
        to=to,
        text=text,
        audience=audience,
        group=group,
        answer=answer,
        state="given" if audience == "private" else "asked",
        given_at=now,
    )
    record(actor=by, verb="thank", subject=f"thanks:{given.pk}", towards=[to], done_at=now)
    return given


@transaction.atomic
def thank_by_mail(*, by: Member, name: str, address: str, text: str, now: datetime) -> Thanks:
    """Thank somebody without an account here: one mail with a link to a page that shows the thanks. No account is
    made, the address is not kept. Raises TooManyError."""
    _within(by, now, A_DAY)
    if Thanks.objects.filter(by=by, to=None, given_at__gt=now - timedelta(days=1)).count() >= LETTERS_A_DAY:
        raise TooManyError
    word = secrets.token_urlsafe(24)
    given = Thanks.objects.create(by=by, name=name, digest=_digest(word), text=text, given_at=now)
    words = {"by": by.name, "hub": Hub.this().name, "name": name, "link": f"{settings.BASE_URL}/thanks/letters/{word}/"}
    body = _("Hello %(name)s,\n\n%(by)s of %(hub)s thanks you. What for, you can read here:\n\n%(link)s\n") % words
    subject = _("%(by)s thanks you") % words
    headers = {"X-Rapport-Kind": "letter", "X-Rapport-By": str(by.account_id)}
    EmailMessage(subject, body, None, [address], headers=headers).send()
    return given


def letter(word: str) -> Thanks | None:
    """The thanks behind the word of a mail."""
    return Thanks.objects.filter(digest=_digest(word), by__account__is_active=True).select_related("by").first()


def show(thanks: Thanks) -> None:
    """Who was thanked agrees that others see it."""
    if thanks.audience != "private" and thanks.to is not None:
        thanks.state = "shown"
        thanks.save(update_fields=["state"])


def hide(thanks: Thanks) -> None:
    """Who was thanked keeps it to themselves; who thanked is told nothing of it."""
    if thanks.audience != "private":
        thanks.state = "hidden"
        thanks.save(update_fields=["state"])


def _within(by: Member, now: datetime, most: int) -> None:
    if Thanks.objects.filter(by=by, given_at__gt=now - timedelta(days=1)).count() >= most:
        raise TooManyError


def _digest(word: str) -> str:
    return sha256(word.encode()).hexdigest()
