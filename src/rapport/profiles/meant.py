"""Whom somebody means who types a name or a handle. A name leads to nobody but those whom lists may show, and one's own
connections; a handle to whoever may be seen."""

import re
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.people.keys import folded
from rapport.profiles.directory import findable_by, fitting

HANDLE = re.compile(r"(?:^|[\s(])@([A-Za-z0-9_-]{1,30})\)?$")
MOST_OFFERED = 200
FEW = 5  # named to whoever is to be clearer


class UnclearError(ValueError):
    """Nobody is meant, or several could be; the text says so in plain words."""


def meant(viewer: Member, typed: str) -> Member:
    """Of "@bo", "bo", "Bo Lindqvist" or "Bo Lindqvist (@bo)" as `viewer` may see them. Raises UnclearError."""
    given = " ".join(typed.split())[:250]
    at = HANDLE.search(given)
    handle = at[1] if at else given
    found: Member | None = Member.objects.visible_to(viewer).filter(handle=handle.lower()).first()
    like = [] if at or not given else _called_like(viewer, given)
    if found is not None and all(one.pk == found.pk for one in like):
        return found  # else the handle of one is the first name of others: they are told apart by "@"
    whole = [one for one in like if folded(one.name) == folded(given)]
    if len(whole) == 1:
        return whole[0]
    if not like:
        raise UnclearError(_("Nobody here is called “%(name)s”, as far as you may see.") % {"name": given})
    names = ", ".join(f"{one.name} (@{one.handle})" for one in (whole or like)[:FEW])
    raise UnclearError(_("Whom do you mean: %(names)s? Write the whole name, or the @handle.") % {"names": names})


def is_handle_named(typed: str) -> bool:
    """Whether it says for sure that a member is meant: "@bo", "Bo Lindqvist (@bo)"."""
    return HANDLE.search(typed.strip()) is not None


def offered(viewer: Member, *, but: QuerySet[Any] | None = None) -> list[str]:
    """The viewer's connections, as they may be chosen where somebody is to be named; `but` are members left out."""
    known = _connections(viewer) if but is None else _connections(viewer).exclude(pk__in=but)
    names = known.order_by("name", "pk").values_list("name", "handle")[:MOST_OFFERED]
    return [f"{name} (@{handle})" for name, handle in names]


def _called_like(viewer: Member, given: str) -> list[Member]:
    """Those of whose names every word of `given` is one, in the order of their names."""
    words, each = set(folded(given).split()), fitting(viewer, ("name",), given)
    is_called_so = reduce(and_, each) | Q(name__iexact=given) if each else Q(name__iexact=given)
    listed = findable_by(viewer).filter(is_called_so)
    rows = Member.objects.filter(Q(pk__in=listed.values("pk")) | Q(pk__in=_connections(viewer).values("pk")))
    return [one for one in rows.order_by("name", "pk") if words <= set(folded(one.name).split())]


def _connections(viewer: Member) -> QuerySet[Member]:
    known = Connection.objects.filter(member=viewer).values("other")
    found: QuerySet[Member] = Member.objects.visible_to(viewer).filter(pk__in=known)
    return found
