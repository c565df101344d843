"""A notice as a sentence with the way to what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapport.journal.models import Deed
from rapport.journal.referent import resolve
from rapport.journal.verb import verbs
from rapport.members.models import Hub, Member
from rapport.notices.models import Notice


@dataclass(frozen=True)
class Said:
    """`name` is who did it: the `actor`, or the hub where it did it itself. `path` is where it leads, `is_pressing`
    whether it asks for an answer."""

    number: int
    name: str
    actor: Member | None
    says: str
    path: str
    at: datetime
    is_fresh: bool
    is_pressing: bool


def said(member: Member, notices: Sequence[Notice]) -> list[Said]:
    """What these notices say to their member, in the same order; those about something that is gone, or that the
    member may not see any more, are left out."""
    found = resolve(member, {notice.deed.subject for notice in notices if notice.deed.subject})
    spoken = []
    for notice in notices:
        deed: Deed = notice.deed
        verb, shown = verbs().get(deed.verb), found.get(deed.subject)
        if verb is None or (deed.subject and shown is None):
            continue
        name, home = (deed.actor.name, deed.actor.path) if deed.actor else (Hub.this().name, "/about/")
        words = str(verb.says) % {"actor": name, "subject": shown.title if shown else ""}
        path = shown.path if shown else home
        is_fresh = notice.seen_at is None
        spoken.append(Said(notice.pk, name, deed.actor, words, path, deed.done_at, is_fresh, verb.is_pressing))
    return spoken
