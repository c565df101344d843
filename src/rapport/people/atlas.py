"""The book by place: how many are where, and what time it is there now."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Count, Min
from django.utils.dateformat import format as formatted
from django.utils.translation import ngettext

from rapport.kit.worldmap import Spot
from rapport.people.models import Book, Person
from rapport.people.whereabouts import zone_of_place


@dataclass(frozen=True, slots=True)
class Stay:
    """`count` people at a place, as it is written on them. `there` is the present moment on its wall, None where the
    place does not tell; `day` names the day there, where it is another than the owner's. One alone is named."""

    place: str
    zone: str
    count: int
    there: datetime | None
    day: str
    alone: str
    path: str


def stays(book: Book, at: datetime) -> list[Stay]:
    """All places, those of most people first. Somebody's own time zone goes before that of their place, so one place
    may stand there twice."""
    rows = Person.objects.here().filter(book=book, is_deceased=False).exclude(place="").order_by()
    counted = rows.values_list("place", "zone").annotate(Count("pk"), Min("number"), Min("name"))
    found = [_stay(book, at, *row) for row in counted]
    return sorted(found, key=lambda stay: (-stay.count, stay.place, stay.zone))


def unknown(book: Book) -> int:
    """How many have no place."""
    return Person.objects.here().filter(book=book, is_deceased=False, place="").count()


def _stay(book: Book, at: datetime, place: str, own: str, count: int, number: int, name: str) -> Stay:
    zone = own or zone_of_place(place, "")
    there = at.astimezone(ZoneInfo(zone)) if zone else None
    here = at.astimezone(ZoneInfo(book.owner.zone)).date()
    day = formatted(there, "l") if there and there.date() != here else ""
    asked = urlencode({"place": place.partition(",")[0]})
    path = f"/people/{number}/" if count == 1 else f"/people/?{asked}"
    return Stay(place, zone, count, there, day, name if count == 1 else "", path)


def spots(found: list[Stay]) -> list[Spot]:
    """One dot for each time zone, leading to its first place in the list."""
    sizes: Counter[str] = Counter()
    places: dict[str, list[str]] = {}
    for stay in found:
        if stay.zone:
            sizes[stay.zone] += stay.count
            places.setdefault(stay.zone, []).append(stay.place)
    return [Spot(zone, count, _says(places[zone], count), f"#{anchor(zone)}") for zone, count in sizes.items()]


def anchor(zone: str) -> str:
    """What a row is called within the page."""
    return "in-" + "".join(letter if letter.isalnum() else "-" for letter in zone)


def _says(places: list[str], count: int) -> str:
    people = ngettext("%(n)s person", "%(n)s people", count) % {"n": count}
    more = "" if len(places) < 3 else " ..."
    return f"{'; '.join(places[:2])}{more}: {people}"
