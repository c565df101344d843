"""This room's part of a group's pages."""

from typing import Any

from rapport.groups.page import GroupPage
from rapport.kit.panels import Panel
from rapport.members.models import Member
from rapport.seats.awaited import undecided
from rapport.seats.filling import held


def mine(_request: Any, page: GroupPage) -> dict[str, Any] | None:
    """Which seat whoever looks holds, and the way to all of them."""
    if page.viewer is None or not page.group.seats_per_profession:
        return None
    found = held(page.group).filter(member=page.viewer).values_list("seat__profession__name", flat=True)
    return {"path": page.group.path, "profession": found.first() if page.membership is not None else None}


def applied(_request: Any, page: GroupPage) -> dict[str, Any] | None:
    """For organisers: whether somebody applied, as far as they may see them."""
    visible = Member.objects.visible_to(page.viewer)
    is_any = undecided().filter(group=page.group, member__in=visible).exists()
    return {"path": page.group.path} if is_any else None


def given_up(_request: Any, page: GroupPage) -> dict[str, Any] | None:
    """What becomes of the seat of whoever leaves."""
    return {} if held(page.group).filter(member=page.viewer).exists() else None


SEATS = (
    Panel("group", 50, mine, "seats/panels/mine.html", "aside"),
    Panel("group-waiting", 100, applied, "seats/panels/applied.html"),
    Panel("group-leaving", 100, given_up, "seats/panels/given_up.html"),
)
