"""The town is the same for the same seed, as large as promised, and different for another seed."""

import hashlib
import subprocess
import sys
from collections import Counter

import pytest

from rapport.town import Town, build, dump
from rapport.town.cast import OWNERS

_HASH = (
    "import hashlib; from rapport.town import build, dump; print(hashlib.sha256(dump(build(1)).encode()).hexdigest())"
)


def test_the_same_seed_gives_the_same_town_in_any_process(port_amaranth: Town) -> None:
    here = hashlib.sha256(dump(port_amaranth).encode()).hexdigest()
    there = subprocess.run([sys.executable, "-c", _HASH], env=_env("7"), capture_output=True, text=True, check=True)  # noqa: S603
    assert there.stdout.strip() == here


def _env(hash_seed: str) -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": hash_seed}


def test_another_seed_gives_another_town(port_amaranth: Town) -> None:
    assert dump(build(2)) != dump(port_amaranth)


def test_a_small_town_has_its_counts(port_amaranth: Town) -> None:
    town = port_amaranth
    assert len(town.people) == 600
    assert [owner.handle for owner in town.owners] == list(OWNERS)
    assert len(town.companies) == 60
    assert len(town.groups) == 14
    assert sum(bool(gathering.group) for gathering in town.gatherings) >= 90
    assert 50 <= 2 * len(town.ties) / len(town.people) <= 75
    assert 15_000 <= len(town.talks) <= 30_000


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(KeyError):
        build(1, "XXL")


def test_the_owners_bring_the_files_of_the_plan(port_amaranth: Town) -> None:
    papers = Counter(paper.source for owner in port_amaranth.owners for paper in owner.papers)
    assert papers == {"linkedin": 10, "google": 6, "outlook": 2, "vcard": 8, "mail": 4, "calendar": 8}


def test_people_bear_names_of_many_kinds(port_amaranth: Town) -> None:
    cases = Counter(person.name.case for person in port_amaranth.people)
    assert min(cases[case] for case in ("maiden", "nickname", "folded", "script", "order", "adorned")) >= 15
    assert 0.4 <= cases["same"] / 600 <= 0.6


def test_nobody_has_a_namesake_by_accident(port_amaranth: Town) -> None:
    names = Counter(person.name.full for person in port_amaranth.people)
    twice = {name for name, count in names.items() if count > 1}
    assert twice == {"John Adeyemi", "Alex Kim", "David Jones", "María García", "Wei Chen"}


def test_owners_know_only_whom_their_bonds_name(port_amaranth: Town) -> None:
    ties = [tie for tie in port_amaranth.ties if "ann" in (tie.a, tie.b)]
    assert len(ties) == 411  # and Zhanna, whom she has yet to meet


def test_ties_have_one_direction(port_amaranth: Town) -> None:
    pairs = [(tie.a, tie.b) for tie in port_amaranth.ties]
    assert all(a < b for a, b in pairs)
    assert len(pairs) == len(set(pairs))
