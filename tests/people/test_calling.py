import pytest

from rapport.people.calling import called, one_of


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Rana Haddad", "Rana"),
        ("Dr. Rana Haddad, MBA", "Rana"),
        ("Haddad, Rana", "Rana"),
        ("Mei-Ling Chan", "Mei-Ling"),
        ("陳美玲", "陳美玲"),
        ("🦋 Sal Moretti", "Sal"),
        ("Brigid O'Daly", "Brigid"),
        ("Mo", "Mo"),
        ("José García López", "José"),
        ("Жанна Орлова", "Жанна"),
        ("", ""),
        ("+44 20 7946 0000", "+44 20 7946 0000"),
    ],
)
def test_people_are_called_by_their_given_name(name: str, given: str) -> None:
    assert called(name) == given


def test_the_same_key_chooses_the_same_words() -> None:
    assert {one_of(("a", "b", "c"), "hello:7") for _ in range(3)} == {one_of(("a", "b", "c"), "hello:7")}
    assert {one_of(("a", "b", "c"), f"hello:{n}") for n in range(50)} == {"a", "b", "c"}
