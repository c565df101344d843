"""The search table: fragments, one book at a time, true to what was last written."""

from collections.abc import Sequence

import pytest
from django.db import connection

from rapport.kit import fts
from rapport.kit.fts import Entry, Line

pytestmark = pytest.mark.django_db
BOOK, OTHER, PERSON, OCCASION = 7, 8, 1, 2


def put(number: int, name: str, *said: str, book: int = BOOK, kind: int = PERSON, near: Sequence[str] = ()) -> int:
    return fts.put(book, kind, [Entry(number, [name], [Line("note", text) for text in said], near)])


def find(*fragments: str, book: int = BOOK, **how: object) -> list[int]:
    return fts.find(book, PERSON, [[fragment] for fragment in fragments], **how)  # type: ignore[arg-type]


def test_a_fragment_of_three_signs_is_found_anywhere() -> None:
    put(1, "Bo Lindqvist", "keeps a lighthouse")
    assert find("ndq") == find("ghth") == find("lin", "hou") == [1]
    assert find("xyz") == find("lin", "xyz") == []


def test_one_and_two_letters_are_found_at_the_beginning() -> None:
    put(1, "Bo Lindqvist")
    assert [find(fts.within(letters)) for letters in ("b", "bo", "l", "li", "o", "qv")] == [[1], [1], [1], [1], [], []]


def test_whole_words_beginnings_and_endings() -> None:
    put(1, "Bo Lindqvist")
    put(2, "Bob Tan")
    assert find(fts.whole("bo")) == [1]
    assert find(fts.beginning("bo")) == [2, 1]
    assert find(fts.ending("ist")) == [1]
    assert find(fts.whole("lindqvis")) == []


def test_accents_scripts_and_look_alikes_are_one_spelling() -> None:
    put(1, "Øystein Bråten")
    put(2, "Сергей Иванов")
    put(3, "P\u0430rk")  # a Cyrillic letter among Latin ones
    assert (find("oystein", "braten"), find("sergei"), find("park")) == ([1], [2], [3])


def test_what_was_typed_is_never_a_command() -> None:
    put(1, "Bo Lindqvist")
    for typed in ('"', "* OR lin", "name:lin", "lin) OR (bo", "NOT xyz", "'; DROP TABLE kit_found"):
        assert find(typed + "   ") == []
    assert find("lin") == [1]


def test_the_newest_come_first_and_no_more_than_wanted() -> None:
    fts.put(BOOK, PERSON, [Entry(number, [f"Ann {number}"]) for number in range(1, 1201)])
    assert find("ann", most=3) == [1200, 1199, 1198]
    assert len(fts.numbers(BOOK, PERSON)) == 1200


def test_books_and_kinds_are_strangers() -> None:
    put(1, "Bo Lindqvist")
    put(1, "Bo Lindqvist", book=OTHER)
    put(5, "Lindenfest", kind=OCCASION)
    assert find("lin") == find("lin", book=OTHER) == [1]
    fts.drop_book(OTHER)
    assert (find("lin"), find("lin", book=OTHER)) == ([1], [])


def test_the_same_again_writes_nothing_and_news_replace_the_old() -> None:
    assert (put(1, "Bo Lindqvist"), put(1, "Bo Lindqvist"), put(1, "Bo Berg")) == (1, 0, 1)
    assert (find("lin"), find("berg")) == ([], [1])


def test_columns_are_asked_apart() -> None:
    put(1, "Bo", "lighthouse", near=["boris"])
    assert find("lighthouse", where=("name",)) == find("boris") == []
    assert find("boris", where=("near",)) == [1]


def test_what_is_kept_is_as_it_was_written() -> None:
    put(1, "Øystein", "Fyr & flamme")
    assert fts.read(BOOK, PERSON, [1, 2]) == {1: fts.Kept(["Øystein"], [Line("note", "Fyr & flamme")])}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database forgets by itself")
def test_what_is_dropped_is_forgotten() -> None:
    put(1, "Bo Lindqvist", "taintwort")
    put(2, "Sal Moretti")
    fts.drop(BOOK, PERSON, [1])
    fts.forget()
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM kit_found_data")
        assert not any(b"wor" in bytes(block) for (block,) in cursor.fetchall())
    assert find("mor") == [2]
