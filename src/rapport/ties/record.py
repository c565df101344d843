"""Writing down that owner and person were in touch, and keeping what follows from it true."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from rapport.people.models import Book, Person
from rapport.ties.counting import counts
from rapport.ties.models import Interaction, Touch
from rapport.ties.recount import recount


@transaction.atomic
def log(
    *,
    people: Collection[Person],
    kind: str,
    channel: str,
    direction: str,
    now: datetime,
    on: date | None = None,
    text: str = "",
    origin: str = "",
    source: str = "hand",
) -> Interaction:
    """The owner was in touch with `people` (all of one book): today, or `on` a given day.

    `kind` message, mail, call, meeting ...; `direction` out, in or both. With an `origin` (`occasion:12`) the same
    touch is written once only. `source`: who tells of it, the owner's hand or the hub.
    """
    first = next(iter(people))
    book: Book = first.book
    zone = ZoneInfo(book.owner.zone)
    day = on or now.astimezone(zone).date()
    is_now = day == now.astimezone(zone).date()
    interaction, is_new = Interaction.objects.get_or_create(
        book=book,
        key=f"{source}:{origin}:{first.pk}" if origin else f"hand:{book.next_numbers('hand')[0]}",
        defaults={
            "kind": kind,
            "channel": channel,
            "at": now if is_now else None,
            "on": "" if is_now else day.isoformat(),
            "precision": "second" if is_now else "day",
            "day": day.toordinal(),
            "text": text,
            "origin": origin,
            "source": source,
            "is_hand": source == "hand",
        },
    )
    if is_new:
        _touch(interaction, people, direction)
        recount(book, [person.pk for person in people])
    return interaction


@transaction.atomic
def amend(
    interaction: Interaction,
    *,
    kind: str,
    channel: str,
    direction: str,
    on: date,
    text: str,
) -> None:
    """A touch logged by hand reads otherwise from now on; the hour is kept while the day stays the same."""
    if interaction.day != on.toordinal():
        interaction.at, interaction.on, interaction.precision = None, on.isoformat(), "day"
        interaction.day = on.toordinal()
    if interaction.kind != kind:
        interaction.channel = channel
    interaction.kind, interaction.text = kind, text
    interaction.save()
    touches = interaction.touches.all()
    is_counting = counts(kind, touches.count(), interaction.is_mass)
    touches.update(direction=direction, day=interaction.day, kind=kind, channel=interaction.channel, counts=is_counting)
    recount(interaction.book, list(touches.values_list("person_id", flat=True)))


@transaction.atomic
def unlog(interaction: Interaction) -> None:
    """Take back a touch logged by hand."""
    touched = list(interaction.touches.values_list("person_id", flat=True))
    book = interaction.book
    interaction.delete()
    recount(book, touched)


def _touch(interaction: Interaction, people: Iterable[Person], direction: str) -> None:
    parties: list[Any] = list(people)
    is_counting = counts(interaction.kind, len(parties), interaction.is_mass)
    Touch.objects.bulk_create(Touch.of(interaction, person, direction, counts=is_counting) for person in parties)
