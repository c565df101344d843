"""From drop to done when things go wrong: two at once, files gone, no room, strange names, somebody else's archive."""

import os
import resource
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

import cast
from people.pages import as_member, words
from rapport.archives import intake as intakes
from rapport.archives import jobs
from rapport.archives.held import AlreadyUnderWayError, held
from rapport.archives.intake import FilesGoneError, commit, give_up, read, receive
from rapport.archives.models import Intake
from rapport.archives.undo import undo
from rapport.archives.uploading import upload
from rapport.formats.limits import Limits
from rapport.members.leave import leave
from rapport.people.models import Batch, Book, Person
from rapport.rights.erase import erase
from snapshot import changes, snapshot

pytestmark = pytest.mark.django_db(transaction=True)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0} Walker\r\nEMAIL:{0}@far.example\r\nEND:VCARD\r\n"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\nCy,Park,,,,Potter,,,,,,,\n"
)
SILENCE = {"now": cast.MORNING, "told": lambda *_: None}


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def previewed(book: Book, folder: Path, *names: str, file: str = "cards.vcf") -> Intake:
    path = folder / file
    path.write_text("".join(map(CARD.format, names)), newline="")
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    assert intake.state == "preview", intake.message
    return intake


@contextmanager
def no_room(size: int) -> Iterator[None]:
    """Files of this process and of its children end at `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_of_two_at_once_the_second_waits_for_the_first(book: Book, tmp_path: Path) -> None:
    first, second = previewed(book, tmp_path, "Bo"), previewed(book, tmp_path, "Cy", file="more.vcf")
    Intake.objects.update(state="committing")
    for each in (first, second):
        each.refresh_from_db()
    intakes._batch(first, cast.MORNING)  # noqa: SLF001 - the first has begun, in another process
    with pytest.raises(AlreadyUnderWayError):
        commit(second, **SILENCE)
    commit(first, **SILENCE)
    commit(second, **SILENCE)
    assert Person.objects.filter(book=book).count() == 2


def test_one_that_was_cut_off_keeps_nobody_waiting_at_all(book: Book, tmp_path: Path) -> None:
    first, second = previewed(book, tmp_path, "Bo"), previewed(book, tmp_path, "Cy", file="more.vcf")
    folder = intakes.jobs() / first.folder
    with held(folder):
        intakes._batch(first, cast.MORNING)  # noqa: SLF001 - it begins in another process
        with pytest.raises(AlreadyUnderWayError):
            commit(second, **SILENCE)
    commit(second, **SILENCE)  # that process is gone
    commit(Intake.objects.get(pk=first.pk), **SILENCE)
    assert Person.objects.filter(book=book).count() == 2


def test_nobody_else_brings_in_what_somebody_is_at(book: Book, tmp_path: Path) -> None:
    intake = previewed(book, tmp_path, "Bo")
    with held(intakes.jobs() / intake.folder), pytest.raises(AlreadyUnderWayError):
        commit(intake, **SILENCE)


def test_one_that_fell_silent_keeps_nobody_waiting(book: Book, tmp_path: Path) -> None:
    first, second = previewed(book, tmp_path, "Bo"), previewed(book, tmp_path, "Cy", file="more.vcf")
    intakes._batch(first, cast.MORNING - timedelta(hours=1))  # noqa: SLF001 - it was killed then
    commit(second, **SILENCE)
    jobs.go_on.func({})
    commit(Intake.objects.get(pk=first.pk), **SILENCE)
    assert Person.objects.filter(book=book).count() == 2


def test_with_its_files_gone_nothing_of_it_stays(book: Book, tmp_path: Path) -> None:
    before = snapshot(book)
    intake = previewed(book, tmp_path, "Bo")
    intakes._batch(intake, cast.MORNING)  # noqa: SLF001 - begun and killed
    intakes.clear(intake)
    with pytest.raises(FilesGoneError):
        commit(intake, **SILENCE)
    give_up(intake, now=cast.MORNING)
    assert (intake.state, intake.message, Batch.objects.get().state) == ("refused", intakes.GONE, "undone")
    assert changes(before, snapshot(book)) == {}


def test_files_that_vanish_before_they_are_read_are_missed_in_a_sentence(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text(CARD.format("Bo"))
    intake = receive(book, [path], now=cast.MORNING)
    intakes.clear(intake)
    read(intake, **SILENCE)
    assert (intake.state, intake.message) == ("refused", intakes.GONE)


def test_a_full_disk_is_one_sentence_and_nothing_written(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapport.readers.sandbox.Limits", partial(Limits, staged_bytes=100_000))
    before = snapshot(book)
    path = tmp_path / "cards.vcf"
    path.write_text("".join(CARD.format(f"Bo{n}") for n in range(3000)))
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    assert intake.state == "refused"
    assert "no room left" in intake.message
    assert changes(before, snapshot(book)) == {}


def test_no_room_for_an_upload_leaves_nothing_behind(book: Book) -> None:
    def files() -> set[str]:
        return {name for _, _, names in os.walk(intakes.jobs()) for name in names}

    before = files()
    with no_room(1000), pytest.raises(OSError, match="too large"):
        upload(book, [SimpleUploadedFile("cards.vcf", b"x" * 5000)], now=cast.MORNING)
    assert (files(), Intake.objects.count()) == (before, 0)


def test_a_member_who_leaves_meanwhile_leaves_nothing(book: Book, tmp_path: Path) -> None:
    intake = previewed(book, tmp_path, "Bo", "Cy")

    def told(what: str, *_: int) -> None:
        if what == "people":
            leave(book.owner, now=cast.MORNING)

    with pytest.raises((sqlite3.OperationalError, IntegrityError)):
        commit(intake, now=cast.MORNING, told=told)
    assert not Person.objects.exists()
    assert not (intakes.jobs() / intake.folder).exists()


@pytest.mark.parametrize(
    "name", ["../../x.vcf", "\u202efcv.x.vcf", "a" * 300 + ".vcf", "a\x00\r\nb.vcf", "\U0001f98b.vcf"]
)
def test_a_file_of_any_name_lies_under_a_name_of_ours(book: Book, name: str) -> None:
    intake = upload(book, [SimpleUploadedFile(name, CARD.format("Bo").encode())], now=cast.MORNING)
    assert Path(intake.paths[0]) == intakes.jobs() / intake.folder / "files" / "0"
    assert not any(sign in intake.names[0] for sign in "/\x00\r\n\u202e")
    assert as_member(book.owner).get(intake.path).status_code == 200


def test_an_empty_file_a_folder_and_many_at_once(book: Book, tmp_path: Path) -> None:
    (tmp_path / "empty.vcf").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inner.vcf").write_text(CARD.format("Bo"))
    paths = [tmp_path / "empty.vcf", tmp_path / "folder"]
    for n in range(4):
        paths.append(tmp_path / f"{n}.vcf")
        paths[-1].write_text(CARD.format(f"Cy{n}"))
    intake = receive(book, paths, now=cast.MORNING)
    read(intake, **SILENCE)
    outcomes = [(row["outcome"], row["message"].count(". ")) for row in intake.report["files"]]
    assert [outcome for outcome, _ in outcomes].count("reject") == 1
    commit(intake, **SILENCE)
    assert Person.objects.filter(book=book).count() == 5


def test_the_same_file_under_another_name_is_known(book: Book, tmp_path: Path) -> None:
    commit(previewed(book, tmp_path, "Bo"), **SILENCE)
    again = previewed(book, tmp_path, "Bo", file="renamed.vcf")
    assert [row.get("again") for row in again.report["files"]] == [True]


def test_somebody_elses_archive_says_whose_it_is(book: Book, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as made:
        made.writestr("Profile.csv", PROFILE)
        made.writestr("Connections.csv", "First Name,Last Name,URL,Connected On\nBo,Walker,,01 Mar 2020\n")
    intake = receive(book, [tmp_path / "export.zip"], now=cast.MORNING)
    read(intake, **SILENCE)
    assert "Cy Park, and nothing in it is known to be yours" in words(as_member(book.owner).get(intake.path))


def test_what_is_still_coming_in_is_not_taken_out(book: Book, tmp_path: Path) -> None:
    batch = intakes._batch(previewed(book, tmp_path, "Bo"), cast.MORNING)  # noqa: SLF001
    with pytest.raises(ValueError, match="still under way"):
        undo(batch, now=cast.MORNING)


def test_who_was_erased_for_good_stays_away_and_a_namesake_is_asked_about(book: Book, tmp_path: Path) -> None:
    commit(previewed(book, tmp_path, "Bo", "Cy"), **SILENCE)
    erase(book, list(Person.objects.filter(name="Bo Walker")), suppressed=True, now=cast.MORNING)
    again = previewed(book, tmp_path, "Bo", "Cy", "Dee")
    page = words(as_member(book.owner).get(again.path))
    assert "1 person in it stays out: erased by you" in page
    assert "Dee Walker" in page
    assert "Bo Walker" not in page
    commit(again, **SILENCE)
    assert sorted(Person.objects.here().values_list("name", flat=True)) == ["Cy Walker", "Dee Walker"]
    path = tmp_path / "namesake.vcf"
    path.write_text(CARD.format("Bo").replace("Bo@far", "another@far"))
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    assert "Add 1 person who bears a name" in words(as_member(book.owner).get(intake.path))
    intake.choices = {"namesakes": True}
    commit(intake, **SILENCE)
    assert Person.objects.here().filter(name="Bo Walker").count() == 1
