"""The page on which an evening is written down, as it was sent: rows of names, and the occasion."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapport.kit.cleaning import one_line, whole
from rapport.people.doubles import Double, doubles
from rapport.people.models import Book, Occasion, Person
from rapport.people.paste import lines_of, surely
from rapport.people.typed import Typed, read
from rapport.people.typed_days import day_of, is_ahead

_FAMILY_FIRST = re.compile(r"([^\s,]+),\s*([^\W\d_][^\s,]*)\Z")  # alone in a field for names
ROWS, MOST_ROWS = 11, 150
NEW = "new"


@dataclass(slots=True)
class Row:
    """`chosen` is the number of the person it is, `new`, or empty while it was not asked; `alike`: who it may be."""

    name: str = ""
    line: str = ""
    words: str = ""
    days: str = ""
    chosen: str = ""
    alike: list[Double] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.name.strip()

    def typed(self, region: str) -> Typed:
        """The row as a person: the line stands where it would stand behind a name."""
        match = _FAMILY_FIRST.fullmatch(self.name.strip())
        name = f"{match[2]} {match[1]}" if match and match[2][0].isupper() else self.name
        words = " ".join(f"#{word.strip().lstrip('#')}" for word in self.words.replace(",", " ").split())
        return read(", ".join(filter(None, [name, self.line])) + " " + words, region, may_be_note=False)

    def follow_up(self) -> int | None:
        days = whole(self.days)
        return days if days is not None and days <= 3650 else None

    def known(self) -> Person | None:
        return next((one.person for one in self.alike if str(one.person.number) == self.chosen), None)


@dataclass(slots=True)
class Evening:
    """`number` is the occasion's, `title` a new one's; `on` as typed, `day` once it could be read."""

    number: str = ""
    title: str = ""
    place: str = ""
    on: str = ""
    day: date | None = None
    rows: list[Row] = field(default_factory=list)

    def filled(self) -> list[Row]:
        return [row for row in self.rows if not row.is_empty]


def sent(form: Mapping[str, Any], today: date) -> Evening:
    """What was typed, unread as yet; pasted lines become rows of their own."""
    count = whole(str(form.get("rows", "")))
    rows = [_row(form, at) for at in range(ROWS if count is None else min(count, MOST_ROWS))]
    rows = [row for row in rows if not row.is_empty]
    rows += [Row(line) for line in lines_of(str(form.get("paste", "")))]
    number, title, place, on = (str(form.get(name, "")).strip()[:400] for name in ("occasion", "title", "place", "on"))
    return Evening(number, one_line(title), one_line(place), on, _day(on, today), rows[:MOST_ROWS])


def _row(form: Mapping[str, Any], at: int) -> Row:
    name, line, words, days, chosen = (
        str(form.get(f"{cell}-{at}", ""))[:2000] for cell in ("name", "line", "words", "days", "as")
    )
    return Row(name, line, words, days, chosen)


def with_room(evening: Evening, more: int = 0) -> Evening:
    """The same with empty rows to write in: eleven in all, or `more` below what is there."""
    wanted = max(ROWS, len(evening.rows) + more)
    evening.rows += [Row() for _ in range(min(wanted, MOST_ROWS) - len(evening.rows))]
    return evening


def look_up(evening: Evening, book: Book, region: str) -> bool:
    """Find whom the rows may be. Returns whether the owner has to say so of at least one; sure ones are taken."""
    is_open = False
    for row in evening.filled():
        typed = row.typed(region)
        row.alike = [one for one in doubles(book, typed) if one.why != "part"]
        sure = surely(row.alike, typed)
        if not row.chosen and sure is not None:
            row.chosen = str(sure.number)
        if row.alike and row.chosen != NEW and row.known() is None:
            row.chosen, is_open = "", True
    return is_open


def occasion_of(evening: Evening, book: Book) -> Occasion | None:
    """The occasion that was picked, if it is one of this book."""
    found: Occasion | None = Occasion.objects.filter(book=book, number=whole(evening.number) or 0).first()
    return found


def _day(text: str, today: date) -> date | None:
    day = day_of(text, today) if text else None
    if day is None or day.precision != "day" or is_ahead(day, today):
        return None
    return date.fromisoformat(day.on)
