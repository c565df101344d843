"""The events of the hub: past ones with who was there, tonight's, and those to come."""

from datetime import date, time
from random import Random

from rapport.town.chance import TODAY
from rapport.town.hub.groups import Roster
from rapport.town.hub.people import strangers_to_ann
from rapport.town.hub.reading import listed, moment, prose
from rapport.town.hub.shapes import Circle, Evening
from rapport.town.truth import Town
from rapport.town.words import rows

_NO_SHOWS = 0.12


def evenings(rng: Random, town: Town, groups: tuple[Circle, ...], known: Roster) -> tuple[Evening, ...]:
    """The earliest announced first."""
    strange = [one.handle for one in known.members if one.person in strangers_to_ann(town)]
    crowd = {circle.key: [who for who, _ in circle.people] for circle in groups}
    made = [_evening(rng, row, crowd, strange, known) for row in rows("hub/events.tsv")]
    return tuple(sorted(made, key=lambda one: (one.made, one.key)))


def _evening(
    rng: Random, row: tuple[str, ...], crowd: dict[str, list[str]], strange: list[str], known: Roster
) -> Evening:
    (key, group, by, made, title, on, at, minutes, mode, place, cost, door, capacity, audience, rule, link, comes,
     speakers, about) = row  # fmt: skip
    cast = {one.handle for one in known.members if not one.person.startswith("p-")}
    pool = [who for who in crowd.get(group, strange) if who not in cast]
    coming = _coming(rng, comes, pool, [one for one in strange if one not in cast])
    day = date.fromisoformat(on)
    came = tuple(who for who in coming if who in cast or rng.random() > _NO_SHOWS) if day < TODAY else ()
    return Evening(
        key, "" if group == "-" else group, by, moment(made), title, day, time.fromisoformat(at), int(minutes), mode,
        place, cost, door == "1", int(capacity) if capacity else None, audience, rule, link, tuple(coming),
        tuple(_speaker(text) for text in speakers.split("|") if text), prose(about), came,
    )  # fmt: skip


def _coming(rng: Random, text: str, pool: list[str], strange: list[str]) -> list[str]:
    """`+12` are so many of the group, `strangers+14` so many who stand in none of Ann's archives."""
    found: list[str] = []
    for word in listed(text):
        name, _, count = word.partition("+")
        if not count:
            found.append(name)
            continue
        free = [who for who in (strange if name else pool) if who not in found]
        found += rng.sample(free, min(int(count), len(free)))
    return found


def _speaker(text: str) -> tuple[str, str, bool]:
    """`ann?:What a price is for` was asked and has not answered."""
    name, _, line = text.partition(":")
    return name.rstrip("?"), line, not name.endswith("?")
