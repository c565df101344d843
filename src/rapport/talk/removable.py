"""Posts and comments that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.members.removable import Removable
from rapport.talk import posting
from rapport.talk.commenting import remove_another_s
from rapport.talk.models import Comment, Post


def _post(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    post = Post.objects.filter(pk=key).select_related("author").first()
    if post is None:
        return None
    posting.delete(post=post)
    return [post.author]


def _comment(key: str, _part: str, _host: Member, now: datetime) -> list[Member] | None:
    comment = Comment.objects.filter(pk=key, is_removed=False).select_related("author").first()
    if comment is None:
        return None
    remove_another_s(comment=comment, by="host", now=now)
    return [comment.author] if comment.author else []


POST = Removable("post", _("a post"), _post)
COMMENT = Removable("comment", _("a comment"), _comment)
