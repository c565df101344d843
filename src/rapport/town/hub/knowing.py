"""Who is connected with whom on the hub, who follows whom, and who asked and waits."""

from datetime import datetime, timedelta
from random import Random

from rapport.town.chance import NOW, day_of, local
from rapport.town.folk import Tie
from rapport.town.hub.people import vouching
from rapport.town.hub.reading import moment
from rapport.town.hub.shapes import Joiner, Pairing
from rapport.town.ties import couple
from rapport.town.truth import Town

# Of the cast who know each other on the hub besides what the truth says: enough that a way leads to Zhanna.
_TOGETHER = (
    ("ann", "lars"), ("lars", "zhanna"), ("tunde", "zhanna"), ("dee", "ann"), ("dee", "mo"), ("mo", "hamish"),
    ("mo", "cy"), ("leon", "zara"), ("leon", "priya"), ("brigid", "priya"), ("brigid", "zara"), ("brigid", "leon"),
    ("grace", "tunde"), ("grace", "bo"), ("grace", "mo"), ("bo", "tunde"), ("bo", "ann"), ("bo", "hamish"),
    ("rana", "nadia"), ("rana", "oystein"), ("oystein", "ann"), ("harriet", "meiling"), ("ann", "harriet"),
    ("alexkim", "mo"), ("alexkim", "zhanna"), ("mariagarcia", "sal"), ("sal", "hamish"), ("callum", "john"),
    ("john", "john_sr"), ("laura", "djones"), ("pete", "laura"), ("ines", "priya"), ("priya", "mo"), ("ines", "ann"),
)  # fmt: skip
# Strangers so far, and those of whom one only asked.
_APART = {
    *(("ann", other) for other in ("zhanna", "cy", "sal")), ("bo", "brigid"), ("bo", "john"), ("mo", "sal"),
    ("cy", "ines"), ("cy", "priya"),
}  # fmt: skip
_REQUESTS = (
    ("ines", "cy", "2026-11-16 09:10", "We share a taste for things made of three others. I draw, you weld."),
    ("cy", "priya", "2026-11-18 12:10", "See you by the piano."),
    ("sal", "mo", "2026-11-18 23:40", "Could we talk about Mondays?"),
)
_FOLLOWS = (
    ("ann", "dee"), ("ann", "zhanna"), ("mo", "dee"), ("cy", "mo"), ("ines", "dee"), ("harriet", "ann"),
    ("oystein", "ann"), ("dee", "ann"), ("tunde", "zhanna"), ("lars", "zhanna"), ("bo", "tunde"), ("grace", "mo"),
    ("john", "bo"), ("laura", "oystein"), ("priya", "brigid"), ("leon", "priya"),
)  # fmt: skip
REACHES = ("ann", "lars", "zhanna", "tunde", "alexkim", "dee", "bo", "leon", "laura")


def connections(rng: Random, town: Town, members: tuple[Joiner, ...]) -> tuple[Pairing, ...]:
    """The earliest first. Of the ties of the truth those that show on a platform, not all of them here as well."""
    by_person = {one.person: one for one in members}
    by_handle = {one.handle: one for one in members}
    found = {couple(*pair): True for pair in _TOGETHER if set(pair) <= by_handle.keys()}
    sure = set(vouching(town))
    for tie in town.ties:
        one, other = by_person.get(tie.a), by_person.get(tie.b)
        if one is not None and other is not None and _is_here(rng, tie, sure):
            found[couple(one.handle, other.handle)] = True
    pairs = sorted(pair for pair in found if pair not in _APART)
    made = [Pairing(one, other, _since(rng, by_handle[one], by_handle[other])) for one, other in pairs]
    return tuple(sorted(made, key=lambda pair: (pair.at, pair.one, pair.other)))


def _is_here(rng: Random, tie: Tie, sure: set[str]) -> bool:
    is_cast = not tie.a.startswith("p-") and not tie.b.startswith("p-")
    if is_cast or ("ann" in (tie.a, tie.b) and {tie.a, tie.b} & sure):
        return True
    chance = 0.55 if tie.platforms else 0.12
    return rng.random() < chance


def _since(rng: Random, one: Joiner, other: Joiner) -> datetime:
    soonest = max(one.at, other.at) + timedelta(hours=rng.randrange(3, 90))
    return min(soonest, NOW - timedelta(hours=15))


def requests() -> tuple[Pairing, ...]:
    return tuple(Pairing(one, other, moment(at), text) for one, other, at, text in _REQUESTS)


def follows(rng: Random, members: tuple[Joiner, ...], made: tuple[Pairing, ...]) -> tuple[Pairing, ...]:
    """By hand, and now and then somebody follows whom they know."""
    by_handle = {one.handle: one for one in members}
    pairs = dict.fromkeys(pair for pair in _FOLLOWS if set(pair) <= by_handle.keys())
    pairs |= dict.fromkeys((pair.one, pair.other) for pair in made if rng.random() < 0.06)
    found = []
    for one, other in pairs:
        day = day_of(max(by_handle[one].at, by_handle[other].at)) + timedelta(days=rng.randrange(1, 9))
        found.append(Pairing(one, other, min(local(day, 20, rng.randrange(60)), NOW - timedelta(hours=16))))
    return tuple(found)
