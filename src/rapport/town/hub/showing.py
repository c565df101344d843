"""What members show of themselves: the cast by hand, the others their trade and a little more."""

from random import Random

from rapport.town.addresses import LINKEDIN
from rapport.town.chance import TODAY
from rapport.town.folk import Person
from rapport.town.hub.people import strangers_to_ann
from rapport.town.hub.reading import listed, prose
from rapport.town.hub.shapes import Joiner, Showing
from rapport.town.places import places
from rapport.town.truth import Town
from rapport.town.words import lines, rows

_LEVELS = {letter: level for level, letter in enumerate("emcl")}
_OPEN = (0, 0, 1, 1, 1, 1, 1, 1)
_CLOSED = (1, 1, 1, 1, 1, 1, 1, 2)
LIGHT = "lighthouses"  # what Ann shows that she cares for


def showings(rng: Random, town: Town, members: tuple[Joiner, ...], kindred: str) -> tuple[Showing, ...]:
    """`kindred` is the stranger who shows that they care for what Ann cares for."""
    by_hand = {row[0]: _by_hand(row) for row in rows("hub/profiles.tsv")}
    strange = strangers_to_ann(town)
    found = []
    for one in members:
        known = by_hand.get(one.handle) or _plain(rng, town.by_id[one.person], one, one.person in strange)
        if one.handle == kindred:
            known = Showing(**{**known.__dict__, "interests": (LIGHT, *known.interests), "audiences": _OPEN})
        found.append(known)
    return tuple(found)


def _by_hand(row: tuple[str, ...]) -> Showing:
    handle, letters, business, about, place, offers, wanted, expertise, interests, links = (*row, "", "")[:10]
    return Showing(
        handle, tuple(_LEVELS[letter] for letter in letters), business, prose(about), place, listed(offers),
        listed(wanted), listed(expertise), listed(interests), listed(links),
    )  # fmt: skip


def _plain(rng: Random, person: Person, member: Joiner, is_stranger: bool) -> Showing:
    """One in eight says nothing yet. Those in Ann's book show their address on LinkedIn now and then, so that she can
    be asked whether it is them; what they care for in private they do not show here."""
    work = person.work_on(TODAY)
    if work is None or rng.random() < 0.12:
        return Showing(member.handle, _CLOSED)
    where = places()[person.home].city
    slug = person.handle_on("linkedin")
    links = (f"{LINKEDIN}{slug.handle}",) if slug and rng.random() < 0.08 and not is_stranger else ()
    return Showing(
        member.handle,
        _OPEN if rng.random() < 0.4 else _CLOSED,
        f"{work.title}, {work.company}",
        place=where,
        offers=(rng.choice(lines("hub/offers.txt")),) if rng.random() < 0.5 else (),
        wanted=(rng.choice(lines("hub/wanted.txt")),) if rng.random() < 0.4 else (),
        expertise=tuple(rng.sample(lines("skills.txt"), rng.randrange(1, 4))),
        links=links,
    )
