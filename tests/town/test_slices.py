"""The oracle of an owner agrees with itself."""

from itertools import chain

import pytest

from rapport.town import Town, truth_of
from rapport.town.cast import OWNERS
from rapport.town.passions import loves

RARE_AT_MOST = 6


@pytest.mark.parametrize("owner", OWNERS)
def test_every_record_means_one_person(port_amaranth: Town, owner: str) -> None:
    found = truth_of(port_amaranth, owner)
    records = list(chain.from_iterable(known.entries for known in found.people))
    assert len(records) == len(set(records)) == len(found.entries)


@pytest.mark.parametrize("owner", OWNERS)
def test_every_address_that_two_records_share_is_one_persons_or_told_apart(port_amaranth: Town, owner: str) -> None:
    found = truth_of(port_amaranth, owner)
    apart = {frozenset((one.a, one.b)) for one in found.apart}
    holders: dict[tuple[str, str], set[str]] = {}
    for known in found.people:
        for identity in known.identities:
            holders.setdefault(identity, set()).add(known.person)
    assert {frozenset(people) for people in holders.values() if len(people) > 1} <= apart


def test_ann_has_all_kinds_of_people_that_must_stay_apart(port_amaranth: Town) -> None:
    whys = [one.why for one in truth_of(port_amaranth, "ann").apart]
    assert (whys.count("name"), whys.count("mailbox")) == (5, 3)
    assert whys.count("phone") >= 2


def test_most_records_can_be_joined_by_an_address(port_amaranth: Town) -> None:
    pairs = joined = 0
    for owner in OWNERS:
        found = truth_of(port_amaranth, owner)
        shown = {(entry.file, entry.key): {*entry.emails, *entry.phones, *entry.urls} for entry in found.entries}
        for known in found.people:
            groups = _united([shown[record] for record in known.entries])
            pairs += len(known.entries) * (len(known.entries) - 1) // 2
            joined += sum(size * (size - 1) // 2 for size in groups)
    assert joined / pairs > 0.65


def _united(marks: list[set[str]]) -> list[int]:
    """Sizes of the groups that records with these addresses fall into, when one shared address joins two."""
    groups: list[tuple[set[str], int]] = []
    for mark in marks:
        touched = [group for group in groups if group[0] & mark]
        groups = [group for group in groups if not group[0] & mark]
        groups.append((mark.union(*(group[0] for group in touched)), 1 + sum(group[1] for group in touched)))
    return [size for _, size in groups]


def test_interactions_count_each_talk_once(port_amaranth: Town) -> None:
    found = truth_of(port_amaranth, "priya")
    assert found.interactions["mail"] == sum(
        "priya" in (talk.sender, *talk.receivers) for talk in port_amaranth.talks if talk.kind == "mail"
    )


def test_some_once_active_ties_have_gone_cold(port_amaranth: Town) -> None:
    found = truth_of(port_amaranth, "ann")
    cold = {known.person: known for known in found.people if known.person in found.cold}
    assert len(cold) >= 8
    assert all((port_amaranth.today - known.days[-1]).days >= 240 for known in cold.values())
    assert "meiling" not in cold


def test_twenty_five_pairs_are_planted_ten_know_each_other_ten_only_seem_to(port_amaranth: Town) -> None:
    town = port_amaranth
    assert len(town.introductions) >= 25
    assert len(town.acquainted) == len(town.decoys) == 10


def test_planted_pairs_show_a_rare_passion_in_two_sources_and_have_never_met(port_amaranth: Town) -> None:
    ties = {frozenset((tie.a, tie.b)) for tie in port_amaranth.ties}
    holders = {topic.word: topic.holders for topic in port_amaranth.passions}
    for pair in port_amaranth.introductions:
        assert pair.evidence_a.source != pair.evidence_b.source
        assert len(holders[pair.passion]) <= RARE_AT_MOST
        assert {pair.a, pair.b} <= set(holders[pair.passion])
        assert frozenset((pair.a, pair.b)) not in ties
        assert not _seen_together(port_amaranth, pair.owner, {pair.a, pair.b})


def test_acquainted_pairs_are_seen_together_in_the_owners_files(port_amaranth: Town) -> None:
    ties = {frozenset((tie.a, tie.b)) for tie in port_amaranth.ties}
    for pair in port_amaranth.acquainted:
        assert frozenset((pair.a, pair.b)) in ties
        assert _seen_together(port_amaranth, pair.owner, {pair.a, pair.b})


def _seen_together(town: Town, owner: str, both: set[str]) -> bool:
    met = any(both <= set(one.people) for one in town.gatherings_in.get(owner, ()))
    return met or any(both <= set(talk.receivers) for talk in town.talks_with[owner])


def test_no_other_line_speaks_of_a_rare_passion(port_amaranth: Town) -> None:
    told = {evidence.words for evidence in port_amaranth.evidence}
    words = {word for love in loves().values() if love.is_rare for word in (love.word, *love.synonyms)}
    others = {talk.text for talk in port_amaranth.talks} | {one.title for one in port_amaranth.gatherings}
    assert not [text for text in others - told if any(f" {word} " in f" {text.lower()} " for word in words)]
