"""Posts, comments and messages that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.members.removable import Removable
from rapport.talk import posting
from rapport.talk.commenting import remove_another_s
from rapport.talk.messaging import blank
from rapport.talk.models import Comment, Message, Post


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


def _message(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    """This one alone: what else the two wrote the host neither sees nor touches."""
    message = Message.objects.filter(pk=key).exclude(body="").select_related("author").first()
    if message is None:
        return None
    blank(message=message)
    return [message.author] if message.author else []


POST = Removable("post", _("a post"), _post)
COMMENT = Removable("comment", _("a comment"), _comment)
MESSAGE = Removable("message", _("a message"), _message)
