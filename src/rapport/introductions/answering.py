"""Answering whether one wishes to be introduced; with the second yes the two are brought together."""

from datetime import datetime, timedelta

from django.db import transaction

from rapport.introductions.acquaint import acquaint
from rapport.introductions.asking import digest_of
from rapport.introductions.bringing import both_are_here, bring_together
from rapport.introductions.models import Consent, Introduction
from rapport.introductions.steps import StepError, move
from rapport.journal.write import record
from rapport.kit import clock
from rapport.kit.jobs import job

WAITS = timedelta(days=30)
ANSWERS = {"yes": "agreed", "no": "refused", "acquainted": "acquainted"}
AGREED = {"first": "first_agreed", "second": "agreed"}


@transaction.atomic
def answer(consent: Consent, said: str, *, now: datetime) -> None:
    """`said` is yes, no, or acquainted ("we know each other"). Answered before, it stays as it was. StepError for any
    other word."""
    if said not in ANSWERS:
        raise StepError("That is no answer.")
    fresh = Consent.objects.select_for_update().get(pk=consent.pk)
    introduction = Introduction.objects.select_related("book__owner", "first", "second").get(pk=fresh.introduction_id)
    if fresh.state != "open" or introduction.state != f"{fresh.side}_asked":
        return
    fresh.state, fresh.answered_at = ANSWERS[said], now
    fresh.save(update_fields=["state", "answered_at"])
    move(introduction, AGREED[fresh.side] if said == "yes" else "declined", now=now)
    if said == "acquainted":
        acquaint(introduction.first, introduction.second, now=now)
    if said == "yes":
        _agreed(fresh, introduction, now)


def _agreed(consent: Consent, introduction: Introduction, now: datetime) -> None:
    verb = "introduce.agree" if consent.asked is not None else "introduce.agree_by_mail"
    record(actor=consent.asked, verb=verb, subject=consent.reference, towards=[consent.introducer], done_at=now)
    if introduction.state == "agreed" and both_are_here(introduction):
        bring_together(introduction, now=now)


def asked_by(word: str) -> Consent | None:
    """The question behind the word of a mail."""
    found = Consent.objects.filter(digest=digest_of(word), introducer__account__is_active=True)
    return found.select_related("introducer").first()


@job(retries=1)
def let_questions_expire() -> None:
    """What nobody answered in a month is over; the introduction waits with its owner."""
    Consent.objects.filter(state="open", asked_at__lt=clock.now() - WAITS).update(state="expired")
