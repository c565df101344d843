"""Mentions: who is named with an @ hears of it, if they may read it."""

from collections.abc import Collection
from datetime import datetime

from rapport.journal.write import record
from rapport.members.models import Member, Mute
from rapport.talk.models import Post
from rapport.talk.writing import handles_in


def known_to(author: Member, handles: Collection[str]) -> set[str]:
    """Those of the handles that lead to somebody whom the author may see."""
    if not handles:
        return set()
    return set(Member.objects.visible_to(author).filter(handle__in=handles).values_list("handle", flat=True))


def readers_among(post: Post, members: Collection[Member]) -> list[Member]:
    """Those of the members who may read the post."""
    return [member for member in members if Post.objects.visible_to(member).filter(pk=post.pk).exists()]


def not_muting(author: Member, members: Collection[Member]) -> list[Member]:
    deaf = set(Mute.objects.filter(other=author, by__in=members).values_list("by_id", flat=True))
    return [member for member in members if member.pk not in deaf]


def tell_mentioned(
    *, by: Member, post: Post, body: str, subject: str, now: datetime, told: Collection[str] = ()
) -> None:
    """Write down that they were mentioned; those `told` before are not told again, nor is who may not read it."""
    handles = handles_in(body) - set(told) - {by.handle}
    found = list(Member.objects.visible_to(by).filter(handle__in=handles)) if handles else []
    readers = readers_among(post, found)
    if readers:
        record(actor=by, verb="mention", subject=subject, towards=readers, done_at=now)
