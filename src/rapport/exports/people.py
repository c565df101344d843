"""People in the export: each an object with all that is told of them, their interactions streamed last."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Model

from rapport.exports.columns import attributes, said
from rapport.exports.ground import Ground
from rapport.exports.talks import talks_of
from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Claim, Met, Name, Organization, Person
from rapport.ties.models import ContactDay, Rest, Tie, Touch
from rapport.ties.strength import strength

PART = 200  # persons read at once
# Where the contract's word for a model's rows is a summary of them, the rows stand under another.
NAMED: dict[type[Model], str] = {Name: "names", Met: "met_told"}
OWN_FORM = (Person, Tie, Rest, Touch, ContactDay)
Facts = dict[str, Any]


@cache
def personal() -> tuple[Holding, ...]:
    """Models whose rows are each about one person, and are written with the person."""
    return tuple(
        holding
        for holding in holdings()
        if holding.person_paths[:1] == ("person",)
        and not holding.export.startswith("not:")
        and holding.model not in OWN_FORM
        and not holding.model._meta.get_field("person").null
    )


def key_of(holding: Holding) -> str:
    return NAMED.get(holding.model, holding.export)


def people(ground: Ground) -> Iterator[str]:
    """Each person as JSON, in pieces: by number, those in the trash too, merged ones as one."""
    wanted = list(ground.living)
    for start in range(0, len(wanted), PART):
        part = wanted[start : start + PART]
        facts = _facts(ground, part)
        for at, person in enumerate(part):
            yield ",\n" if start or at else ""
            yield json.dumps(facts[person], ensure_ascii=False)[:-1] + ', "interactions": ['
            yield from talks_of(ground, person)
            yield "]}"


def _facts(ground: Ground, part: Sequence[int]) -> dict[int, Facts]:
    found = {row["id"]: _person(ground, row) for row in _of_people(part)}
    for holding in personal():
        _add(ground, holding, part, found)
    _add_states(part, found)
    _add_ties(ground, part, found)
    for facts in found.values():
        facts["other_names"] = _other_names(facts)
        facts["met"] = _met(facts["met_told"])
    return found


def _of_people(part: Sequence[int]) -> Iterator[Facts]:
    rows = Person.objects.filter(pk__in=part).order_by("number")
    yield from rows.values("id", *attributes(Person))


def _person(ground: Ground, row: Facts) -> Facts:
    told = said(Person, row, ground.numbers(Person))
    head: Facts = {"id": str(told.pop("number")), "name": told.pop("name"), "other_names": []}
    told.pop("key", None)
    lists: Facts = {key_of(holding): [] for holding in personal()}
    return head | told | {"met": None, **lists}


def _add(ground: Ground, holding: Holding, part: Sequence[int], found: dict[int, Facts]) -> None:
    """A model's rows into the persons; facts the owner struck out stand apart, that nobody takes them for standing."""
    model, key = holding.model, key_of(holding)
    numbers = ground.numbers(model)
    manager: Any = model._default_manager
    rows = manager.filter(person__in=part).values("person_id", *attributes(model), *_names(model))
    told: defaultdict[int, list[Facts]] = defaultdict(list)
    for row in rows:
        fact = said(model, row, numbers)
        fact.pop("person", None)
        named = row.get(_names(model)[0]) if _names(model) else None
        told[row["person_id"]].append(({"name": named} if _names(model) else {}) | fact)
    for person, facts in told.items():
        for fact in sorted(facts, key=_order):
            place = found[person].setdefault("struck", {}) if fact.get("struck") else found[person]
            place.setdefault(key, []).append(fact)


@cache
def _names(model: Any) -> tuple[str, ...]:
    """A fact that points to a row of the book says that row's name too: a job its organization's."""
    if not issubclass(model, Claim):
        return ()
    for field in model._meta.fields:
        other = field.related_model
        if other is Organization or (other is not None and field.name in ("list", "circle")):
            return (f"{field.name}__name",)
    return ("occasion__title",) if any(field.name == "occasion" for field in model._meta.fields) else ()


def _order(fact: Facts) -> tuple[int, str]:
    return fact.get("number", 0), "" if "number" in fact else json.dumps(fact, sort_keys=True)


def _add_states(part: Sequence[int], found: dict[int, Facts]) -> None:
    for facts in found.values():
        facts["state"] = None
    for row in Rest.objects.filter(person__in=part).values("person_id", *attributes(Rest)):
        fact = said(Rest, row, {Person: {}})
        fact.pop("person", None)
        found[row["person_id"]]["state"] = fact


def _add_ties(ground: Ground, part: Sequence[int], found: dict[int, Facts]) -> None:
    ties = Tie.objects.in_bulk(part, field_name="person_id")
    places = ground.places
    for person, facts in found.items():
        tie = ties.get(person) or Tie()
        place = places.get(person)
        facts["tie"] = {
            "strength": round(_strength(ground, person, tie), 4),
            "layer": place.layer if place is not None else None,
            "contact_days": tie.contact_days,
            "first": _day(tie.first_day),
            "last": _day(tie.last_day),
            "cadence": tie.cadence,
            "cadence_most": tie.cadence_most,
            "pin": tie.layer_pin,
            "matters": tie.matters,
            "by_hand": tie.is_hand,
        }


def _strength(ground: Ground, person: int, tie: Tie) -> float:
    """Of those the layers leave out, too: the dead and those in the trash."""
    known = ground.strengths.get(person)
    return strength(tie.lscore, tie.last_in, ground.on.toordinal()) if known is None else known


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal is not None else None


def _other_names(facts: Facts) -> list[str]:
    """Every standing form of the name but the one shown, each once, in the order in which they were told."""
    return [text for text in dict.fromkeys(name["text"] for name in facts["names"]) if text != facts["name"]]


def _met(told: list[Facts]) -> Facts | None:
    """The story in one: the earliest that is dated, and the first days online and in person."""
    if not told:
        return None
    ordered = sorted(told, key=lambda fact: (not fact["on"], fact["on"], fact["number"]))
    first = next((fact for fact in ordered if not fact.get("channel")), ordered[0])
    days = {way: next((f["on"] or None for f in ordered if f.get("channel") == way), None) for way in _WAYS}
    return {
        "how": first["how"],
        "on": first["on"] or None,
        "precision": first.get("precision", "unknown"),
        "through": first["through"] or None,
        "first_online": days["online"],
        "first_in_person": days["in_person"],
    }


_WAYS = ("online", "in_person")
