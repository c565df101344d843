"""Members and groups whose names sound or look nearly like what was typed."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from rapport.search import groups, members
from rapport.search.circle import Circle
from rapport.search.finder import Finder, Hit
from rapport.search.likeness import LOOKED_AT, scores
from rapport.search.query import Query
from rapport.search.seen import Viewer


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    circle, sight = Circle(viewer), groups.sight(viewer)
    alike = scores(partial(circle.called, where=(), most=LOOKED_AT), query)
    named = scores(partial(sight.called, where=(), most=LOOKED_AT), query)
    ranked = sorted(circle.first(alike), key=lambda number: -round(alike[number], 2))
    best = sorted(named, key=lambda number: -round(named[number], 2))
    return [*members.hits(circle, query, ranked[:most]), *groups.hits(viewer, query, best[:most])][:most]


LIKE = Finder[Viewer](35, "alike", _("Nearly that name"), _find, is_guess=True)
