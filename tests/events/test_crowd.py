"""Fifty answer at once for ten places: ten come, forty wait, and the line has no gap and no double."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections

import cast
from events.gathering import evening, guests
from rapport.events.models import Occurrence, Rsvp
from rapport.events.rsvp import answer
from rapport.members.models import Member

pytestmark = pytest.mark.django_db(transaction=True)
CROWD, PLACES = 50, 10


@pytest.fixture
def crowd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Occurrence, list[Member]]:
    """SQLite is asked on a file, as in service: the tests' own database lives in memory and knows one writer only."""
    date, members = evening(cast.mo(), capacity=PLACES), guests(CROWD)
    if connection.vendor == "sqlite":
        kept = tmp_path / "crowd.sqlite3"
        with sqlite3.connect(kept) as copy:
            connection.connection.backup(copy)
        copy.close()
        # Threads open connections of their own by these settings.
        monkeypatch.setitem(connections.settings["default"], "NAME", str(kept))
    return date, members


def test_ten_come_and_forty_wait_in_order(crowd: tuple[Occurrence, list[Member]]) -> None:
    date, members = crowd
    begin = Barrier(CROWD)

    def come(member: Member) -> None:
        try:
            begin.wait()
            answer(occurrence=date, member=member, says="yes", now=cast.MORNING)
        finally:
            connections.close_all()

    def seen() -> tuple[int, list[int], int]:
        try:
            given = Rsvp.objects.filter(occurrence=date)
            line = given.filter(answer="waiting").order_by("place_in_line").values_list("place_in_line", flat=True)
            return given.filter(answer="yes").count(), list(line), Occurrence.objects.get(pk=date.pk).taken
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CROWD) as pool:
        list(pool.map(come, members))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(seen).result() == (PLACES, list(range(1, CROWD - PLACES + 1)), PLACES)
