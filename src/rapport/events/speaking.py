"""Who speaks. A member is asked, and named to others only once they agreed; a no leaves nothing behind."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.events.models import Event, Speaker
from rapport.events.referents import about
from rapport.journal.write import answered, record, take_back
from rapport.kit.prepared import prepared
from rapport.members.models import Member

MOST_SPEAKERS = 30


@transaction.atomic
def ask_to_speak(*, event: Event, member: Member, by: Member, now: datetime, line: str = "") -> Speaker:
    """Ask a member; whoever names themselves has agreed. ValueError, with a sentence, when asked already."""
    _check(event)
    if Speaker.objects.filter(event=event, member=member).exists():
        raise ValueError(_("%(name)s is asked already.") % {"name": member.name})
    is_oneself = member.pk == by.pk
    asked: Speaker = Speaker.objects.create(
        event=event, member=member, line=line[:300], agreed_at=now if is_oneself else None
    )
    if not is_oneself:
        record(actor=by, verb="event.speak", subject=about(event), towards=[member], done_at=now)
    return asked


def name_speaker(*, event: Event, name: str, line: str = "", link: str = "", now: datetime) -> Speaker:
    """Somebody from outside; the same name again is the same speaker, told anew. ValueError, with a sentence, when
    there is no name or there are too many."""
    if not name:
        raise ValueError(_("Write the name of who speaks."))
    told = {"line": line[:300], "link": link[:500]}
    known: Speaker | None = Speaker.objects.filter(event=event, member=None, name=name[:200]).first()
    if known is None:
        _check(event)
        made: Speaker = Speaker.objects.create(event=event, name=name[:200], **told, agreed_at=now)
        return made
    known.line, known.link = told["line"], told["link"]
    known.save(update_fields=list(told))
    return known


@transaction.atomic
def agree(*, speaker: Speaker, now: datetime) -> None:
    """The member will speak; whoever runs the event is told."""
    if speaker.agreed_at is not None or speaker.member is None:
        return
    speaker.agreed_at = now
    speaker.save(update_fields=["agreed_at"])
    answered(by=speaker.member, verb="event.speak", subject=about(speaker.event))
    host = speaker.event.made_by
    record(
        actor=speaker.member,
        verb="event.agree",
        subject=about(speaker.event),
        towards=[host] if host else [],
        done_at=now,
    )


@transaction.atomic
def step_back(*, speaker: Speaker) -> None:
    """They do not speak: declined, or taken from the list."""
    if speaker.member is not None:
        answered(by=speaker.member, verb="event.speak", subject=about(speaker.event))
        take_back(actor=speaker.member, verb="event.agree", subject=about(speaker.event))
    speaker.delete()


def speakers_of(event: Event, viewer: Member | None) -> list[Speaker]:
    """Those who agreed, as far as the viewer may know of them."""
    return [one for one in asked_and_agreed(event, viewer) if one.agreed_at is not None]


def asked_and_agreed(event: Event, viewer: Member | None) -> list[Speaker]:
    """All that were asked or named, without the members whom the viewer may not know of."""
    rows: list[Speaker] = _speakers.rows(event=event.pk)
    others = [row.member_id for row in rows if row.member_id and (viewer is None or row.member_id != viewer.pk)]
    if not others:
        return rows
    known = {*Member.objects.visible_to(viewer).filter(pk__in=others).values_list("pk", flat=True)}
    return [row for row in rows if row.member_id not in others or row.member_id in known]


@prepared(numbers=("event",))
def _speakers(event: int) -> Any:
    return Speaker.objects.filter(event=event).select_related("member").order_by("pk")


def _check(event: Event) -> None:
    if Speaker.objects.filter(event=event).count() >= MOST_SPEAKERS:
        raise ValueError(_("An event names at most %(n)s speakers.") % {"n": MOST_SPEAKERS})
