"""Narrowing your people by what the book itself knows."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Model, QuerySet
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import clock
from rapport.kit.sieves import Sieve
from rapport.people.models import (
    Book,
    CircleMember,
    Day,
    Home,
    Identity,
    Interest,
    Job,
    Person,
    Presence,
    Record,
)
from rapport.people.platforms import platform_label, source_label

MOST = 60  # choices offered of one kind; the commonest
People = QuerySet[Any]
Choices = list[tuple[str, str]]


def common(claims: QuerySet[Any], book: Book, column: str) -> list[tuple[Any, int]]:
    """The commonest values of a column of claims that stand, with how many persons have each."""
    told = claims.filter(book=book, person__trashed_at=None, person__merged_into=None).exclude(**{column: None})
    counted = told.order_by().values_list(column).annotate(n=Count("person_id", distinct=True))
    return [(value, n) for value, n in counted.order_by("-n", column)[:MOST] if value != ""]


def _whose(people: People, claims: type[Model], book: Book, **wanted: Any) -> People:
    claim: Any = claims
    return people.filter(pk__in=claim.objects.shown().filter(book=book, **wanted).values("person_id"))


def _numbered(claims: type[Model], thing: str, name: str) -> Any:
    def choices(book: Book) -> Choices:
        claim: Any = claims
        counted = dict(common(claim.objects.shown().filter(**{f"{thing}__book": book}), book, f"{thing}__number"))
        model: Any = claim._meta.get_field(thing).related_model
        names = dict(model.objects.filter(book=book, number__in=counted).values_list("number", name))
        return [(str(number), str(names[number])) for number in counted]

    return choices


def _texts(claims: type[Model], column: str, label: Any = str) -> Any:
    def choices(book: Book) -> Choices:
        claim: Any = claims
        return [(value, label(value)) for value, _n in common(claim.objects.shown(), book, column)]

    return choices


def _places(book: Book) -> Choices:
    found = [*common(Home.objects.shown(), book, "locality"), *common(Home.objects.shown(), book, "country")]
    return [(place, place) for place in dict.fromkeys(place for place, _n in sorted(found, key=lambda one: -one[1]))]


def _in_place(people: People, book: Book, value: str) -> People:
    town = Home.objects.shown().filter(book=book, locality__iexact=value).values("person_id")
    land = Home.objects.shown().filter(book=book, country__iexact=value).values("person_id")
    return people.filter(pk__in=town) | people.filter(pk__in=land)


def _sources(book: Book) -> Choices:
    return [("hand", source_label("hand")), *_texts(Record, "source", source_label)(book)]


def _from(people: People, book: Book, value: str) -> People:
    return people.filter(is_hand=True) if value == "hand" else _whose(people, Record, book, source=value)


def _since(people: People, book: Book, value: str) -> People:
    """A number of days, or the day itself."""
    today = clock.today(book.owner.zone)
    first = today - timedelta(days=days(value)) if value.isdecimal() else date.fromisoformat(value)
    return people.filter(added_at__gte=datetime.combine(first, time.min, ZoneInfo(book.owner.zone)))


def _with_birthday(people: People, book: Book, value: str) -> People:
    month = clock.today(book.owner.zone).month if value == "now" else int(value)
    if month not in MONTHS:
        raise ValueError("no such month")
    return _whose(people, Day, book, kind__iexact="birthday", month_day__startswith=f"{month:02d}-")


def days(value: str) -> int:
    """A number of days in an address, up to a hundred years."""
    number = int(value)
    if not 0 < number <= 36_500:
        raise ValueError("not so many days")
    return number


def number(value: str) -> int:
    """The number of a row in an address."""
    if not value.isdecimal() or not value.isascii() or len(value) > 9:
        raise ValueError("not a number")
    return int(value)


def yes(value: str) -> bool:
    """A question of yes or no."""
    if value not in ("yes", "no"):
        raise ValueError("neither yes nor no")
    return value == "yes"


def yes_or_no(_book: Book) -> Choices:
    return [("yes", _("Yes")), ("no", _("No"))]


def _lately(_book: Book) -> Choices:
    return [("7", _("a week")), ("30", _("a month")), ("90", _("three months")), ("365", _("a year"))]


def _months(_book: Book) -> Choices:
    return [("now", _("this month")), *((str(month), str(name)) for month, name in MONTHS.items())]


SIEVES = (
    Sieve("interest", __("Cares about"), _texts(Interest, "topic"), lambda p, b, v: _whose(p, Interest, b, topic=v)),
    Sieve("place", __("Place"), _places, _in_place),
    Sieve(
        "organization",
        __("Works at"),
        _numbered(Job, "organization", "name"),
        lambda p, b, v: _whose(p, Job, b, organization__number=number(v)),
    ),
    Sieve(
        "platform",
        __("Can be reached by"),
        _texts(Identity, "platform", platform_label),
        lambda p, b, v: _whose(p, Identity, b, platform=v),
    ),
    Sieve(
        "occasion",
        __("Was at"),
        _numbered(Presence, "occasion", "title"),
        lambda p, b, v: _whose(p, Presence, b, occasion__number=number(v)),
    ),
    Sieve(
        "circle",
        __("Circle"),
        _numbered(CircleMember, "circle", "name"),
        lambda p, b, v: _whose(p, CircleMember, b, circle__number=number(v)),
    ),
    Sieve("source", __("Known from"), _sources, _from),
    Sieve("since", __("Added within"), _lately, _since),
    Sieve("birthday", __("Has a birthday"), _months, _with_birthday),
    Sieve(
        "deceased",
        __("Has died"),
        yes_or_no,
        lambda p, b, v: p.filter(pk__in=Person.objects.filter(book=b, is_deceased=yes(v)).values("pk")),
    ),
)
