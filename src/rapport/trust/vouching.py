"""Vouching for somebody and writing a testimonial; showing and hiding is the subject's, taking back the author's."""

from datetime import datetime, timedelta

from django.db import transaction

from rapport.journal.write import forget, record
from rapport.kit.folding import words
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.trust.models import Testimonial, Vouch, Word

A_DAY = 20


class NotConnectedError(Exception):
    """Only those who are connected write about one another."""


class TooManyError(Exception):
    """The day's vouches are used up."""


@transaction.atomic
def vouch(*, by: Member, about: Member, skill: str, how: str, now: datetime) -> Vouch:
    """Stand by the skill of somebody one is connected with. Said again it says what it now says, and waits again to be
    shown if it differs. Raises NotConnectedError, TooManyError."""
    _may_write(by, about, now)
    made: Vouch | None = Vouch.objects.filter(by=by, about=about, folded=_folded(skill)).first()
    if made is None:
        made = Vouch(by=by, about=about, skill=skill, folded=_folded(skill), how=how, written_at=now)
        made.save()
    elif made.how != how:
        made.how, made.state, made.edited_at = how, "asked", now
        made.save(update_fields=["how", "state", "edited_at"])
    else:
        return made
    record(actor=by, verb="vouch", subject=f"vouch:{made.pk}", towards=[about], done_at=now)
    return made


@transaction.atomic
def testify(*, by: Member, about: Member, context: str, text: str, now: datetime) -> Testimonial:
    """Write of somebody one is connected with; in the same context it replaces what stood there, and waits again to be
    shown if it differs. Raises NotConnectedError, TooManyError."""
    _may_write(by, about, now)
    made: Testimonial | None = Testimonial.objects.filter(by=by, about=about, folded=_folded(context)).first()
    if made is None:
        made = Testimonial(by=by, about=about, context=context, folded=_folded(context), text=text, written_at=now)
        made.save()
    elif made.text != text:
        made.text, made.state, made.edited_at = text, "asked", now
        made.save(update_fields=["text", "state", "edited_at"])
    else:
        return made
    record(actor=by, verb="testify", subject=f"testimonial:{made.pk}", towards=[about], done_at=now)
    return made


def said_before(
    model: type[Vouch | Testimonial], *, by: Member, about: Member, topic: str
) -> Vouch | Testimonial | None:
    """What the author has said already of the same skill, or in the same context."""
    found: Vouch | Testimonial | None = model.objects.filter(by=by, about=about, folded=_folded(topic)).first()
    return found


def show(word: Word, *, is_shown: bool) -> None:
    """The subject lets others see it, or not. Who wrote it is not told."""
    word.state = "shown" if is_shown else "hidden"
    word.save(update_fields=["state"])


@transaction.atomic
def take_back(word: Word) -> None:
    """The author does not say it any more."""
    forget(f"{word._meta.model_name}:{word.pk}")
    word.delete()


def is_connected(one: Member, other: Member) -> bool:
    return Connection.objects.filter(member=one, other=other).exists()


def _may_write(by: Member, about: Member, now: datetime) -> None:
    if by.pk == about.pk or not is_connected(by, about):
        raise NotConnectedError
    since = now - timedelta(days=1)
    written = sum(model.objects.filter(by=by, written_at__gt=since).count() for model in (Vouch, Testimonial))
    if written >= A_DAY:
        raise TooManyError


def _folded(text: str) -> str:
    return " ".join(words(text))[:80] or text.casefold()[:80]
