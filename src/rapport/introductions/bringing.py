"""Both agreed: the two are brought together in one thread."""

from datetime import datetime

from django.db import transaction

from rapport.introductions.letters import letter_of
from rapport.introductions.models import Consent, Introduction, PathQuestion
from rapport.introductions.steps import move
from rapport.journal.write import record
from rapport.members.models import Member
from rapport.people.here import member_behind
from rapport.threads.messaging import write_to_both
from rapport.threads.models import Side


def both_are_here(introduction: Introduction) -> bool:
    return all(_pair(introduction))


@transaction.atomic
def bring_together(introduction: Introduction, *, now: datetime) -> None:
    """One thread of the two opens, with the owner's letter to both. Nothing happens if one of them is not here."""
    first, second = _pair(introduction)
    letter = letter_of(introduction)
    if first is None or second is None or letter is None:
        return
    owner: Member = introduction.book.owner
    write_to_both(by=owner, one=first, other=second, body=letter.body, now=now)
    move(introduction, "made", now=now, is_logged=False)
    asked = {consent.side: consent for consent in Consent.objects.filter(introduction=introduction, state="agreed")}
    for side, member, other in (("first", first, second), ("second", second, first)):
        subject = asked[side].reference if side in asked else _asked_for(owner, member, other)
        record(actor=owner, verb="introduce", subject=subject, towards=[member], done_at=now)


def _asked_for(owner: Member, member: Member, other: Member) -> str:
    """The question by which the member wished for it; empty if they agreed by word of mouth."""
    found = PathQuestion.objects.filter(asker=member, middle=owner, target=other).first()
    return found.reference if found else ""


def thread_of(consent: Consent) -> str:
    """Where the two write to each other, for the one who was asked; empty before."""
    if consent.introduction.state != "made" or consent.asked is None or consent.other is None:
        return ""
    return thread_of_two(consent.asked, consent.other)


def thread_of_two(member: Member, other: Member) -> str:
    """Where the two write to each other; empty if they do not."""
    side = Side.objects.filter(member=member, other=other).select_related("thread").first()
    return side.thread.path if side else ""


def _pair(introduction: Introduction) -> tuple[Member | None, Member | None]:
    for person in (introduction.first, introduction.second):
        person.book = introduction.book
    return member_behind(introduction.first), member_behind(introduction.second)
