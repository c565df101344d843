"""The groups of the town and who is in them; two joined #eventprofs yesterday, and Bo holds the plumber's seat."""

from datetime import date, timedelta
from random import Random

from rapport.town.chance import TODAY, day_between, log_normal
from rapport.town.folk import Group, Membership, Person
from rapport.town.words import rows

_PLANTED = {
    "harbour-chapter": {"ann": "coach", "bo": "plumber", "tunde": "bookkeeper", "grace": "", "priya": "event producer"},
    "linkedamaranth": dict.fromkeys(("ann", "mo", "rana", "oystein", "priya", "ines", "zhanna"), ""),
    "eventprofs": dict.fromkeys(("brigid", "priya", "mo", "ann"), ""),
    "chamber": dict.fromkeys(("ann", "grace", "rana", "meiling"), ""),
}
_YESTERDAY = TODAY - timedelta(days=1)


def make_groups(rng: Random, people: list[Person], count: int) -> tuple[Group, ...]:
    """Groups of 30 to 90 with intervals of membership; the cast is placed by hand, the rest by chance."""
    named = [tuple(row) for row in rows("groups.tsv")]
    kinds = [row[2] for row in named]
    named += [(f"circle-{number}", f"Circle {number}", rng.choice(kinds)) for number in range(len(named), count)]
    others = [person.id for person in people if person.id.startswith("p-")]
    return tuple(_group(rng, key, name, kind, others) for key, name, kind in named[:count])


def _group(rng: Random, key: str, name: str, kind: str, others: list[str]) -> Group:
    size = log_normal(rng, 60, 0.25, 90)
    chosen = rng.sample(others, min(size, len(others)))
    members = [Membership(person, _joined(rng), seat=seat) for person, seat in _PLANTED.get(key, {}).items()]
    members += [_member(rng, person) for person in chosen]
    if key == "eventprofs":
        members[-2:] = [Membership(member.person, _YESTERDAY) for member in members[-2:]]
    return Group(key, name, kind, tuple(members))


def _member(rng: Random, person: str) -> Membership:
    since = _joined(rng)
    has_left = rng.random() < 0.15
    return Membership(person, since, day_between(rng, since, TODAY) if has_left else None)


def _joined(rng: Random) -> date:
    return day_between(rng, date(2008, 9, 1), TODAY - timedelta(days=45))
