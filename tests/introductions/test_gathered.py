from datetime import date

import pytest

import cast
from rapport.introductions.gathered import overhear
from rapport.people.gathering import occasion_named, was_there
from rapport.people.models import Book, Interest

pytestmark = pytest.mark.django_db


def test_a_gathering_tells_what_its_guests_care_for() -> None:
    ann = cast.ann()
    brigid = cast.known(ann, "Brigid O'Daly")
    book = Book.of(ann)
    count = occasion_named(book=book, title="Butterfly Count, Heron Marsh", on=date(2026, 8, 8), place="")
    was_there(occasion=count, people=[brigid], now=cast.MORNING)
    overhear(book, [brigid.pk])
    overhear(book, [brigid.pk])
    told = Interest.objects.get(person=brigid, topic="butterflies")
    assert (told.evidence, told.on, told.platform) == ("Butterfly Count, Heron Marsh", "2026-08-08", "calendar")


def test_what_the_owner_struck_out_stays_struck() -> None:
    ann = cast.ann()
    brigid = cast.known(ann, "Brigid O'Daly")
    book = Book.of(ann)
    count = occasion_named(book=book, title="Butterfly Count", on=date(2026, 8, 8), place="")
    was_there(occasion=count, people=[brigid], now=cast.MORNING)
    overhear(book, [brigid.pk])
    Interest.objects.update(struck_at=cast.MORNING)
    overhear(book, [brigid.pk])
    assert Interest.objects.filter(struck_at=None).count() == 0
