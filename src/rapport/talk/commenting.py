"""Answering a post or a comment, changing what one said, taking it back."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from rapport.journal.write import forget, record
from rapport.members.models import Member
from rapport.talk.findable import COMMENTS
from rapport.talk.mentioning import known_to, readers_among, tell_mentioned
from rapport.talk.models import Comment, Post
from rapport.talk.refused import RefusedError
from rapport.talk.writing import handles_in, written

COMMENTS_A_DAY, MOST_COMMENTS = 200, 5_000
DEEPEST = 50  # answers to answers to answers; further ones join the last
DAY = timedelta(days=1)


@transaction.atomic
def comment(*, post: Post, author: Member, body: str, now: datetime, parent: Comment | None = None) -> Comment:
    """`author`, who may read the post, answers it, or `parent` on it."""
    kept = Post.objects.select_for_update().get(pk=post.pk)
    _allow(kept, author, now)
    html = written(body, known_to(author, handles_in(body))).html
    parent = parent if parent is None or depth(parent) < DEEPEST else parent.parent
    made: Comment = Comment.objects.create(
        post=kept, author=author, parent=parent, body=body, html=html, written_at=now
    )
    COMMENTS.settle([made.pk])
    kept.touch(now, comments=F("comments") + 1)
    answered = {kept.author_id: kept.author}
    if parent is not None and parent.author is not None:
        answered[parent.author.pk] = parent.author
    answered.pop(author.pk, None)
    subject = f"comment:{made.pk}"
    towards = readers_among(kept, list(answered.values()))
    record(actor=author, verb="comment", subject=subject, towards=towards, done_at=now)
    tell_mentioned(by=author, post=kept, body=body, subject=subject, now=now, told=[one.handle for one in towards])
    return made


@transaction.atomic
def change(*, comment: Comment, body: str, now: datetime) -> None:
    """Say it otherwise; that it was changed stays visible."""
    if comment.author is None or comment.body == body:
        return
    before = handles_in(comment.body)
    comment.html = written(body, known_to(comment.author, handles_in(body))).html
    comment.body, comment.edited_at = body, now
    comment.save(update_fields=["body", "html", "edited_at"])
    COMMENTS.settle([comment.pk])
    comment.post.touch(now)
    subject = f"comment:{comment.pk}"
    tell_mentioned(by=comment.author, post=comment.post, body=body, subject=subject, now=now, told=before)


@transaction.atomic
def remove(*, comment: Comment, now: datetime) -> None:
    """It is gone; where others answered it, an empty place stays in the thread."""
    post = Post.objects.select_for_update().get(pk=comment.post_id)
    kept = Comment.objects.filter(pk=comment.pk, is_removed=False).first()
    if kept is None:
        return
    forget(f"comment:{kept.pk}")
    COMMENTS.drop([kept.pk])
    post.touch(now, comments=max(post.comments - 1, 0))
    if kept.answers.exists():
        Comment.objects.filter(pk=kept.pk).update(is_removed=True, body="", html="", author=None)
        return
    emptied = [one for one in ancestors(kept) if one.is_removed and not one.removed_by]
    kept.delete()
    for place in emptied:
        if place.answers.exists():
            break
        place.delete()


@transaction.atomic
def remove_another_s(*, comment: Comment, by: str, now: datetime) -> None:
    """The author of the post ("author") or the host ("host") removes it: a place that says so stays in the thread, with
    nobody's name, and what answered it stays. Whoever wrote it is not told here."""
    post = Post.objects.select_for_update().get(pk=comment.post_id)
    kept = Comment.objects.filter(pk=comment.pk, is_removed=False)
    if not kept.update(is_removed=True, removed_by=by, body="", html="", author=None):
        return
    forget(f"comment:{comment.pk}")
    COMMENTS.drop([comment.pk])
    post.touch(now, comments=max(post.comments - 1, 0))


def ancestors(comment: Comment) -> Iterator[Comment]:
    """What it answers, what that answers, and so on up."""
    above = comment.parent
    while above is not None:
        yield above
        above = above.parent


def depth(comment: Comment) -> int:
    return sum(1 for _ in ancestors(comment))


def _allow(post: Post, author: Member, now: datetime) -> None:
    if post.is_in_closed_group:
        raise RefusedError(_("This group is closed."))
    if post.is_closed and post.author_id != author.pk:
        raise RefusedError(_("Comments on this post are closed."))
    if post.comments >= MOST_COMMENTS:
        raise RefusedError(_("This post has %(most)s comments; begin a new one.") % {"most": MOST_COMMENTS})
    if Comment.objects.filter(author=author, written_at__gt=now - DAY).count() >= COMMENTS_A_DAY:
        sentence = _("You have written %(most)s comments since yesterday; go on tomorrow.")
        raise RefusedError(sentence % {"most": COMMENTS_A_DAY})
