"""Members, by what they show to whoever looks."""

from django.utils.translation import gettext_lazy as _

from rapport.search.circle import Circle
from rapport.search.finder import Finder, Hit
from rapport.search.members import hits
from rapport.search.query import Query
from rapport.search.ranking import FEW, Pool, ranked
from rapport.search.seen import Viewer


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    circle = Circle(viewer)
    return hits(circle, query, ranked(query.ways, Pool(circle.called, circle.called, circle.first, FEW), most))


MEMBERS = Finder[Viewer](10, "members", _("Members"), _find)
