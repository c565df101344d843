"""This room's part of Today, of a member's page and of a group's."""

from typing import Any

from django.db.models import QuerySet

from rapport.groups.page import GroupPage
from rapport.kit import clock
from rapport.kit.panels import Panel
from rapport.kit.prepared import prepared
from rapport.kit.shows import Shows
from rapport.members.may import MemberRequest
from rapport.members.models import Account, Hub, Member
from rapport.talk.addressing import path_of
from rapport.talk.interests import updates
from rapport.talk.models import Comment, Post, PostFile, Revision, Tag, Tagging
from rapport.talk.referents import begun

FEW = 5


def updates_today(request: MemberRequest, found: object) -> dict[str, Any] | None:
    """What is new on followed tags, by followed people and on one's interests, each with its reason."""
    rows = updates(request.member, now=clock.now())
    return {"updates": rows} if rows else None


def wrote(request: Any, subject: Any) -> dict[str, Any] | None:
    """What a member wrote lately, as far as the viewer may read it."""
    if subject.viewer is None:
        return _rows(_public_of.rows(author=subject.member.pk))
    return _rows(_of.rows(viewer=subject.viewer.pk, author=subject.member.pk))


def wrote_in(request: Any, page: GroupPage) -> dict[str, Any] | None:
    """What was written in a group lately: nobody but its members reads it."""
    if page.membership is None:
        return None
    return _rows(_in.rows(viewer=page.membership.member_id, group=page.group.pk))


@prepared(numbers=("author",))
def _public_of(author: int) -> Any:
    return _newest(Post.objects.visible_to(None).filter(author=author))


@prepared(numbers=("viewer", "author"))
def _of(viewer: int, author: int) -> Any:
    return _newest(Post.objects.visible_to(Member(pk=viewer)).filter(author=author))


@prepared(numbers=("viewer", "group"))
def _in(viewer: int, group: int) -> Any:
    return _newest(Post.objects.visible_to(Member(pk=viewer)).filter(group=group))


def _newest(posts: QuerySet[Post]) -> QuerySet[Post]:
    needed = ("title", "body", "slug", "published_at", "author__handle")
    return posts.select_related("author").only(*needed).order_by("-published_at", "-pk")[:FEW]


def _rows(newest: list[Post]) -> dict[str, Any] | None:
    rows = [(post.title or begun(post.body), path_of(post), post.published_at) for post in newest]
    return {"rows": rows} if rows else None


TALK = (
    Panel("today", 400, updates_today, "talk/panels/updates.html", "later"),
    Panel("profile", 600, wrote, "talk/panels/wrote.html"),
    Panel("group", 600, wrote_in, "talk/panels/wrote.html"),
)
SHOWN = (
    Shows("profile", Post, "author", ("title", "body", "slug", "audience", "group", "published_at")),
    Shows("post", Post, "id"),
    *(Shows("post", model, "post") for model in (Comment, PostFile, Revision, Tagging)),
    Shows("post", Tag),
    Shows("post", Member, fields=("name", "handle", "account")),
    Shows("post", Account, fields=("is_active",)),
    Shows("post", Hub, fields=("name",)),
)
