"""Whom two members both know, as far as one of them may be told."""

from collections.abc import Collection, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.kit.prepared import prepared
from rapport.members.models import Member
from rapport.network.models import Connection, Neighbours, Openness
from rapport.network.packing import Packed


def mutuals(viewer: Member, member: Member) -> list[Member]:
    """With whom both are connected, by name; without those who do not want to be named, and those whom the viewer
    cannot find."""
    return _both.rows(viewer=viewer.pk, member=member.pk)


@prepared(numbers=("viewer", "member"))
def _both(viewer: int, member: int) -> Any:
    near = [Connection.objects.filter(member=one).values("other") for one in (viewer, member)]
    unnamed = Openness.objects.filter(is_named=False).values("member")
    found = Member.objects.visible_to(Member(pk=viewer)).filter(pk__in=near[0]).filter(pk__in=near[1])
    return found.exclude(pk__in=unnamed).order_by("name", "pk")


def packed_of(members: Collection[int]) -> dict[int, Packed]:
    """The packed connections of those who have any."""
    return dict(Neighbours.objects.filter(pk__in=members).values_list("pk", "packed"))


def said(names: Sequence[str]) -> str:
    """ "3 people you both know, among them Bo", as a sentence; nothing for nobody."""
    if not names:
        return ""
    if len(names) == 1:
        return _("You both know %(name)s.") % {"name": names[0]}
    if len(names) == 2:
        return _("You both know %(one)s and %(other)s.") % {"one": names[0], "other": names[1]}
    counted = ngettext("%(n)s person you both know", "%(n)s people you both know", len(names)) % {"n": len(names)}
    return _("%(counted)s, among them %(name)s.") % {"counted": counted, "name": names[0]}
