"""Kinds of groups to begin with: each sets the axes, and all of them can be changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """`axes` are columns of Group that differ from what a group is by itself."""

    key: str
    name: str | Promise
    says: str | Promise
    axes: Mapping[str, Any] = field(default_factory=dict)


KINDS = (
    Kind(
        "meetup",
        _("A free meet-up"),
        _("Everybody may come, nobody is a paying member; a few pounds at the door at most."),
        {"meets": "rooms", "may_members_invite": True},
    ),
    Kind(
        "industry",
        _("An industry"),
        _("People of one trade, wherever they are: they talk online and meet at fairs."),
        {"meets": "online", "may_members_invite": True},
    ),
    Kind(
        "chapter",
        _("A chapter, one per profession"),
        _("Meets by an agenda, and each profession has one seat. Guests come and look before they apply."),
        {
            "meets": "rooms",
            "is_paid": True,
            "is_structured": True,
            "door": "request",
            "seats_per_profession": 1,
            "guest_visits": 2,
        },
    ),
    Kind(
        "chamber",
        _("A chamber or association"),
        _("A membership with a fee, for all firms of a place."),
        {"meets": "both", "is_paid": True, "is_structured": True, "door": "request", "guest_visits": 1},
    ),
    Kind(
        "circle",
        _("A paid circle"),
        _("A few people who work on their businesses together, by invitation."),
        {"meets": "online", "is_paid": True, "is_structured": True, "door": "invitation", "guest_visits": 0},
    ),
)


def kind_of(key: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.key == key), None)
