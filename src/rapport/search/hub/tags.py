"""Tags, by their word: those that a post bears which one may read."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.search.finder import Finder, Hit
from rapport.search.marking import marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Few, Sight, Viewer, visible
from rapport.talk.findable import TAGS
from rapport.talk.models import Post, Tag, Tagging


def _readable(member: Member, _at: object) -> Any:
    posts = Post.objects.visible_to(member).unmuted(member).filter(pk=OuterRef("post"))
    return Tag.objects.filter(Exists(Tagging.objects.filter(Exists(posts), tag=OuterRef("pk"))))


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(TAGS, _VISIBLE, viewer).best(query, most)
    here = {tag.pk: tag for tag in _SHOWN.rows(viewer, numbers)}
    tags = [here[number] for number in numbers if number in here]
    return [Hit(tag.path, f"#{tag.shown}", marked(f"#{tag.shown}", query.marks)) for tag in tags]


_VISIBLE = visible(_readable)
_SHOWN = Few(lambda _member, _at: Tag.objects.all(), MOST)  # of those that were seen to be visible

FOUND = Finder[Viewer](55, "tags", _("Tags"), _find)
