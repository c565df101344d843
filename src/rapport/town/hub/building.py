"""The whole hub of a town, drawn from its seed."""

from typing import Any

from rapport.town.chance import chance, local
from rapport.town.hub import evenings, groups, knowing, sayings, showing
from rapport.town.hub.likenesses import likenesses
from rapport.town.hub.people import OPENED, joiners, strangers_to_ann
from rapport.town.hub.shapes import Evening, Hub, Joiner
from rapport.town.truth import Town
from rapport.town.words import text

# Whom the owners of these books know to be members; of the cast only, so that the morning stays what it is.
_OWNERS = ("ann", "bo", "mo")


def hub_of(town: Town) -> Hub:
    """The same town gives the same hub."""
    seed = town.seed
    members = joiners(chance(seed, "hub members"), town)
    known = groups.roster(town, members)
    circles = groups.circles(town, members, known)
    planned = evenings.evenings(chance(seed, "hub events"), town, circles, known)
    kindred = _kindred(town, members, planned)
    connections = knowing.connections(chance(seed, "hub connections"), town, members)
    return Hub(
        name="Port Amaranth",
        place="Port Amaranth",
        opened=local(OPENED, 9),
        members=members,
        showings=showing.showings(chance(seed, "hub profiles"), town, members, kindred),
        likenesses=likenesses(chance(seed, "hub portraits"), town, members),
        connections=connections,
        follows=knowing.follows(chance(seed, "hub follows"), members, connections),
        requests=knowing.requests(),
        reaches=knowing.REACHES,
        groups=circles,
        chairs=groups.chairs(town, circles, members),
        evenings=planned,
        known=tuple((owner, one.handle) for owner in _OWNERS for one in members if _may_know(owner, one)),
        **_said(town, known),
    )


def _said(town: Town, known: groups.Roster) -> dict[str, Any]:
    return {
        "about": text("hub/about.txt"),
        "terms": text("hub/terms.txt"),
        "starter": text("hub/starter.txt"),
        "posts": sayings.posts(known),
        "comments": sayings.comments(known),
        "columns": sayings.columns(),
        "tags": sayings.tags(),
        "pleas": sayings.pleas(known),
        "answers": sayings.answers(known),
        "thanks": sayings.thanks(),
        "vouches": sayings.vouches(town, known),
        "testimonials": sayings.testimonials(),
        "messages": sayings.messages(),
        "reports": sayings.reports(known),
        "arriving": sayings.arriving(),
    }


def _may_know(owner: str, member: Joiner) -> bool:
    return _is_cast(member) and member.handle != owner


def _is_cast(member: Joiner) -> bool:
    return not member.person.startswith("p-")


def _kindred(town: Town, members: tuple[Joiner, ...], planned: tuple[Evening, ...]) -> str:
    """A stranger who comes tonight, if there is one who cares for what Ann shows, else any."""
    strange = strangers_to_ann(town)
    tonight = next(one for one in planned if one.key == "tonight").comes
    free = [one for one in members if one.handle in tonight and one.person in strange and not _is_cast(one)]
    cares = [one for one in free if any(p.word == showing.LIGHT for p in town.by_id[one.person].passions)]
    return (cares or free)[0].handle
