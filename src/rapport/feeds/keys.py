"""The secret address of a member's own feed: made, found, taken back."""

import secrets
from datetime import datetime
from hashlib import sha256

from rapport.feeds.models import FeedKey
from rapport.members.models import Member


def make_key(*, member: Member, now: datetime) -> str:
    """A new word, shown once; the one before opens nothing any more."""
    word = secrets.token_urlsafe(24)
    FeedKey.objects.update_or_create(member=member, defaults={"digest": _digest(word), "made_at": now})
    return word


def end_key(*, member: Member) -> None:
    FeedKey.objects.filter(member=member).delete()


def reader_of(word: str) -> Member | None:
    """Whose key it is, as long as they may sign in."""
    active = Member.objects.active()
    key = FeedKey.objects.filter(digest=_digest(word), member__in=active).select_related("member").first()
    return key.member if key is not None else None


def _digest(word: str) -> str:
    return sha256(word.encode("utf-8", "replace")).hexdigest()
