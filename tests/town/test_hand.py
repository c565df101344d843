"""What was typed in by hand names people of the town, so that it can be replayed."""

import pytest

from rapport.town import Town, by_hand

KINDS = {"favour", "promise", "wish", "met", "note", "role", "list", "rest", "acquaintance"}


@pytest.mark.parametrize("owner", ["ann", "bo", "mo", "brigid", "cy"])
def test_what_was_typed_names_people_of_the_town(port_amaranth: Town, owner: str) -> None:
    for act in by_hand(owner):
        assert act.kind in KINDS
        assert act.on <= port_amaranth.today
        for whom in act.people:
            person = port_amaranth.by_id[whom.person] if whom.person else None
            assert person is None or (person.name.full == whom.name and whom.email in person.emails)


def test_ann_speaks_of_her_own_people_only(port_amaranth: Town) -> None:
    known = {entry.person for entry in port_amaranth.entries if entry.owner == "ann"}
    assert {whom.person for act in by_hand("ann") for whom in act.people} <= known


def test_acts_come_oldest_first() -> None:
    days = [act.on for act in by_hand("ann")]
    assert days == sorted(days)


def test_who_typed_nothing_has_nothing() -> None:
    assert by_hand("sal") == []
