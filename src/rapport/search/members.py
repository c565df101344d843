"""Members as results: what each shows to the viewer, and why they were found."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from rapport.kit import fts
from rapport.members.audience import Level
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.directory import findable_by
from rapport.profiles.models import Portrait, Profile
from rapport.profiles.showing import photo_path
from rapport.search.circle import Circle
from rapport.search.finder import Hit
from rapport.search.marking import marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.reasons import reasons
from rapport.search.seen import Few

LEVELS = {None: Level.MEMBER, False: Level.CONNECTION, True: Level.LIVING_ROOM}


def hits(circle: Circle, query: Query, numbers: Sequence[int]) -> list[Hit]:
    """Rows of these members (ids), in this order."""
    if not numbers:
        return []
    here = {row.pk: row for row in _SHOWN.rows(circle.viewer, numbers)}
    lines = circle.lines(numbers)
    own = circle.viewer.member.pk
    return [_hit(here[number], lines.get(number, []), query, number == own) for number in numbers if number in here]


def _hit(row: Any, lines: list[fts.Line], query: Query, is_own: bool) -> Hit:
    level = Level.SELF if is_own else LEVELS[row.is_living_room]
    says = row.business if row.business and row.business_for <= level else ""
    path = f"/members/{row.handle}/"
    return Hit(
        path=path,
        name=row.name,
        parts=marked(row.name, query.marks),
        line=marked(says, query.marks),
        reasons=reasons(f"{row.name} {says}", lines, query, _label),
        photo=photo_path(path, row.mark) if row.mark and row.mark_for <= level else "",
        has_face=True,
    )


def _shown(member: Member, _at: datetime) -> Any:
    """Name, and what may be shown beside it with those it is for."""
    near = Connection.objects.filter(member=OuterRef("pk"), other=member).values("is_living_room")
    told, face = Profile.objects.filter(member=OuterRef("pk")), Portrait.objects.filter(member=OuterRef("pk"))
    return (
        findable_by(member)
        .annotate(
            is_living_room=Subquery(near),
            business=Subquery(told.values("business")),
            business_for=Subquery(told.values("business_for")),
            mark=Subquery(face.values("mark")),
            mark_for=Subquery(face.values("audience")),
        )
        .values_list("pk", "handle", "name", "is_living_room", "business", "business_for", "mark", "mark_for")
    )


_SHOWN = Few(_shown, MOST)


def _label(field: str) -> str:
    return {
        "offers": _("Offers"),
        "wanted": _("Is after"),
        "expertise": _("Is good at"),
        "interests": _("Cares about"),
        "files": _("File"),
        "place": _("Place"),
        "about": _("About"),
    }.get(field, "")
