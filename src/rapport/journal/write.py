"""Writing down what was done, in the transaction that does it."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from rapport.journal.models import Deed, Reading, Toward
from rapport.journal.verb import verbs
from rapport.journal.work import read_deed
from rapport.kit.jobs import later
from rapport.members.models import Member


@transaction.atomic
def record(
    *, actor: Member | None, verb: str, subject: str = "", towards: Iterable[Member] = (), done_at: datetime
) -> Deed:
    """`actor` did this, or the hub itself (None), towards those members; the readers hear of it once the act is
    committed. KeyError for a verb that no room offers."""
    known = verbs()[verb]
    deed = Deed.objects.create(actor=actor, verb=known.name, subject=subject, done_at=done_at)
    others = {member.pk: member for member in towards if actor is None or member.pk != actor.pk}
    Toward.objects.bulk_create(Toward(deed=deed, member=member) for member in others.values())
    Reading.objects.bulk_create(
        Reading(deed=deed, reader=reader, due_at=done_at) for reader in settings.JOURNAL_READERS
    )
    if settings.JOURNAL_READERS:
        later(read_deed, deed=deed.pk)
    return deed


def forget(reference: str) -> None:
    """What was referred to is gone: so are the deeds about it, and whatever hangs on them."""
    Deed.objects.filter(subject=reference).delete()


def take_back(*, actor: Member, verb: str, subject: str) -> None:
    """The act was undone: as if it had not been."""
    Deed.objects.filter(actor=actor, verb=verb, subject=subject).delete()


def answered(*, by: Member, verb: str, subject: str) -> None:
    """What this member alone was asked or offered is settled: it asks them no more."""
    Deed.objects.filter(verb=verb, subject=subject, towards__member=by).delete()
