import pytest

from rapport.people.confiding import confided


@pytest.mark.parametrize(
    "text",
    [
        "Bo loves butterflies (not a word at the chapter)",
        "Between us, she is leaving in May",
        "Strictly confidential: the sale is off",
        "told me in confidence that he writes poems",
        "Her secret passion is the accordion",
        "please don't mention it to Sal",
        "Don’t tell anyone",
        "he keeps it quiet",
        "keep this to yourself",
        "nobody knows yet",
        "Bitte vertraulich behandeln",
        "Das bleibt unter uns",
        "no lo cuentes a nadie",
        "mellom oss sagt",
        "это между нами",
        "请保密",
        "ここだけの話",
        "هذا بيننا",
        "faoi rún",
    ],
)
def test_words_that_ask_for_silence(text: str) -> None:
    assert confided(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Her secretary will call",
        "It is no secret that he loves golf",
        "Secret Santa on Friday",
        "She told me about her orchids",
        "Met between the two talks",
        "Confidence is her strength",
        "a trade secret of bakers",
        "Keeps bees and makes honey",
        "سرور",
    ],
)
def test_words_that_do_not(text: str) -> None:
    assert not confided(text)
