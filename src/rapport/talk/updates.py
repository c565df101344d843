"""Posts and articles that may be news to a reader."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from rapport.talk.addressing import article_path
from rapport.talk.models import Post, Tagging
from rapport.talk.newly import New, Newly, Reader
from rapport.talk.touching import READ

MOST = 60
FIELDS = ("id", "title", "slug", "published_at", "author_id", "author__name", "author__handle")


def find(reader: Reader) -> Iterator[New]:
    """Those by people and on tags the reader follows, and the newest of all, which may touch what they care for."""
    member = reader.member
    posts = Post.objects.visible_to(member).unmuted(member).exclude(author=member)
    posts = posts.filter(published_at__gt=reader.since, published_at__lte=reader.now)
    posts = posts.annotate(begins=Substr("body", 1, READ)).order_by("-published_at", "-pk")
    followed = Tagging.objects.filter(tag__key__in=list(reader.cares.tags), published_at__gt=reader.since)
    chosen = posts.filter(Q(author__in=reader.follows) | Q(pk__in=followed.values("post")))
    rows = {row.id: row for some in (chosen, posts) for row in some.values_list(*FIELDS, "begins", named=True)[:MOST]}
    tags: dict[int, list[str]] = {}
    for post, key in Tagging.objects.filter(post__in=list(rows)).values_list("post_id", "tag__key"):
        tags.setdefault(post, []).append(key)
    for row in rows.values():
        yield _new(row, tuple(tags.get(row.id, ())), row.author_id in reader.follows)


def _new(row: Any, tags: tuple[str, ...], is_followed: bool) -> New:
    return New(
        at=row.published_at,
        who=f"member:{row.author_id}",
        name=row.author__name,
        title=row.title,
        href=article_path(row.author__handle, row.slug) if row.slug else f"/posts/{row.id}/",
        text=row.begins,
        tags=tags,
        reason=_("You follow %(name)s.") % {"name": row.author__name} if is_followed else "",
    )


POSTS = Newly(find)
