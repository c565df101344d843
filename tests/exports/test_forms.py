"""The open forms: a table, cards, a calendar, and all in one zip."""

import csv
import io
import json
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

import cast
from rapport.exports.forms import FORMS, written
from rapport.exports.table import harmless
from rapport.formats.facts import PersonFact
from rapport.formats.files import drop
from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.vcard.card import Card
from rapport.kit.vcard.read import cards
from rapport.people.claims import say
from rapport.people.models import Book, Day, Identity, Interest, Note, Occasion, Person, Photo
from rapport.readers.source import Choices
from rapport.readers.sources import google_contacts

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture
def bo() -> Person:
    bo = cast.known(cast.ann(), "=HYPERLINK(1)")
    say(Note, person=bo, key="n", now=cast.MORNING, text="private words")
    say(Identity, person=bo, key="phone:+44", now=cast.MORNING, platform="phone", handle="+441632960001")
    say(Interest, person=bo, key="i", now=cast.MORNING, topic="chess", word="chess", is_confided=True)
    say(
        Day,
        person=bo,
        key="d",
        now=cast.MORNING,
        kind="birthday",
        on="--02-29",
        precision="month-day",
        month_day="02-29",
    )
    return bo


def form(book: Book, kind: str, *, with_notes: bool = True) -> bytes:
    return b"".join(written(book, kind, on=TODAY, with_notes=with_notes))


def test_a_cell_is_no_formula_and_is_read_again_as_it_was(bo: Person, tmp_path: Path) -> None:
    text = form(bo.book, "csv")
    (row,) = csv.DictReader(io.StringIO(text.decode("utf-8-sig")))
    assert (row["Name"], row["Phone 1 - Value"]) == ("'=HYPERLINK(1)", "'+441632960001")
    (tmp_path / "people.csv").write_bytes(text)
    members = google_contacts.takes(drop([tmp_path / "people.csv"]))
    (read,) = [f for f in google_contacts.read(members, Choices(now=cast.MORNING)) if isinstance(f, PersonFact)]
    assert (read.name, read.handles[0].handle) == ("=HYPERLINK(1)", "+441632960001")
    assert (read.remarks[0].text, read.tastes[0].word) == ("private words", "chess")


@pytest.mark.parametrize("sign", "=+-@\t\r＝＋－＠")
def test_whatever_a_spreadsheet_may_compute_stands_behind_an_apostrophe(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("kind", ["csv", "vcf"])
def test_notes_and_what_was_confided_stay_at_home_on_wish(bo: Person, kind: str) -> None:
    assert b"private words" in form(bo.book, kind)
    assert b"chess" in form(bo.book, kind)
    assert b"private words" not in form(bo.book, kind, with_notes=False)
    assert b"chess" not in form(bo.book, kind, with_notes=False)


def test_a_card_is_read_again(bo: Person) -> None:
    (card,) = cards(io.BytesIO(form(bo.book, "vcf")), Decoding())
    assert isinstance(card, Card)
    assert (card.first("FN"), card.first("TEL"), card.first("BDAY")) == ("=HYPERLINK(1)", "+441632960001", "--0229")


def test_gatherings_and_birthdays_stand_in_the_calendar(bo: Person) -> None:
    Occasion.objects.create(book=bo.book, key="x", title="Winter fair", begins_on=date(2026, 12, 1))
    text = form(bo.book, "ics").decode()
    assert "SUMMARY:Winter fair\r\n" in text
    assert "DTSTART;VALUE=DATE:20000229" in text
    assert "BYMONTHDAY=-1" in text


def test_the_zip_holds_all_forms_with_their_checksums(bo: Person) -> None:
    Photo.objects.create(book=bo.book, person=bo, key="p", picture=b"\xff\xd8 a face")
    raw = form(bo.book, "zip")
    archive = zipfile.ZipFile(io.BytesIO(raw))
    sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
    assert archive.testzip() is None
    assert {name: sha256(archive.read(name)).hexdigest() for name in sums} == sums
    assert json.loads(archive.read("rapport-book.json"))["format"] == "rapport-book/1"
    assert archive.read("photos/1-1.jpg") == b"\xff\xd8 a face"


@pytest.mark.parametrize("kind", FORMS)
def test_the_same_book_gives_the_same_bytes(bo: Person, kind: str) -> None:
    assert form(bo.book, kind) == form(bo.book, kind)


def test_a_birthday_known_with_and_without_its_year_goes_out_once(bo: Person) -> None:
    whole = {"on": "1996-02-29", "precision": "day", "month_day": "02-29"}
    say(Day, person=bo, key="whole", now=cast.MORNING, kind="birthday", **whole)
    Day.objects.filter(key="d").update(is_hand=False)
    assert form(bo.book, "vcf").decode().count("BDAY") == 1
    assert "BDAY:19960229" in form(bo.book, "vcf").decode()
    assert "1996-02-29" in form(bo.book, "csv").decode()
    assert "DTSTART;VALUE=DATE:19960229" in form(bo.book, "ics").decode()
