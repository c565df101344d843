"""The town comes back: Ann's six archives, brought in, are her slice of the truth; brought in again they are nothing
new, and taken out they are gone."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

import cast
from anns_book import bring, couples, put_together, whereabouts
from rapport.archives.undo import undo
from rapport.introductions.ideas import ideas
from rapport.people.models import Book, Interest
from rapport.sameness.reviewing import accept_likely, waiting
from rapport.ties.models import ContactDay, Interaction, Tie, Touch
from rapport.topics import shipped
from rapport.town import Slice, build, render, truth_of
from snapshot import changes, snapshot

pytestmark = pytest.mark.django_db  # each test in a transaction of its own, on top of what came in once

KINDS = ("message", "mail", "meeting")  # that the truth counts; a written recommendation is a contact besides
PLANTED = ("introductions", "acquainted", "decoys")


class Ann:
    """Her book after her archives came in, the truth, and what the book says once everybody is put together."""

    def __init__(self, folder: Path) -> None:
        town = build(1)
        self.today, self.truth = town.today, truth_of(town, "ann")
        self.files = render(town, folder, ["ann"])["ann"]
        self.book = Book.of(cast.ann())
        self.empty = snapshot(self.book)
        self.batch = bring(self.book, self.files)
        self.full = snapshot(self.book)
        self.where = whereabouts(self.book, self.truth.entries)
        self.asked = {frozenset((asked.first, asked.second)) for asked in waiting(self.book, cast.MORNING)}
        with transaction.atomic():
            while accept_likely(self.book, now=cast.MORNING):
                continue
            self.where_clicked = whereabouts(self.book, self.truth.entries)
            put_together(self.book, self.truth.entries, now=cast.MORNING)
            self._look()
            transaction.set_rollback(True)

    def _look(self) -> None:
        where = whereabouts(self.book, self.truth.entries)
        self.who = {entry.person: where[entry.file, entry.key] for entry in self.truth.entries}
        self.counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        self.days: defaultdict[int, set[date]] = defaultdict(set)
        touches = Touch.objects.filter(person__book=self.book, counts=True, interaction__kind__in=KINDS)
        for who, kind, day in touches.values_list("person_id", "interaction__kind", "day"):
            self.counts[who][kind] += 1
            self.days[who].add(date.fromordinal(day))
        self.ties = {tie.person_id: tie for tie in Tie.objects.filter(book=self.book)}
        self.contact_days = Counter(ContactDay.objects.filter(book=self.book).values_list("person_id", flat=True))
        self.interests = set(Interest.objects.shown().filter(book=self.book).values_list("person_id", "topic"))
        self.ideas = {frozenset((one.first, one.second)) for one in ideas(self.book, day=self.today.toordinal())}


@pytest.fixture(scope="module")
def ann(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Iterator[Ann]:
    with django_db_blocker.unblock():
        yield Ann(tmp_path_factory.mktemp("town"))
        call_command("flush", verbosity=0, interactive=False)


def right_and_wrong(truth: Slice, where: dict[tuple[str, str], int]) -> tuple[float, list[Any]]:
    right, wrong = couples(truth.entries, where)
    return right / len(truth.together), wrong


def test_every_record_is_in_the_book(ann: Ann) -> None:
    assert [entry for entry in ann.truth.entries if (entry.file, entry.key) not in ann.where] == []


def test_what_is_joined_by_itself_is_always_right(ann: Ann) -> None:
    recall, wrong = right_and_wrong(ann.truth, ann.where)
    assert wrong == []
    assert recall >= 0.75


def test_with_one_click_nearly_all_are_together(ann: Ann) -> None:
    recall, wrong = right_and_wrong(ann.truth, ann.where_clicked)
    assert wrong == []
    assert recall >= 0.89


def test_whoever_is_still_apart_is_asked_about(ann: Ann) -> None:
    whose: defaultdict[str, set[int]] = defaultdict(set)
    for entry in ann.truth.entries:
        whose[entry.person].add(ann.where[entry.file, entry.key])
    apart = [frozenset(pair) for ids in whose.values() for pair in combinations(sorted(ids), 2)]
    assert len(ann.asked & set(apart)) / len(apart) >= 0.97


def test_the_planted_pairs_stay_apart(ann: Ann) -> None:
    whose: defaultdict[str, set[int]] = defaultdict(set)
    for entry in ann.truth.entries:
        whose[entry.person].add(ann.where_clicked[entry.file, entry.key])
    assert [pair for pair in ann.truth.apart if whose[pair.a] & whose[pair.b]] == []


def test_each_message_mail_and_meeting_is_there_once(ann: Ann) -> None:
    counted = Interaction.objects.filter(book=ann.book, kind__in=KINDS, touches__counts=True)
    kinds = Counter(kind for _, kind in set(counted.values_list("pk", "kind")))
    assert dict(kinds) == ann.truth.interactions


def test_each_tie_has_its_interactions_and_days(ann: Ann) -> None:
    for known in ann.truth.people:
        who = ann.who[known.person]
        assert (dict(ann.counts[who]), ann.days[who]) == (known.interactions, set(known.days)), known.name
        assert ann.contact_days[who] == ann.ties[who].contact_days >= len(known.days)


def test_each_connection_began_on_its_day(ann: Ann) -> None:
    began = {who: tie.began_day for who, tie in ann.ties.items()}
    for known in ann.truth.people:
        wanted = known.connected_on.toordinal() if known.connected_on else None
        assert began[ann.who[known.person]] == wanted, known.name


def test_those_who_went_cold_are_those(ann: Ann) -> None:
    cold = set()
    for known in ann.truth.people:
        tie = ann.ties[ann.who[known.person]]
        silence = ann.today.toordinal() - tie.last_day if tie.last_day else 0
        if sum(ann.counts[tie.person_id].values()) >= 20 and 240 <= silence <= 1830:
            cold.add(known.person)
    assert cold == set(ann.truth.cold)


def test_planted_interests_are_found(ann: Ann) -> None:
    pairs = (*ann.truth.introductions, *ann.truth.acquainted)
    wanted = {(ann.who[who], shipped().canonical(pair.passion)) for pair in pairs for who in (pair.a, pair.b)}
    assert wanted <= ann.interests


def test_who_could_be_introduced_is_found_and_nobody_acquainted(ann: Ann) -> None:
    """One planted pair has one employer, and colleagues are taken to know each other."""
    couples_of = {kind: {frozenset((ann.who[p.a], ann.who[p.b])) for p in getattr(ann.truth, kind)} for kind in PLANTED}
    missed = couples_of["introductions"] - ann.ideas
    assert len(missed) <= 1
    assert not ann.ideas & (couples_of["acquainted"] | couples_of["decoys"])


def test_the_same_files_again_change_nothing(ann: Ann) -> None:
    again = bring(ann.book, ann.files, is_new=True)
    assert set(changes(ann.full, snapshot(ann.book))) == {"people.sighting"}
    assert (again.counts["people"]["new"], again.counts["interactions"]["new"]) == (0, 0)
    undo(again, now=cast.MORNING)
    assert changes(ann.full, snapshot(ann.book)) == {}


def test_taken_out_everything_is_gone(ann: Ann) -> None:
    undo(ann.batch, now=cast.MORNING)
    assert changes(ann.empty, snapshot(ann.book)) == {}
