"""One spelling for what is compared."""

import pytest

from rapport.kit.folding import looking_like, spread, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Øystein O’Brien_3", ["oystein", "obrien", "3"]),
        ("bo@harbour.example", ["bo", "harbour", "example"]),
        ("Straße", ["strasse"]),
        ("梅玲", ["mei", "ling"]),
        ("P\u0430rk", ["park"]),
        ("☎ …", []),
        ("", []),
    ],
)
def test_words_are_folded(text: str, folded: list[str]) -> None:
    assert words(text) == folded


def test_a_word_of_look_alikes_alone_keeps_its_sound_and_has_a_double() -> None:
    assert (words("\u0421\u0443"), looking_like("\u0421\u0443")) == (["su"], ["cy"])


def test_each_folded_letter_knows_its_place() -> None:
    folded, places = spread("Æ, ß")
    assert (folded, places) == ("ae  ss", [0, 0, 1, 2, 3, 3])
