"""Whom two members both know, as far as one of them may be told."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.members.models import Member, MemberQuerySet
from rapport.network.models import Neighbours, Openness
from rapport.network.packing import others


def mutuals(viewer: Member, members: Collection[int]) -> dict[int, list[Member]]:
    """For each of these members whom `viewer` is connected with as well, by name; without those who do not want to be
    named, and those whom the viewer cannot find."""
    packed = dict(Neighbours.objects.filter(pk__in=(viewer.pk, *members)).values_list("pk", "packed"))
    mine = set(others(packed.pop(viewer.pk, b"")))
    shared = {member: mine.intersection(others(packed.get(member, b""))) for member in members}
    wanted = set().union(*shared.values())
    named = nameable(viewer).filter(pk__in=wanted).order_by("name", "pk")
    people = {one.pk: one for one in named} if wanted else {}
    return {member: [one for pk, one in people.items() if pk in both] for member, both in shared.items()}


def nameable(viewer: Member) -> MemberQuerySet:
    """Whom the viewer may be told to know somebody."""
    closed = Openness.objects.filter(is_named=False).values("member")
    here: MemberQuerySet = Member.objects.visible_to(viewer).exclude(pk__in=closed)
    return here


def said(both: Collection[Member]) -> str:
    """ "3 people you both know, among them Bo", as a sentence; nothing for nobody."""
    names = [one.name for one in both]
    if not names:
        return ""
    if len(names) == 1:
        return _("You both know %(name)s.") % {"name": names[0]}
    if len(names) == 2:
        return _("You both know %(one)s and %(other)s.") % {"one": names[0], "other": names[1]}
    counted = ngettext("%(n)s person you both know", "%(n)s people you both know", len(names)) % {"n": len(names)}
    return _("%(counted)s, among them %(name)s.") % {"counted": counted, "name": names[0]}
