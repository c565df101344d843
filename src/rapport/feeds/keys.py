"""The secret addresses of a member's own feeds: made, found, taken back."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.utils.crypto import salted_hmac

from rapport.feeds.models import FeedKey, NoticesKey
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
    return _reader(FeedKey, word)


def make_notices_key(*, member: Member, now: datetime) -> str:
    """The same for the feed of what is new."""
    seed = secrets.token_hex(24)
    word = _word(seed)
    NoticesKey.objects.update_or_create(member=member, defaults={"seed": seed, "digest": _digest(word), "made_at": now})
    return word


def end_notices_key(*, member: Member) -> None:
    NoticesKey.objects.filter(member=member).delete()


def word_of(key: NoticesKey) -> str:
    """What stands in the address, to be shown again; empty once the hub has another secret than when it was made."""
    word = _word(key.seed)
    return word if _digest(word) == key.digest else ""


def notices_reader_of(word: str) -> Member | None:
    """Whose key it is, as long as they may sign in."""
    return _reader(NoticesKey, word)


def _reader(keys: type[FeedKey | NoticesKey], word: str) -> Member | None:
    active = Member.objects.active()
    key = keys.objects.filter(digest=_digest(word), member__in=active).select_related("member").first()
    return key.member if key is not None else None


def _word(seed: str) -> str:
    return salted_hmac("feeds.notices", seed, algorithm="sha256").hexdigest()[:40]


def _digest(word: str) -> str:
    return sha256(word.encode("utf-8", "replace")).hexdigest()
