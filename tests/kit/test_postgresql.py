"""On PostgreSQL too there is one writer at a time; SQLite knows nothing else."""

import threading
from collections.abc import Callable

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction

import cast
from rapport.kit.clock import now
from rapport.kit.postgresql import reading
from rapport.members.models import Member
from rapport.people.add import tell
from rapport.people.models import Book, Identity
from rapport.people.typed import read

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer by itself"),
]


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Do these in threads of their own; the names of what they raised."""
    raised: list[str] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except DatabaseError as trouble:
            raised.append(type(trouble).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_the_same_said_twice_at_once_is_said_once() -> None:
    person = cast.known_in(Book.of(cast.ann()), "Bo Lindqvist")
    typed = read("Bo Lindqvist, bo@far.example")
    assert at_once(*[lambda: tell(person=person, typed=typed, now=now())] * 4) == []
    assert Identity.objects.filter(person=person).count() == 1


def test_a_writer_that_waits_too_long_gives_up_and_can_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "TURN", 0.01)

    def wait() -> None:
        with pytest.raises(OperationalError), transaction.atomic():
            pass
        assert not Member.objects.exists()

    with transaction.atomic():
        assert at_once(wait) == []


def test_who_only_reads_waits_for_nobody() -> None:
    def look() -> None:
        with reading(), transaction.atomic():
            assert not Member.objects.exists()

    with transaction.atomic():
        cast.ann()
        assert at_once(look) == []
