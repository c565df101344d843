"""What references to this room's rows lead to, as far as who asks may see it."""

from collections.abc import Collection, Mapping

from rapport.journal.referent import Referent, Shown
from rapport.kit.cleaning import one_line
from rapport.kit.prose import markdown
from rapport.members.models import Member
from rapport.talk.addressing import path_of
from rapport.talk.models import Comment, Post

FEW = 80  # signs that name what has no title


def _posts(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Post.objects.visible_to(viewer).filter(pk__in=numbers(keys)).select_related("author")
    return {str(post.pk): Shown(post.title or begun(post.body), path_of(post)) for post in rows}


def _comments(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Comment.objects.visible_to(viewer).filter(pk__in=numbers(keys))
    return {str(one.pk): Shown(begun(one.body), one.path) for one in rows}


def begun(text: str) -> str:
    """The beginning of a text, on one line and without its marks."""
    line = one_line(str(markdown(text[: 4 * FEW]).striptags()))
    return line if len(line) <= FEW else line[:FEW].rpartition(" ")[0].rstrip(" .,;:") + " …"


def numbers(keys: Collection[str]) -> list[int]:
    """Those of `keys` that are numbers of rows."""
    return [int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) < 18]


POST = Referent("post", _posts)
COMMENT = Referent("comment", _comments)
