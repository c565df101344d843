"""The axes of a group in words, and looking for groups by them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Lower
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.groups.models import Group

_MEETS = {"online": ("online", "both"), "rooms": ("rooms", "both"), "both": ("both",)}
_SPELT = ("place", "industry")  # compared without regard to capitals, by an index


def in_words(group: Group) -> list[str]:
    """How it meets, what it costs, how it runs, how one comes in: a few words each."""
    where = {"online": _("Meets online"), "rooms": _("Meets in rooms"), "both": _("Meets online and in rooms")}
    doors = {"open": _("Open to everybody"), "request": _("By request"), "invitation": _("By invitation")}
    words = [where[group.meets], _fee(group)]
    words.append(_("Meetings follow an agenda") if group.is_structured else _("Free-form"))
    words.append(doors[group.door])
    if group.seats_per_profession:
        words.append(_seats(group.seats_per_profession))
    if group.is_hidden:
        words.append(_("Only its members know of it"))
    return words


def in_short(group: Group) -> str:
    """One line for a list: industry and place first, then what tells it apart."""
    if group.closed_at is not None:
        return _("closed")
    where = {"online": _("online"), "rooms": _("in rooms"), "both": _("online and in rooms")}
    parts = [group.industry, group.place, where[group.meets], _("with a fee") if group.is_paid else _("free")]
    if group.seats_per_profession:
        parts.append(_seats(group.seats_per_profession).lower())
    return " · ".join(part for part in parts if part)


def looking_for(groups: QuerySet[Group], wanted: Mapping[str, Any]) -> QuerySet[Group]:
    """Those of `groups` on the wanted side of each axis; what is empty or unknown is no wish."""
    if wanted.get("meets"):
        groups = groups.filter(meets__in=_MEETS[wanted["meets"]])
    if wanted.get("fee"):
        groups = groups.filter(is_paid=wanted["fee"] == "paid")
    if wanted.get("runs"):
        groups = groups.filter(is_structured=wanted["runs"] == "structured")
    if wanted.get("door"):
        groups = groups.filter(door=wanted["door"])
    if wanted.get("seats"):
        groups = groups.filter(seats_per_profession__gt=0)
    for name in _SPELT:
        if wanted.get(name):
            key = f"{name}_spelt"
            groups = groups.alias(**{key: Lower(name)}).filter(**{key: Lower(Value(wanted[name]))})
    return groups


def _fee(group: Group) -> str:
    if not group.is_paid:
        return _("No membership fee")
    return _("Membership fee: %(fee)s") % {"fee": group.fee} if group.fee else _("With a membership fee")


def _seats(number: int) -> str:
    if number == 1:
        return _("One per profession")
    return ngettext("%(n)s per profession", "%(n)s per profession", number) % {"n": number}
