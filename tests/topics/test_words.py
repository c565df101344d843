import pytest

from rapport.topics.words import fold, numbers, singular, split


def test_words_know_their_place() -> None:
    assert split("Café, two!") == [("cafe", 0, 4), ("two", 6, 9)]


def test_hashtags_come_apart() -> None:
    assert [word.text for word in split("#BrassBands and #tide_pools, #eventprofs")] == [
        "brass",
        "bands",
        "and",
        "tide",
        "pools",
        "eventprofs",
    ]


def test_names_written_like_this_stay_whole() -> None:
    assert [word.text for word in split("McDonald é")] == ["mcdonald", "e"]


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Orchidée", "orchidee"), ("Straße", "strasse"), ("Øl", "ol"), ("ёж", "еж"), ("蝴蝶", "蝴蝶"), ("تتَبّع", "تتبع")],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_both_numbers_of_a_word() -> None:
    assert numbers("butterfly") >= {"butterfly", "butterflies"}
    assert numbers("foxes") >= {"fox", "foxes"}
    assert singular("chess") == "chess"
    assert singular("Texas") == "Texas"
    assert numbers("яхта") == {"яхта"}
