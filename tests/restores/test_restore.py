"""A book goes out and comes in again, here or elsewhere, and is the same book."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cast
from fullbook import LEFT_OUT, full_book
from rapport.archives.intake import commit, read, receive
from rapport.archives.undo import undo
from rapport.exports.forms import written
from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Batch, Book, Person, Sighting
from rapport.rights.suppress import Suppressed, suppress
from rapport.ties.models import Interaction

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)
TOLD = [h for h in holdings() if not h.export.startswith(("not:", "hub.")) and h.model not in LEFT_OUT]


def told_nothing(what: str, done: int, of: int) -> None:
    return None


def exported(book: Book, form: str = "json") -> bytes:
    return b"".join(written(book, form, on=TODAY))


def bring_in(book: Book, path: Path) -> Batch:
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=told_nothing)
    assert intake.state == "preview", intake.message
    return commit(intake, now=cast.MORNING, told=told_nothing)


def moved(book: Book, tmp_path: Path, form: str = "json") -> Book:
    """The book, moved to somebody new who takes the old owner's handle."""
    path = tmp_path / f"book.{form}"
    path.write_bytes(exported(book, form))
    type(book.owner).objects.filter(pk=book.owner.pk).update(handle="away")
    there = Book.of(cast.ann())
    bring_in(there, path)
    return there


@pytest.fixture
def book() -> Book:
    return full_book(Book.of(cast.ann()))


@pytest.mark.parametrize("form", ["json", "zip"])
def test_a_book_that_moved_is_the_same_book(book: Book, tmp_path: Path, form: str) -> None:
    before = exported(book)
    assert exported(moved(book, tmp_path, form)) == before


@pytest.mark.parametrize("holding", TOLD, ids=lambda holding: holding.kind)
def test_no_row_is_left_behind(book: Book, holding: Holding) -> None:
    before = exported(book)
    manager: Any = holding.model._default_manager
    if holding.model._meta.app_label == "members":
        assert book.owner.handle.encode() in before
        return
    manager.all().delete()
    assert exported(book) != before


def test_numbers_go_on_where_they_ended(book: Book, tmp_path: Path) -> None:
    there = moved(book, tmp_path)
    assert there.next_numbers("person")[0] == 4
    assert there.next_numbers("interaction")[0] == 2


def test_who_was_erased_stays_away_elsewhere_too(book: Book, tmp_path: Path) -> None:
    suppress(book, identities=["email:cy@cy.example"], names=[])
    assert Suppressed(moved(book, tmp_path)).why(identities=["email:cy@cy.example"], name="Cy") == "identity"


def test_the_same_file_again_changes_nothing(book: Book, tmp_path: Path) -> None:
    there = moved(book, tmp_path)
    before = exported(there)
    (tmp_path / "later.json").write_bytes(before.replace(b'"on": "2026-11-19"', b'"on": "2026-11-20"', 1))
    counts = bring_in(there, tmp_path / "later.json").counts
    assert (counts["people"]["new"], counts["interactions"]["new"]) == (0, 0)


def test_what_was_set_up_can_be_taken_out_again(book: Book, tmp_path: Path) -> None:
    there = moved(book, tmp_path)
    done = undo(Batch.objects.get(book=there, counts__has_key="restored"), now=cast.MORNING)
    assert done.gone["people.organization"] == 1
    assert json.loads(exported(there))["batches"] == []


CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0} Walker\r\nEMAIL:{0}@far.example\r\nNOTE:{1}\r\nEND:VCARD\r\n"


def two_batches(book: Book, folder: Path) -> Book:
    """The second tells of the same two people once more, and something new of one."""
    for name, note in (("old", ""), ("new", "sings")):
        path = folder / f"{name}.vcf"
        path.write_text(CARD.format("Bo", note) + CARD.format("Cy", ""), newline="")
        bring_in(book, path)
    return book


def test_what_a_second_batch_told_too_stays_elsewhere_as_at_home(tmp_path: Path) -> None:
    book = two_batches(Book.of(cast.ann()), tmp_path)
    told = json.loads(exported(book))["sightings"]
    assert {(row["batch"], row["kind"], len(row["rows"])) for row in told} >= {(2, "people.name", 2)}
    there = moved(book, tmp_path)
    for each in (book, there):
        undo(Batch.objects.get(book=each, number=1), now=cast.MORNING)
    assert json.loads(exported(book))["people"] == json.loads(exported(there))["people"]
    assert {person.name for person in Person.objects.filter(book=there)} == {"Bo Walker", "Cy Walker"}


def test_sightings_of_somebody_s_making_break_nothing(tmp_path: Path) -> None:
    whole = json.loads(exported(two_batches(Book.of(cast.ann()), tmp_path)))
    whole["sightings"] = [
        {},
        {"batch": 2, "kind": "people.note", "rows": "x"},
        {"batch": 2, "kind": "members.member", "rows": [1]},
        {"batch": {}, "kind": [], "rows": [1]},
        {"batch": 2, "kind": "people.name", "rows": [None, -1, 10**30, True, 1.5, 1]},
    ]
    (tmp_path / "book.json").write_text(json.dumps(whole))
    there = Book.of(cast.cy())
    bring_in(there, tmp_path / "book.json")
    assert Sighting.objects.filter(batch__book=there).count() == 1


def test_into_a_book_with_people_it_comes_as_any_archive(book: Book, tmp_path: Path) -> None:
    (tmp_path / "book.json").write_bytes(exported(book))
    cys = Book.of(cast.cy())
    cast.known_in(cys, "Mo Haddad")
    batch = bring_in(cys, tmp_path / "book.json")
    assert batch.counts["people"]["new"] == 3
    assert set(Person.objects.filter(book=cys).values_list("name", "batch")) >= {("Dee Marsh", batch.pk)}
    assert Interaction.objects.get(book=cys).source == "rapport"
    undo(batch, now=cast.MORNING)
    assert [person.name for person in Person.objects.filter(book=cys)] == ["Mo Haddad"]


def test_a_file_of_somebody_s_making_breaks_nothing(book: Book, tmp_path: Path) -> None:
    whole = json.loads(exported(book))
    for row in [
        *whole["people"],
        *whole["imports"],
        *whole["reviews"],
        *whole["occasions"],
        *whole["people"][0]["notes"],
    ]:
        row.update({name: {"<script>": [None, 10**30]} for name in row if name not in ("id", "number")})
    whole["people"] += [
        {"id": "x"},
        {"id": "2"},
        None,
        {"id": "4", "name": "Cy\0\ud800", "identities": [{"url": "javascript:1"}]},
    ]
    whole["imports"][0]["number"] = -1
    (tmp_path / "book.json").write_text(json.dumps(whole))
    there = Book.of(cast.cy())
    bring_in(there, tmp_path / "book.json")
    assert list(Person.objects.filter(book=there).values_list("number", "name")) == [(4, "Cy\ufffd")]


@pytest.mark.parametrize("cut", [1, 50, 2000])
def test_a_file_cut_short_is_refused(book: Book, tmp_path: Path, cut: int) -> None:
    (tmp_path / "book.json").write_bytes(exported(book)[:-cut])
    intake = receive(book, [tmp_path / "book.json"], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=told_nothing)
    (row,) = intake.report["files"]
    assert row["outcome"] in ("partial", "reject") or cut == 1


def test_two_books_in_one_drop_are_refused(book: Book, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name in ("a.json", "b.json"):
            archive.writestr(name, exported(book))
    intake = receive(book, [tmp_path / "two.zip"], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=told_nothing)
    assert "one at a time" in intake.message
