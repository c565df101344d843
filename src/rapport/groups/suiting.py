"""Groups that may suit somebody: where people they know are, where they live, what they do; each with its reason."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.groups.models import Former, Group, Membership, NotThisGroup
from rapport.members.models import Member
from rapport.network.models import Connection

_LOOKED_AT = 300  # groups: a hub with more has filters


@dataclass(frozen=True)
class Suiting:
    group: Group
    reason: str


def suiting(member: Member, *, place: str = "", interests: Collection[str] = (), limit: int = 4) -> list[Suiting]:
    """Listed groups one can join or ask to join, the likeliest first. `place` and `interests` (industries, topics) are
    what the member says of themselves; what their own groups say is added. Nothing of any book."""
    mine = list(Group.objects.of(member))
    places = {one.place.casefold(): one for one in mine if one.place}
    industries = {one.industry.casefold() for one in mine if one.industry} | {one.casefold() for one in interests}
    candidates = list(_candidates(member)[:_LOOKED_AT])
    known = _connections_in(member, candidates)
    scored = []
    for group in candidates:
        is_of_trade = bool(group.industry) and group.industry.casefold() in industries
        is_near = bool(group.place) and group.place.casefold() in {place.casefold(), *places}
        weight = 2 * min(len(known[group.pk]), 5) + 2 * is_of_trade + is_near
        if weight:
            scored.append((weight, group, _reason(group, known[group.pk], is_of_trade=is_of_trade)))
    scored.sort(key=lambda one: (-one[0], one[1].name, one[1].pk))
    return [Suiting(group, reason) for _weight, group, reason in scored[:limit]]


def _candidates(member: Member) -> QuerySet[Group]:
    inhabited = Membership.objects.filter(group=OuterRef("pk"), member__in=Member.objects.visible_to(member))
    found: QuerySet[Group] = (
        Group.objects.filter(Exists(inhabited), is_hidden=False, closed_at=None)
        .exclude(door="invitation")
        .exclude(pk__in=Membership.objects.filter(member=member).values("group"))
        .exclude(pk__in=Former.objects.filter(member=member, is_removed=True).values("group"))
        .exclude(pk__in=NotThisGroup.objects.filter(member=member).values("group"))
    )
    return found.order_by("-made_at", "-pk")


def _connections_in(member: Member, groups: Collection[Group]) -> dict[int, list[str]]:
    """Names of the member's connections who show that they are in these groups."""
    connected = Connection.objects.filter(member=member).values("other")
    rows = Membership.objects.filter(
        group__in=[group.pk for group in groups],
        is_shown=True,
        member__in=Member.objects.visible_to(member).filter(pk__in=connected),
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    for group, name in rows.order_by("joined_at", "pk").values_list("group_id", "member__name"):
        names[group].append(name)
    return names


def _reason(group: Group, names: list[str], *, is_of_trade: bool) -> str:
    if len(names) == 1:
        return _("%(name)s is in it.") % {"name": names[0]}
    if names:
        more = ngettext("%(n)s more of your connections", "%(n)s more of your connections", len(names) - 1)
        return _("%(name)s and %(more)s are in it.") % {"name": names[0], "more": more % {"n": len(names) - 1}}
    if is_of_trade:
        return _("It is for your trade: %(industry)s.") % {"industry": group.industry}
    return _("It meets where you are: %(place)s.") % {"place": group.place}
