"""Groups as results."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from rapport.groups.findable import GROUPS
from rapport.groups.models import Group
from rapport.kit import fts
from rapport.kit.shelf import HUB
from rapport.search.finder import Hit
from rapport.search.marking import Part, marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.reasons import reasons
from rapport.search.seen import Few, Sight, Viewer, visible

_VISIBLE = visible(lambda member, _at: Group.objects.visible_to(member))
_SHOWN = Few(lambda member, _at: Group.objects.visible_to(member), MOST)


def sight(viewer: Viewer) -> Sight:
    return Sight(GROUPS, _VISIBLE, viewer)


def hits(viewer: Viewer, query: Query, numbers: Sequence[int]) -> list[Hit]:
    """Rows of these groups (ids), in this order, as far as `viewer` may see them."""
    if not numbers:
        return []
    kept = fts.read(HUB, GROUPS.kind, numbers)
    here = {one.pk: one for one in _SHOWN.rows(viewer, numbers)}
    return [_hit(here[number], kept[number], query) for number in numbers if number in here and number in kept]


def _hit(group: Any, kept: fts.Kept, query: Query) -> Hit:
    where = " · ".join(text for text in (group.place, group.industry) if text)
    line = marked(where, query.marks) or [Part(str(group.get_meets_display()))]
    why = reasons(f"{group.name} {where}", kept.lines, query, lambda _field: _("About"))
    return Hit(group.path, group.name, marked(group.name, query.marks), line, why)
