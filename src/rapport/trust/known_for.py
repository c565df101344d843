"""What somebody is known for: their skills with those who vouch, as far as who looks may see."""

from collections import defaultdict
from dataclasses import dataclass

from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.places_shown import places_shown
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
    rows = Vouch.objects.visible_to(viewer).filter(about=member, state="shown").select_related("by")
    found: defaultdict[str, list[Vouch]] = defaultdict(list)
    for vouch in rows.order_by("folded", "written_at", "pk")[:MOST]:
        found[vouch.folded].append(vouch)
    if not found:
        return []
    still = still_connected(member)
    places = places_shown(viewer, {one.by_id for said in found.values() for one in said if one.by_id})
    return [
        Skill(said[0].skill, tuple((one, one.by_id in still, places.get(one.by_id or 0, "")) for one in said))
        for said in found.values()
    ]


def testimonials_of(member: Member, viewer: Member | None) -> list[tuple[Testimonial, bool]]:
    rows = Testimonial.objects.visible_to(viewer).filter(about=member, state="shown").select_related("by")
    found = list(rows.order_by("-written_at", "-pk")[:MOST])
    still = still_connected(member) if found else set()
    return [(one, one.by_id in still) for one in found]


def still_connected(member: Member) -> set[int]:
    return set(Connection.objects.filter(member=member).values_list("other_id", flat=True))


def waiting_for(member: Member) -> list[Word]:
    """What others wrote and the member has neither shown nor hidden yet."""
    found: list[Word] = []
    for model in (Vouch, Testimonial):
        found += model.objects.visible_to(member).filter(about=member, state="asked").select_related("by")
    return sorted(found, key=lambda word: word.written_at)
