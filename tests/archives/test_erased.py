"""Who is erased is gone from archives that wait, from mails that wait, and from the database's files."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

import cast
from racing import hub_on_disk
from rapport.archives.intake import drop, read, receive
from rapport.archives.models import Intake
from rapport.kit.holdings import holdings
from rapport.kit.worker import run_waiting
from rapport.mailroom.models import Waiting
from rapport.mailroom.send import send
from rapport.people.models import Book, Person
from rapport.rights.erase import erase
from tainted import ADDRESS, MARK, tainted_book

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{0}\nEMAIL:{1}\nEND:VCARD\n"


def previewed(book: Book, folder: Path, name: str, address: str) -> Intake:
    file = folder / "cards.vcf"
    file.write_text(CARD.format(name, address))
    intake = receive(book, [file], now=cast.MORNING)
    read(intake, now=cast.MORNING, told=lambda *_: None)
    return intake


def lying(settings: Any) -> str:
    """All that lies in the folders of imports."""
    files = (path for path in (settings.DATA / "jobs").rglob("*") if path.is_file())
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def in_all_tables() -> str:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - the database's own names
            found.append(str(cursor.fetchall()))
    return "".join(found)


@pytest.mark.django_db(transaction=True)
def test_an_archive_that_tells_of_them_goes_and_others_wait_on(settings: Any, tmp_path: Path) -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    theirs = previewed(bo.book, tmp_path, "Bo Lindqvist", "bo@far.example")
    others = previewed(bo.book, tmp_path, "Cy Park", "cy@far.example")
    assert "bo@far.example" in lying(settings)
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    theirs.refresh_from_db()
    assert (theirs.state, "erased" in theirs.message, "far.example" in str(theirs.report)) == ("refused", True, False)
    assert ("bo@far.example" in lying(settings), "cy@far.example" in lying(settings)) == (False, True)
    assert Intake.objects.get(pk=others.pk).state == "preview"


@pytest.mark.django_db
def test_of_an_archive_that_was_not_wanted_nothing_that_was_shown_is_kept(tmp_path: Path) -> None:
    intake = previewed(Book.of(cast.ann()), tmp_path, "Bo Lindqvist", "bo@far.example")
    drop(intake, now=cast.MORNING)
    intake.refresh_from_db()
    assert "Bo" not in str(intake.report)


@pytest.mark.django_db
def test_mails_that_wait_and_tell_of_them_are_gone() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    account = bo.book.owner.account
    for kind in ("morning", ""):
        send(to=account, subject="x", body="x", kind=kind, now=cast.MORNING)
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    assert [waiting.kind for waiting in Waiting.objects.all()] == [""]


@pytest.mark.django_db(transaction=True)
def test_their_words_are_gone_from_every_table_and_from_the_files(tmp_path: Path) -> None:
    """Without a vacuum: SQLite overwrites at once what is deleted, index and log by the jobs that erasing queues."""
    book = tainted_book(cast.ann())
    with hub_on_disk(tmp_path):
        people = list(Person.objects.filter(book=book))
        with_person = [of.model for of in holdings() if of.person_paths]
        assert ADDRESS in in_all_tables()
        erase(book, people, suppressed=True, now=cast.MORNING)
        run_waiting("one")
        left = {model.__name__ for model in with_person if MARK in str(list(model._default_manager.values()))}
        assert ADDRESS not in in_all_tables()
        files = b"".join(path.read_bytes() for path in tmp_path.glob("racing.sqlite3*"))
    assert left == set()
    assert ADDRESS.encode() not in files
