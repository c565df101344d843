"""Interactions in the export: written with every person who took part, under one `key`, so that they can be counted
once; `with` names the others."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import F

from rapport.exports.columns import attributes, said
from rapport.exports.ground import Ground
from rapport.ties.models import Interaction, Touch

PART = 1000


def talks_of(ground: Ground, person: int) -> Iterator[str]:
    """The interactions of one person as JSON, oldest day first; read in parts, so that memory stays flat."""
    rows = (
        Touch.objects.filter(person=person)
        .order_by(F("day").asc(nulls_first=True), "interaction__number")
        .values("direction", "counts", "interaction_id", *(f"interaction__{name}" for name in attributes(Interaction)))
        .iterator(chunk_size=PART)
    )
    is_first = True
    while part := list(islice(rows, PART)):
        for fact in _facts(ground, person, part):
            yield f"{'' if is_first else ', '}{json.dumps(fact, ensure_ascii=False)}"
            is_first = False


def _facts(ground: Ground, person: int, part: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    numbers = ground.numbers(Interaction)
    others = _others(ground, person, [row["interaction_id"] for row in part])
    for row in part:
        own = {name.removeprefix("interaction__"): value for name, value in row.items()}
        fact = said(Interaction, own, numbers) | {"direction": row["direction"]}
        if not row["counts"]:
            fact["counts"] = False
        if others[row["interaction_id"]]:
            fact["with"] = [str(number) for number in sorted(others[row["interaction_id"]])]
        yield fact


def _others(ground: Ground, person: int, interactions: list[int]) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = Touch.objects.filter(interaction__in=interactions).values_list("interaction_id", "person_id")
    for interaction, other in rows:
        # Asked here and not of the database, which would begin with everybody who was never merged.
        if other != person and other in ground.living:
            found[interaction].append(ground.living[other])
    return found
