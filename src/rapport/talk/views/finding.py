"""Finding what may be read: what is not yours to see is not there."""

from typing import Any

from django.http import Http404, HttpRequest

from rapport.kit.prepared import Prepared
from rapport.members.models import Member
from rapport.talk.models import Comment, Post


def viewer_of(request: HttpRequest) -> Member | None:
    return getattr(request, "member", None)


def post_of(request: HttpRequest, number: int) -> Post:
    """The post, if whoever asks may read it."""
    viewer = viewer_of(request)
    if not (_MAY_MEMBERS.rows(viewer=viewer.pk, number=number) if viewer else _MAY_ALL.rows(number=number)):
        raise Http404
    found: Post | None = _PUBLISHED.first(number=number)
    if found is None:
        raise Http404
    return found


def own_post(member: Member, number: int) -> Post:
    """A post or draft of the member's own."""
    rows = Post.objects.filter(author=member, pk=number)
    found: Post | None = rows.select_related("author", "group").first()
    if found is None:
        raise Http404
    return found


def comment_of(request: HttpRequest, post: int, number: int) -> Comment:
    """A comment that stands on a post, if both may be read."""
    rows: Any = Comment.objects.visible_to(viewer_of(request)).filter(post=post, pk=number)
    found: Comment | None = rows.select_related("post__author", "author", "parent").first()
    if found is None:
        raise Http404
    return found


def own_comment(member: Member, post: int, number: int) -> Comment:
    """A comment of the member's own; also on a post they may not read any more: it stays theirs to take back."""
    rows = Comment.objects.filter(author=member, post=post, pk=number, is_removed=False)
    found = rows.select_related("post__author", "author").first()
    if found is None:
        raise Http404
    return found


def _may(number: int, viewer: int | None = None) -> Any:
    reader = None if viewer is None else Member(pk=viewer)
    return Post.objects.visible_to(reader).filter(pk=number).values_list("id")


def _published(number: int) -> Any:
    return Post.objects.published().filter(pk=number).select_related("author", "group")


_PUBLISHED = Prepared(_published, numbers=("number",))
_MAY_MEMBERS, _MAY_ALL = Prepared(_may, numbers=("viewer", "number")), Prepared(_may, numbers=("number",))
