"""Archives into the book: once, sourced, met again by their keys, and taken out without a trace."""

import zipfile
from pathlib import Path

import pytest

import cast
from rapport.archives.intake import commit, read, receive
from rapport.archives.models import Intake
from rapport.archives.talking import bring_talks
from rapport.archives.undo import undo
from rapport.formats.facts import Party, TalkFact, When
from rapport.kit.holdings import holdings
from rapport.people.models import Batch, Book, Identity, Person
from rapport.people.noting import note
from rapport.ties.models import Interaction, Tie, Touch

pytestmark = pytest.mark.django_db(transaction=True)

OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\nBo,Lindqvist,,Pipes,Plumber,08 Feb 2019\n"
NEW = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Bo,Lindqvist,https://www.linkedin.com/in/bo-l,,Pipes & Co,Master Plumber,08 Feb 2019\n"
    "Dee,Walker,https://www.linkedin.com/in/dee-w,dee@far.example,,,01 Mar 2020\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dee Walker\r\nEMAIL:dee@far.example\r\nNOTE:Loves orchids\r\nEND:VCARD\r\n"


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def bring(book: Book, folder: Path, name: str, text: str) -> Batch:
    path = folder / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("Connections.csv", text)
    else:
        path.write_text(text, newline="")
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=lambda *_: None)
    return commit(intake, now=cast.MORNING, told=lambda *_: None)


def digest(book: Book) -> dict[str, list[object]]:
    """Every row of the book, but for the log of what was brought in."""
    left_out = {"people.batch", "people.counter", "archives.intake", "people.book", "ties.tie"}
    found = {}
    for holding in holdings():
        if holding.owner_path == "book" and holding.kind not in left_out:
            found[holding.kind] = list(holding.model.objects.filter(book=book).order_by("pk").values_list())
    return {kind: rows for kind, rows in found.items() if rows}


def test_a_quick_archive_brings_people_and_how_it_began(book: Book, tmp_path: Path) -> None:
    batch = bring(book, tmp_path, "new.zip", NEW)
    assert batch.counts["people"] == {"new": 2, "known": 0, "to_review": 0}
    bo = Person.objects.get(book=book, name="Bo Lindqvist")
    assert bo.headline == "Master Plumber, Pipes & Co"
    assert Tie.objects.get(person=bo).began_how == "linkedin"


def test_the_same_file_again_is_known_before_it_is_read(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, "new.zip", NEW)
    before = digest(book)
    intake = receive(book, [tmp_path / "new.zip"], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=lambda *_: None)
    assert [row["again"] for row in intake.report["files"]] == [True]
    assert digest(book) == before


def test_a_file_that_was_refused_is_refused_again_and_not_known(book: Book, tmp_path: Path) -> None:
    odd, card = tmp_path / "odd.csv", tmp_path / "card.vcf"
    odd.write_text("Nothing,That,Is,Known\n1,2,3,4\n")
    card.write_text(CARD, newline="")
    for is_again in (False, True):
        intake = receive(book, [odd, card], now=cast.MORNING)
        read(intake, now=cast.MORNING, told=lambda *_: None)
        first, second = intake.report["files"]
        assert (first["outcome"], second.get("again", False)) == ("reject", is_again)
        commit(intake, now=cast.MORNING, told=lambda *_: None)


def test_an_archive_of_later_years_meets_the_same_people(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, "old.zip", OLD)
    batch = bring(book, tmp_path, "new.zip", NEW)
    assert (batch.counts["people"]["new"], batch.counts["people"]["known"]) == (1, 1)
    assert Interaction.objects.filter(book=book, kind="connection").count() == 2


def test_one_address_in_two_archives_is_one_person(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, "new.zip", NEW)
    batch = bring(book, tmp_path, "card.vcf", CARD)
    assert batch.counts["people"] == {"new": 0, "known": 1, "to_review": 0}
    dee = Person.objects.here().get(book=book, name="Dee Walker")
    assert set(Identity.objects.filter(person=dee).values_list("platform", flat=True)) == {"linkedin", "email"}


def test_taking_a_batch_out_leaves_the_book_as_it_was(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, "new.zip", NEW)
    before = digest(book)
    batch = bring(book, tmp_path, "card.vcf", CARD)
    assert digest(book) != before
    undo(batch, now=cast.MORNING)
    assert digest(book) == before


def test_what_a_later_archive_told_too_outlives_the_first(book: Book, tmp_path: Path) -> None:
    first = bring(book, tmp_path, "old.zip", OLD)
    bring(book, tmp_path, "new.zip", NEW)
    done = undo(first, now=cast.MORNING)
    assert Person.objects.here().filter(book=book, name="Bo Lindqvist").exists()
    assert done.passed["people.person"]
    assert "people.person" not in done.kept


def test_what_the_owner_wrote_stays_and_is_reported(book: Book, tmp_path: Path) -> None:
    batch = bring(book, tmp_path, "new.zip", NEW)
    bo = Person.objects.get(book=book, name="Bo Lindqvist")
    note(person=bo, text="Loves butterflies", now=cast.MORNING)
    done = undo(batch, now=cast.MORNING)
    assert [person.name for person in Person.objects.filter(book=book)] == ["Bo Lindqvist"]
    assert done.kept["people.person"] == 1
    assert undo(batch, now=cast.MORNING).gone == {}


def test_nothing_is_left_of_the_job(book: Book, tmp_path: Path) -> None:
    bring(book, tmp_path, "new.zip", NEW)
    intake = Intake.objects.get(book=book)
    assert "examples" not in intake.report["files"][0]
    assert intake.state == "done"


def test_what_lies_in_the_future_warms_nothing_yet(book: Book) -> None:
    """A clock was wrong, or a calendar runs ahead: the record is kept, the tie is not made closer by it."""
    dee = cast.known_in(book, "Dee Walker")
    batch = Batch.objects.create(book=book, label="x", began_at=cast.MORNING)
    days = ("2026-09-01", "2030-03-03")
    talks = [TalkFact(day, "message", "x", When(day, "day"), (Party("dee", "in"),)) for day in days]
    bring_talks(talks, batch=batch, source="x", who={"dee": dee.pk}, keep_text=False)
    assert list(Touch.objects.order_by("day").values_list("counts", flat=True)) == [True, False]
