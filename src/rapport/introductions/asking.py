"""Asking one side of an introduction: here, if the owner has said which member they are, else by a mail with a link."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from rapport.introductions.models import Consent, Introduction
from rapport.introductions.steps import StepError, move
from rapport.journal.write import record
from rapport.members.models import Hub, Member
from rapport.people.here import member_behind
from rapport.people.models import Person

A_DAY, MAILS_A_DAY = 20, 5
ASKS = {"idea": ("first", "first_asked"), "first_agreed": ("second", "second_asked")}


class TooManyError(Exception):
    """The day's questions are used up."""


class NotHereError(Exception):
    """Whoever is to be asked cannot be asked this way."""


@transaction.atomic
def ask_here(introduction: Introduction, *, words: str, now: datetime) -> Consent:
    """Put the question to the side whose turn it is. Raises NotHereError, TooManyError, and StepError out of turn."""
    side, person, other = _turn(introduction)
    asked = member_behind(person)
    if asked is None:
        raise NotHereError
    owner: Member = introduction.book.owner
    _within(owner, now, A_DAY)
    move(introduction, ASKS[introduction.state][1], now=now, is_logged=False)
    consent: Consent = Consent.objects.create(
        introduction=introduction,
        introducer=owner,
        asked=asked,
        other=member_behind(other),
        side=side,
        words=words[:2000],
        asked_at=now,
    )
    record(actor=owner, verb="introduce.ask", subject=consent.reference, towards=[asked], done_at=now)
    return consent


@transaction.atomic
def ask_by_mail(introduction: Introduction, *, address: str, words: str, now: datetime) -> Consent:
    """One mail with the owner's words and a link to answer by; no account is made. The owner sees to it that the
    address is theirs to use. Raises TooManyError, and StepError out of turn."""
    side, _person, other = _turn(introduction)
    owner: Member = introduction.book.owner
    _within(owner, now, A_DAY)
    if Consent.objects.filter(introducer=owner, asked=None, asked_at__gt=_day_before(now)).count() >= MAILS_A_DAY:
        raise TooManyError
    move(introduction, ASKS[introduction.state][1], now=now)
    word = secrets.token_urlsafe(24)
    consent: Consent = Consent.objects.create(
        introduction=introduction,
        introducer=owner,
        other=member_behind(other),
        digest=digest_of(word),
        side=side,
        words=words[:2000],
        asked_at=now,
    )
    link = f"{settings.BASE_URL}/introductions/answers/{word}/"
    told = _("Answer with one press, also with a no, which goes no further:\n%(link)s") % {"link": link}
    subject = _("%(owner)s asks you something") % {"owner": owner.name}
    sender = _("Sent for %(owner)s by %(hub)s.") % {"owner": owner.name, "hub": Hub.this().name}
    headers = {"X-Rapport-By": str(owner.account_id)}
    EmailMessage(subject, f"{consent.words}\n\n{told}\n\n{sender}\n", None, [address], headers=headers).send()
    return consent


def digest_of(word: str) -> str:
    return sha256(word.encode()).hexdigest()


def _turn(introduction: Introduction) -> tuple[str, Person, Person]:
    """Whose turn it is: the side, the person asked, and the other one."""
    if introduction.state not in ASKS:
        raise StepError("Nobody is to be asked now.")
    side = ASKS[introduction.state][0]
    pair = (introduction.first, introduction.second)
    for person in pair:
        person.book = introduction.book
    return (side, *pair) if side == "first" else (side, *pair[::-1])


def _within(owner: Member, now: datetime, most: int) -> None:
    if Consent.objects.filter(introducer=owner, asked_at__gt=_day_before(now)).count() >= most:
        raise TooManyError


def _day_before(now: datetime) -> datetime:
    return now - timedelta(days=1)
