"""The people of a book as a table that spreadsheets open, in the columns in which Google writes contacts: other
programs know them, and Rapport reads them again."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from rapport.exports.gathered import parts, told
from rapport.ledger.models import ListEntry
from rapport.people import models as held
from rapport.people.fuller import fullest
from rapport.people.models import Book, Identity, Person

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last four are wide ones
SEPARATOR = " ::: "  # Google's own, between several values of one cell
KINDS = {"email": "E-mail", "phone": "Phone"}
WEBSITE = "Website"
MOST = 20  # columns of one kind
Row = dict[str, str]


def book_table(book: Book, on: date, with_notes: bool) -> Iterator[bytes]:
    """Everybody who is here, a row each, with a byte order mark so that spreadsheets read the letters right."""
    heading = [*_PLAIN, *_numbered(book)]
    if not with_notes:
        heading = [name for name in heading if name not in ("Notes", "How we met")]
    yield "\ufeff".encode() + _lines([heading])
    for people in parts(book):
        rows = _rows(people, with_notes=with_notes)
        yield _lines([[harmless(row.get(name, "")) for name in heading] for row in rows])


def harmless(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula; the reader of tables takes the apostrophe off again."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


_PLAIN = (
    *("Name", "Nickname", "Organization Name", "Organization Title", "Organization Department", "Birthday"),
    *("Address 1 - Label", "Address 1 - Formatted", "Labels", "Hobby", "Notes", "How we met"),
)


def _numbered(book: Book) -> Iterator[str]:
    """As many columns of each kind as the richest person fills."""
    here = Identity.objects.shown().filter(book=book, person__merged_into=None, person__trashed_at=None)
    counts = Counter((person, KINDS.get(platform, WEBSITE)) for person, platform in here.values_list(*_BY))
    for kind in (*KINDS.values(), WEBSITE):
        most = max((count for (_, of), count in counts.items() if of == kind), default=1)
        for number in range(1, min(most, MOST) + 1):
            yield from (f"{kind} {number} - Label", f"{kind} {number} - Value")


_BY = ("person_id", "platform")


def _rows(people: list[Person], *, with_notes: bool) -> Iterator[Row]:
    plain = (held.Name, held.Identity, held.Day, held.Interest, held.Note, held.Met, held.Home)
    facts: dict[Any, Any] = {model: told(model, people) for model in plain}
    facts |= {held.Job: told(held.Job, people, "organization"), ListEntry: told(ListEntry, people, "list")}
    for person in people:
        own = {model: rows[person.pk] for model, rows in facts.items()}
        yield _person(person, own, with_notes=with_notes) | _ways(own[held.Identity])


def _person(person: Person, own: dict[Any, list[Any]], *, with_notes: bool) -> Row:
    job = next(iter(own[held.Job]), None)
    home = next(iter(own[held.Home]), None)
    tastes = [taste.word for taste in own[held.Interest] if with_notes or not taste.is_confided]
    met = next(iter(own[held.Met]), None)
    return {
        "Name": person.name,
        "Nickname": next((name.text for name in own[held.Name] if name.kind == "nickname"), ""),
        "Organization Name": job.organization.name if job and job.organization else "",
        "Organization Title": job.title if job else "",
        "Organization Department": job.department if job else "",
        "Birthday": next((day.on for day, _ in fullest(own[held.Day]) if day.kind.casefold() == "birthday"), ""),
        "Address 1 - Label": home.kind if home else "",
        "Address 1 - Formatted": home.text if home else "",
        "Labels": SEPARATOR.join(entry.list.name for entry in own[ListEntry]),
        "Hobby": SEPARATOR.join(dict.fromkeys(tastes)),
        "Notes": "\n\n".join(note.text for note in own[held.Note]),
        "How we met": " ".join(filter(None, [met.on, met.how])) if met else "",
    }


def _ways(ways: list[Identity]) -> Row:
    found: Row = {}
    counts: Counter[str] = Counter()
    for way in ways:
        kind = KINDS.get(way.platform, WEBSITE)
        counts[kind] += 1
        found[f"{kind} {counts[kind]} - Label"] = way.context if kind != WEBSITE else way.platform
        found[f"{kind} {counts[kind]} - Value"] = (way.url or way.handle) if kind == WEBSITE else way.handle
    return found


def _lines(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")
