"""Writing, changing and taking away single facts. Nothing an archive told is lost: it is struck, not deleted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from rapport.facts.kinds import Kind
from rapport.kit.aftermath import settle
from rapport.people.claims import say, strike
from rapport.people.models import Claim, Interest, Note, Person
from rapport.people.noting import FROM_HUB, FROM_NOTE, overhear


@transaction.atomic
def write(*, person: Person, kind: Kind, key: str, values: Mapping[str, Any], now: datetime) -> Claim:
    """A new fact by hand; one that is there already becomes the owner's own."""
    written = say(kind.model, person=person, key=key, now=now, **_dated(kind, person, values, now))
    _follow(person, kind)
    return written


@transaction.atomic
def change(*, claim: Claim, kind: Kind, key: str, values: Mapping[str, Any], now: datetime) -> Claim:
    """The fact reads otherwise from now on. One that an archive told stays below as struck; the owner's stands.

    The owner's own fact keeps its number, so that another window that has it open finds it changed and not gone.
    """
    person, taken = claim.person, kind.model.objects.filter(person=claim.person, key=key[:400]).exclude(pk=claim.pk)
    if claim.batch_id is None and not taken.exists():
        kind.model.objects.filter(pk=claim.pk).update(key=key[:400])
    elif claim.key != key[:400]:
        strike(claim, now=now)
        if isinstance(claim, Note):
            values = {"written_on": claim.written_on, "precision": claim.precision, **values}
    changed = say(kind.model, person=person, key=key, now=now, **values)
    _follow(person, kind)
    return changed


@transaction.atomic
def remove_fact(*, claim: Claim, kind: Kind, now: datetime) -> None:
    """Take a fact away."""
    if isinstance(claim, Interest) and claim.source in (FROM_NOTE, FROM_HUB):
        # The note, or their profile, still says it; struck, it is not read out of it again.
        claim.struck_at = now
        claim.save(update_fields=["struck_at"])
    else:
        strike(claim, now=now)
    _follow(claim.person, kind)


def _follow(person: Person, kind: Kind) -> None:
    if kind.model is Note:
        overhear(person=person)
    settle(person.book, [person.pk])


def _dated(kind: Kind, person: Person, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    if kind.model is not Note:
        return dict(values)
    today = now.astimezone(ZoneInfo(person.book.owner.zone)).date()
    return {**values, "written_on": today.isoformat(), "precision": "day"}
