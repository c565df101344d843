"""Posts and articles, by title and text, the newest first; not of those whom one does not want to read for now."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import fts, wording
from rapport.kit.shelf import HUB
from rapport.members.models import Member
from rapport.search.finder import Finder, Hit, Reason
from rapport.search.marking import Part, holds, marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Few, Sight, Viewer, visible
from rapport.talk.addressing import article_path
from rapport.talk.findable import POSTS
from rapport.talk.models import Post


def _readable(member: Member, _at: object = None) -> Any:
    return Post.objects.visible_to(member).unmuted(member)


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(POSTS, _VISIBLE, viewer).best(query, most)
    here = {row.pk: row for row in _SHOWN.rows(viewer, numbers)}
    kept = fts.read(HUB, POSTS.kind, numbers)
    return [_hit(here[number], kept[number], query) for number in numbers if number in here and number in kept]


def _shown(member: Member, at: object) -> Any:
    rows = _readable(member, at).annotate(name=F("author__name"), handle=F("author__handle"), within=F("group__name"))
    return rows.values_list("pk", "title", "slug", "published_at", "name", "handle", "within")


_VISIBLE, _SHOWN = visible(_readable), Few(_shown, MOST)


def _hit(post: Any, kept: fts.Kept, query: Query) -> Hit:
    path = article_path(post.handle, post.slug) if post.slug else f"/posts/{post.pk}/"
    title = post.title or _("Post by %(name)s") % {"name": post.name}
    parts = marked(post.title, query.marks) if post.title else [Part(title)]
    told = [post.name if post.title else "", wording.day(post.published_at), post.within or ""]
    said = [line for line in kept.lines if line.field == "text" or holds(line.text, query.marks)]
    texts = [Reason(_("File") if line.field == "file" else "", marked(line.text, query.marks)) for line in said]
    return Hit(path, title, parts, [Part(" · ".join(one for one in told if one))], texts)


FOUND = Finder[Viewer](50, "posts", __("Posts and articles"), _find)
