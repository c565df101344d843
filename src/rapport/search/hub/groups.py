"""Groups, by name, place, industry and what they say of themselves; hidden ones to their own alone."""

from django.utils.translation import gettext_lazy as _

from rapport.search.finder import Finder, Hit
from rapport.search.groups import hits, sight
from rapport.search.query import Query
from rapport.search.seen import Viewer


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    return hits(viewer, query, sight(viewer).best(query, most))


FOUND = Finder[Viewer](30, "groups", _("Groups"), _find)
