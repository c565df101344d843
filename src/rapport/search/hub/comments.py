"""Comments on posts one may read, by their text, the newest first; each leads to its place among the others."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import fts, wording
from rapport.kit.shelf import HUB
from rapport.members.models import Member
from rapport.search.finder import Finder, Hit, Reason
from rapport.search.marking import Part, marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Few, Sight, Viewer, visible
from rapport.talk.findable import COMMENTS
from rapport.talk.models import Comment, Post


def _readable(member: Member, _at: object = None) -> Any:
    """Nor those on posts of somebody whom one does not want to read for now."""
    posts = Post.objects.visible_to(member).unmuted(member)
    return Comment.objects.filter(post__in=posts, is_removed=False).by_visible(member).unmuted(member)


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(COMMENTS, _VISIBLE, viewer, MOST).newest(query, most)
    if not numbers:
        return []
    here = {row.pk: row for row in _SHOWN.rows(viewer, numbers)}
    kept = fts.read(HUB, COMMENTS.kind, numbers)
    return [_hit(here[number], kept[number], query) for number in numbers if number in here and number in kept]


def _shown(_member: Member, _at: object) -> Any:
    rows = Comment.objects.annotate(name=F("author__name"), title=F("post__title"), of=F("post__author__name"))
    return rows.values_list("pk", "post_id", "written_at", "name", "title", "of")


_VISIBLE, _SHOWN = visible(_readable, MOST), Few(_shown, MOST)  # of those that were seen to be visible


def _hit(comment: Any, kept: fts.Kept, query: Query) -> Hit:
    name = _("Comment by %(name)s") % {"name": comment.name or _("a former member")}
    on = comment.title or _("Post by %(name)s") % {"name": comment.of}
    line = [Part(" · ".join((on, wording.day(comment.written_at))))]
    texts = [Reason("", marked(line.text, query.marks)) for line in kept.lines]
    return Hit(f"/posts/{comment.post_id}/comments/{comment.pk}/", name, [Part(name)], line, texts)


FOUND = Finder[Viewer](52, "comments", __("Comments"), _find)
