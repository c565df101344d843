"""What the owner is told of an import: what was kept in part, what is read again, and who was left out."""

from pathlib import Path

import pytest

import cast
from people.pages import as_member, words
from rapport.archives.intake import commit, read, receive
from rapport.archives.models import Intake
from rapport.people.models import Book, Person
from rapport.rights.erase import erase

pytestmark = pytest.mark.django_db
SILENCE = {"now": cast.MORNING, "told": lambda *_: None}


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def previewed(book: Book, folder: Path, *names: str) -> Intake:
    path = folder / "cards.vcf"
    cards = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{name[:2]}@far.example\nEND:VCARD\n" for name in names)
    path.write_text("".join(cards))
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    return intake


def test_a_connection_whose_date_cannot_be_is_kept_without_it(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Bo,Lindqvist,https://www.linkedin.com/in/bo,,,Plumber,30 Feb 2026\n"
    )
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    assert intake.report["files"][0]["message"].endswith("1 record could not be kept whole.")
    commit(intake, **SILENCE)
    assert Person.objects.get().name == "Bo Lindqvist"


def test_what_was_guessed_and_is_left_so_comes_in_at_once(book: Book, tmp_path: Path) -> None:
    intake = previewed(book, tmp_path, "Sue Walker")
    asks = [{"what": "owner", "options": ["a@b.example", "c@d.example"], "guess": "a@b.example", "why": "Which?"}]
    intake.report["files"][0]["asks"] = asks
    intake.save()
    page = as_member(book.owner)
    page.post(f"{intake.path}answer/", {"say": "yes", "owner": "c@d.example"})
    intake.refresh_from_db()
    assert intake.state == "reading"
    assert "read again with your answers" in words(page.get(intake.path))
    Intake.objects.update(state="preview", choices={})
    page.post(f"{intake.path}answer/", {"say": "yes", "owner": "a@b.example"})
    intake.refresh_from_db()
    assert intake.state == "committing"


def test_who_was_left_out_because_erased_is_counted(book: Book, tmp_path: Path) -> None:
    commit(previewed(book, tmp_path, "Bo Walker", "Cy Walker"), **SILENCE)
    erase(book, list(Person.objects.filter(name="Bo Walker")), suppressed=True, now=cast.MORNING)
    again = previewed(book, tmp_path, "Bo Walker", "Cy Walker", "Dee Walker")
    commit(again, **SILENCE)
    said = "1 was left out: erased by you, or not to be kept here by their wish."
    assert said in words(as_member(book.owner).get(again.path))


def test_who_is_only_named_in_passing_is_counted_before_and_after(book: Book, tmp_path: Path) -> None:
    mail = (
        "From - Sat Nov 28 10:00:00 2026\nFrom: Shop <news@shop.example>\nTo: ann@town.example\nSubject: Sale\n\nHi\n"
    )
    (tmp_path / "all.mbox").write_text(mail)
    intake = receive(book, [tmp_path / "all.mbox"], now=cast.MORNING)
    read(intake, **SILENCE)
    assert "1 of them only wrote to you, or is named in passing" in words(as_member(book.owner).get(intake.path))
    commit(intake, **SILENCE)
    assert "1 who is named in passing, or only wrote to you, was left out." in words(
        as_member(book.owner).get(intake.path)
    )


def refused_or_read(book: Book, path: Path, content: str) -> tuple[str, str]:
    path.write_text(content)
    intake = receive(book, [path], now=cast.MORNING)
    read(intake, **SILENCE)
    row = intake.report["files"][0]
    return row["outcome"], row["message"]


def test_a_calendar_is_told_by_its_gatherings(book: Book, tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:20260301T090000Z\nSUMMARY:Walk\nEND:VEVENT\n"
    calendar = f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n"
    assert refused_or_read(book, tmp_path / "a.ics", calendar) == (
        "accept",
        "It holds 1 gathering.",
    )
    nothing = "There is nobody in it, and nothing that happened."
    assert refused_or_read(book, tmp_path / "b.ics", calendar.replace(event, "")) == ("accept", nothing)


def test_what_is_no_person_in_an_export_is_counted(book: Book, tmp_path: Path) -> None:
    whole = '{"format": "rapport-book/1", "member": "ann", "people": %s}'
    bo = '{"id": "1", "name": "Bo"}'
    people = f'[{bo}, 7, {bo}, {{"name": "Cy"}}, {{"id": "4", "name": []}}]'
    outcome, message = refused_or_read(book, tmp_path / "a.json", whole % people)
    assert outcome == "partial"
    assert message == "It holds 1 person; 4 records could not be kept whole."
    outcome, message = refused_or_read(book, tmp_path / "b.json", whole % '"all of them"')
    assert outcome == "reject"
    assert message.endswith("b.json, person 1: it is not written as a person is.")
