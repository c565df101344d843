"""Narrowing your people by how you are in touch."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import clock
from rapport.kit.sieves import Sieve
from rapport.people.models import Book
from rapport.rosters.sieves import common, days, number, yes, yes_or_no
from rapport.ties.layers import SIZES
from rapport.ties.models import Rest, Role, Tie
from rapport.ties.standing import everybody

People = QuerySet[Any]
Choices = list[tuple[str, str]]


def _roles(book: Book) -> Choices:
    return [(name, name) for name, _n in common(Role.objects.filter(ended_on=None), book, "name")]


def _with_role(people: People, book: Book, value: str) -> People:
    return people.filter(pk__in=Role.objects.filter(book=book, name=value, ended_on=None).values("person_id"))


def _layers(_book: Book) -> Choices:
    words = (_("the closest 5"), _("the closest 15"), _("the closest 50"), _("the closest 150"), _("the closest 500"))
    return [(str(size), said) for size, said in zip(SIZES, words, strict=True)]


def _in_layer(people: People, book: Book, value: str) -> People:
    size = number(value)
    if size not in SIZES:
        raise ValueError("no such layer")
    places = everybody(book, clock.today(book.owner.zone)).places()
    return people.filter(pk__in=[who for who, place in places.items() if place.layer <= size])


def _silences(_book: Book) -> Choices:
    return [("60", _("two months")), ("180", _("half a year")), ("365", _("a year")), ("1095", _("three years"))]


def _silent(people: People, book: Book, value: str) -> People:
    """Whoever was in touch once, and not in so many days."""
    last = clock.today(book.owner.zone).toordinal() - days(value)
    return people.filter(pk__in=Tie.objects.filter(book=book, last_day__lte=last).values("person_id"))


def _never_written(people: People, book: Book, value: str) -> People:
    is_written = Exists(Tie.objects.filter(book=book, person=OuterRef("pk"), last_out__isnull=False))
    return people.filter(~is_written if yes(value) else is_written)


def _resting(people: People, book: Book, value: str) -> People:
    today = clock.today(book.owner.zone)
    rests = Rest.objects.filter(Q(until=None) | Q(until__gt=today), person=OuterRef("pk"), person__book=book)
    return people.filter(Exists(rests) if yes(value) else ~Exists(rests))


SIEVES = (
    Sieve("role", __("To you"), _roles, _with_role),
    Sieve("layer", __("How close"), _layers, _in_layer),
    Sieve("silent", __("Silent for"), _silences, _silent),
    Sieve("unwritten", __("Never written to"), yes_or_no, _never_written),
    Sieve("resting", __("Resting"), yes_or_no, _resting),
)
