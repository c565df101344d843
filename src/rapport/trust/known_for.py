"""What somebody is known for: their skills with those who vouch, as far as who looks may see."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from rapport.kit.prepared import Prepared
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.places_shown import showing_place
from rapport.trust.models import Testimonial, Vouch, Word

MOST = 400


@dataclass(frozen=True)
class Skill:
    """`said` are the vouches, each with whether its author is still connected with the subject, and where they are if
    they show it: praise from afar is praise."""

    name: str
    said: tuple[tuple[Vouch, bool, str], ...]


def skills_of(member: Member, viewer: Member | None) -> list[Skill]:
    """Skills for which somebody vouches, in the order of their names: how many vouch is no rank."""
    found: defaultdict[str, list[Vouch]] = defaultdict(list)
    for vouch in _rows(Vouch, member, viewer, "folded", "written_at", "pk"):
        found[vouch.folded].append(vouch)
    return [
        Skill(said[0].skill, tuple((one, one.is_still, one.place or "") for one in said))  # type: ignore[attr-defined]
        for said in found.values()
    ]


def testimonials_of(member: Member, viewer: Member | None) -> list[tuple[Testimonial, bool]]:
    return [(one, one.is_still) for one in _rows(Testimonial, member, viewer, "-written_at", "-pk")]


def _rows(model: type[Word], member: Member, viewer: Member | None, *order: str) -> list[Any]:
    if viewer is None:
        return _public(model, order).rows(member=member.pk)
    return _shown(model, order).rows(member=member.pk, viewer=viewer.pk)


@cache
def _shown(model: type[Word], order: tuple[str, ...]) -> Prepared:
    def build(member: int, viewer: int) -> Any:
        return _of(model, Member(pk=viewer), member).order_by(*order)[:MOST]

    return Prepared(build, numbers=("member", "viewer"))


@cache
def _public(model: type[Word], order: tuple[str, ...]) -> Prepared:
    def build(member: int) -> Any:
        return _of(model, None, member).order_by(*order)[:MOST]

    return Prepared(build, numbers=("member",))


def _of(model: type[Word], viewer: Member | None, member: int) -> Any:
    """Shown words of others about a member, with whether their author is still connected (`is_still`) and where the
    author is (`place`)."""
    still = Connection.objects.filter(member=member, other=OuterRef("by"))
    place = showing_place(viewer).filter(member=OuterRef("by")).values("place")
    rows = model.objects.visible_to(viewer).filter(about=member, state="shown").select_related("by")
    return rows.annotate(is_still=Exists(still), place=Subquery(place))


def waiting_for(member: Member) -> list[Word]:
    """What others wrote and the member has neither shown nor hidden yet."""
    found: list[Word] = []
    for model in (Vouch, Testimonial):
        found += model.objects.visible_to(member).filter(about=member, state="asked").select_related("by")
    return sorted(found, key=lambda word: word.written_at)
