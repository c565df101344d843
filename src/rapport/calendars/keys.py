"""The secret address of a member's own calendar: made, made anew, taken back."""

import secrets
from datetime import datetime
from hashlib import sha256

from rapport.events.models import CalendarKey
from rapport.members.models import Member


def make_key(*, member: Member, now: datetime) -> str:
    """A new word; the one before opens nothing any more. It is shown once: only its digest is kept."""
    word = secrets.token_urlsafe(24)
    CalendarKey.objects.update_or_create(member=member, defaults={"digest": _digest(word), "made_at": now})
    return word


def take_key_back(*, member: Member) -> None:
    CalendarKey.objects.filter(member=member).delete()


def owner_of(word: str) -> Member | None:
    """Whose calendar it opens; nobody's once it was taken back or the member is suspended."""
    found = Member.objects.active().filter(pk__in=CalendarKey.objects.filter(digest=_digest(word)).values("member"))
    owner: Member | None = found.first()
    return owner


def _digest(word: str) -> str:
    return sha256(word.encode("utf-8", "replace")).hexdigest()
