"""The whole town comes in: each of its twelve owners brings everything, and all books together are held against what
the truth says of who is who and of who should meet (--long)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

import cast
from anns_book import Key, bring, couples, put_together, whereabouts
from rapport.introductions.ideas import ideas
from rapport.people.models import Book
from rapport.sameness.reviewing import accept_likely
from rapport.town import Slice, Town, build, render, truth_of

pytestmark = [pytest.mark.long, pytest.mark.django_db]
PLANTED = ("introductions", "acquainted", "decoys")


@dataclass
class Found:
    """What the books came to, added up. Pairs of records that are one person: `together` in truth, `alone` by
    themselves, `clicked` with one click. `lost` are records that nobody in the book stands for: a number that several
    cards share, a guest whom the owner never met. `ideas`: of the planted couples, whether each is among the forty
    ideas of that owner and day."""

    records: int = 0
    lost: int = 0
    together: int = 0
    alone: int = 0
    clicked: int = 0
    wrong: list[Any] = field(default_factory=list)
    one_though_two: list[Any] = field(default_factory=list)
    ideas: defaultdict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Iterator[Found]:
    town, folder = build(1), tmp_path_factory.mktemp("town")
    files, result = render(town, folder), Found()
    with django_db_blocker.unblock():
        for owner in town.owners:
            _add(result, town, truth_of(town, owner.handle), files[owner.handle])
        yield result
        call_command("flush", verbosity=0, interactive=False)


def _add(found: Found, town: Town, truth: Slice, files: list[Path]) -> None:
    book = Book.of(cast.member(truth.owner, truth.owner.title()))
    bring(book, files)
    alone, wrong = couples(truth.entries, whereabouts(book, truth.entries))
    while accept_likely(book, now=cast.MORNING):
        continue
    where = whereabouts(book, truth.entries)
    clicked, wrong_then = couples(truth.entries, where)
    kept = [entry for entry in truth.entries if (entry.file, entry.key) in where]
    found.records += len(truth.entries)
    found.lost += len(truth.entries) - len(kept)
    found.together += len(truth.together)
    found.alone += alone
    found.clicked += clicked
    found.wrong += wrong + wrong_then
    found.one_though_two += _one_though_two(truth, where)
    put_together(book, kept, now=cast.MORNING)
    _add_ideas(found, town, truth, book)


def _one_though_two(truth: Slice, where: dict[Key, int]) -> list[Any]:
    whose: defaultdict[str, set[int]] = defaultdict(set)
    for entry in truth.entries:
        if (entry.file, entry.key) in where:
            whose[entry.person].add(where[entry.file, entry.key])
    return [pair for pair in truth.apart if whose[pair.a] & whose[pair.b]]


def _add_ideas(found: Found, town: Town, truth: Slice, book: Book) -> None:
    where = whereabouts(book, truth.entries)
    who = {entry.person: where.get((entry.file, entry.key)) for entry in truth.entries}
    shown = {frozenset((one.first, one.second)) for one in ideas(book, day=town.today.toordinal(), limit=40)}
    for kind in PLANTED:
        found.ideas[kind] += [frozenset((who[pair.a], who[pair.b])) in shown for pair in getattr(truth, kind)]


def test_nearly_every_record_is_somebody(found: Found) -> None:
    assert found.lost <= 0.001 * found.records


def test_what_is_joined_is_right(found: Found) -> None:
    assert len(found.wrong) <= 0.005 * found.alone
    assert found.one_though_two == []


def test_most_are_one_by_themselves_and_nearly_all_with_one_click(found: Found) -> None:
    assert found.alone >= 0.60 * found.together
    assert found.clicked >= 0.90 * found.together


def test_who_should_meet_is_found_and_nobody_who_knows_the_other(found: Found) -> None:
    planted, met = found.ideas["introductions"], found.ideas["acquainted"]
    assert len(planted) >= 25
    assert sum(planted) >= 0.88 * len(planted)  # 22 of 25
    assert (len(met), sum(met)) == (10, 0)


def test_the_same_word_in_another_sense_is_hardly_taken_for_a_passion(found: Found) -> None:
    assert len(found.ideas["decoys"]) == 10
    assert sum(found.ideas["decoys"]) <= 3
