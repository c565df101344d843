"""Writing a post, changing it, publishing a draft, deleting it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.groups.models import Group, Membership
from rapport.journal.write import forget, record
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.talk.addressing import settle_address
from rapport.talk.files import attach
from rapport.talk.findable import COMMENTS, POSTS
from rapport.talk.mentioning import known_to, tell_mentioned
from rapport.talk.models import Comment, Post, Revision
from rapport.talk.refused import RefusedError
from rapport.talk.tags import label, tidy
from rapport.talk.writing import handles_in, lead, written

POSTS_A_DAY, MOST_DRAFTS, MOST_REVISIONS = 40, 50, 100
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wording:
    """What the author typed, cleaned; a post with a title is an article."""

    body: str
    title: str = ""
    audience: int = Audience.MEMBERS
    group: Group | None = None


@transaction.atomic
def write(
    *, author: Member, wording: Wording, now: datetime, files: Iterable[Any] = (), is_draft: bool = False
) -> Post:
    """A new post, read at once by those it is for, or kept as a draft."""
    _allow(author, wording, now, is_draft)
    post = Post(author=author, written_at=now)
    _take(post, wording)
    post.save()
    attach(post, files)
    if not is_draft:
        publish(post=post, now=now)
    return post


@transaction.atomic
def publish(*, post: Post, now: datetime) -> None:
    """From now on it is read by those it is for."""
    if post.published_at is not None:
        return
    if post.is_in_closed_group:
        raise RefusedError(_("This group is closed."))
    post.published_at = post.changed_at = now
    _settle(post)
    record(actor=post.author, verb="post", subject=f"post:{post.pk}", done_at=now)
    tell_mentioned(by=post.author, post=post, body=post.body, subject=f"post:{post.pk}", now=now)


@transaction.atomic
def edit(*, post: Post, wording: Wording, now: datetime, files: Iterable[Any] = ()) -> None:
    """Change it. What it said and to whom stays in its history, seen by those who could see it then."""
    kept = Post.objects.select_for_update().get(pk=post.pk)
    _allow_group(kept.author, wording, kept.group_id)
    before = Revision(post=kept, group=kept.group, audience=kept.audience, title=kept.title, html=kept.html)
    was = (kept.body, kept.title, kept.audience, kept.group_id)
    mentioned = handles_in(kept.body)
    _take(kept, wording)
    attach(kept, files)
    if kept.published_at is not None and was != (kept.body, kept.title, kept.audience, kept.group_id):
        before.replaced_at = kept.edited_at = now
        before.save()
        _forget_oldest(kept)
    kept.version, kept.changed_at = kept.version + 1, now
    _settle(kept)
    if kept.published_at is not None:
        subject = f"post:{kept.pk}"
        tell_mentioned(by=kept.author, post=kept, body=kept.body, subject=subject, now=now, told=mentioned)


@transaction.atomic
def delete(*, post: Post) -> None:
    """It is gone, with its comments, files, history and every deed about it."""
    comments = list(Comment.objects.filter(post=post).values_list("pk", flat=True))
    for comment in comments:
        forget(f"comment:{comment}")
    COMMENTS.drop(comments)
    forget(f"post:{post.pk}")
    POSTS.drop([post.pk])
    post.delete()
    tidy()


@transaction.atomic
def close(*, post: Post, is_closed: bool, now: datetime) -> None:
    """Whether it takes comments from now on."""
    post.touch(now, is_closed=is_closed)


def _allow(author: Member, wording: Wording, now: datetime, is_draft: bool) -> None:
    _allow_group(author, wording)
    mine = Post.objects.filter(author=author)
    if mine.filter(written_at__gt=now - DAY).count() >= POSTS_A_DAY:
        sentence = _("You have written %(most)s posts since yesterday; go on tomorrow.")
        raise RefusedError(sentence % {"most": POSTS_A_DAY})
    if is_draft and mine.filter(published_at=None).count() >= MOST_DRAFTS:
        raise RefusedError(_("You keep %(most)s drafts; publish or delete one first.") % {"most": MOST_DRAFTS})


def _allow_group(author: Member, wording: Wording, within: int | None = None) -> None:
    group = wording.group
    if group is not None and not Membership.objects.filter(group=group, member=author).exists():
        raise RefusedError(_("Only members of a group write in it."))
    if group is not None and group.closed_at is not None and within != group.pk:
        raise RefusedError(_("This group is closed."))


def _take(post: Post, wording: Wording) -> None:
    known = known_to(post.author, handles_in(wording.body))
    post.body, post.title = wording.body, wording.title
    post.group = wording.group
    post.audience = Audience.MEMBERS if wording.group is not None else wording.audience
    post.html, post.lead = written(wording.body, known).html, lead(wording.body, known)


def _settle(post: Post) -> None:
    """Address, tags and the words that find it, of what stands."""
    if post.title and post.published_at is not None:
        settle_address(post)
    post.save()
    label(post, written(post.body).tags if post.published_at is not None else {})
    POSTS.settle([post.pk])


def _forget_oldest(post: Post) -> None:
    kept = Revision.objects.filter(post=post).order_by("-replaced_at", "-pk").values_list("pk", flat=True)
    Revision.objects.filter(pk__in=list(kept[MOST_REVISIONS:])).delete()
