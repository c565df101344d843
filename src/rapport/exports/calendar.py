"""The gatherings and birthdays of a book as a calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.utils.translation import gettext as _

from rapport.kit.ical import Entry, calendar
from rapport.people.models import Book, Day, Occasion

LEAP_YEAR = 2000  # for days whose year is not known


def book_calendar(book: Book, on: date) -> Iterator[bytes]:
    """Occasions with their hours, and the birthdays of those who are here, each year again."""
    stamp = datetime.combine(on, time(), UTC)
    name = _("%(name)s's people") % {"name": book.owner.name}
    yield calendar([*_occasions(book), *_birthdays(book)], name=name, stamp=stamp)


def _occasions(book: Book) -> Iterator[Entry]:
    for occasion in Occasion.objects.filter(book=book, begins_on__isnull=False).order_by("number"):
        begins = occasion.begins_at or occasion.begins_on
        if begins is not None:
            yield Entry(
                f"occasion-{occasion.number}@{book.owner.handle}.rapport",
                occasion.title,
                begins,
                ends=occasion.ends_at if occasion.begins_at else None,
                place=occasion.place,
                url=occasion.url,
                text=occasion.text,
                is_cancelled=occasion.is_cancelled,
            )


def _birthdays(book: Book) -> Iterator[Entry]:
    days = Day.objects.shown().filter(book=book, kind__iexact="birthday").exclude(month_day="")
    days = days.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    seen: set[tuple[int, str]] = set()
    for day in days.select_related("person").order_by("person__number", "precision", "number"):
        begins = _begins(day)
        if begins is not None and (day.person_id, day.month_day) not in seen:
            seen.add((day.person_id, day.month_day))
            title = _("Birthday of %(name)s") % {"name": day.person.name}
            yield Entry(f"birthday-{day.number}@{book.owner.handle}.rapport", title, begins, is_yearly=True)


def _begins(day: Day) -> date | None:
    try:
        return date.fromisoformat(day.on[:10] if day.precision != "month-day" else f"{LEAP_YEAR}-{day.month_day}")
    except ValueError:
        return None
