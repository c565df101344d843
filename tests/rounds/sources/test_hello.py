import pytest

import cast
from rapport.rounds.sources import hello
from rounds.morning import card, connected, kinds, talked

pytestmark = pytest.mark.django_db


def test_connected_lately_and_never_written_to() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    connected(sal, 6)
    talked(cast.known(ann, "Bo Lindqvist"), 2)
    shown = card(ann, "hello")
    assert (shown.act, shown.reason) == ("Say hello to Sal Moretti", "Connected last Friday, never written to.")
    assert "Sal" in shown.opener


def test_a_list_of_connections_alone_cannot_tell_who_was_written_to() -> None:
    ann = cast.ann()
    connected(cast.known(ann, "Sal Moretti"), 6)
    assert card(ann, "hello").reason == "Connected last Friday."


def test_not_once_there_was_a_word() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    connected(sal, 6)
    talked(sal, 2)
    assert "hello" not in kinds(ann)


def test_the_newest_come_first() -> None:
    ann = cast.ann()
    for n, days in enumerate((900, 3, 400)):
        connected(cast.known(ann, f"Person {n}"), days)
    assert card(ann, "hello", most=1).people[0].name == "Person 1"


def test_nobody_is_thanked_for_a_connection_of_years_ago() -> None:
    assert any("Thank you" in words for words in hello._openers(6))
    assert not any("Thank you" in words for words in hello._openers(1400))
