"""Cards written are read again as they were."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.contentlines.decoding import Decoding, harmless
from rapport.kit.contentlines.line import Line, escape
from rapport.kit.vcard.card import Card
from rapport.kit.vcard.read import cards
from rapport.kit.vcard.write import write

TEXTS = st.text().map(lambda text: escape(harmless(text)))
NAMES = st.sampled_from(["N", "ADR", "NOTE", "EMAIL", "X-FUTURE", "ORG", "CATEGORIES"])
PARAMS = st.tuples(
    st.sampled_from(["TYPE", "X-A", "LABEL"]),
    st.text(min_size=1).map(lambda text: harmless(text).replace("\t", " ").strip()),
)
LINES = st.builds(Line, NAMES, TEXTS, st.lists(PARAMS, max_size=3).map(tuple), st.sampled_from(["", "item1", "g-2"]))
CARDS = st.lists(LINES, max_size=6).map(lambda lines: Card((Line("FN", "Ann"), *lines)))


def read(raw: bytes) -> list[object]:
    return list(cards(io.BytesIO(raw), Decoding()))


@pytest.mark.parametrize("version", ["4.0", "3.0"])
@given(made=st.lists(CARDS, min_size=1, max_size=3))
def test_reading_what_was_written_gives_equal_cards(version: str, made: list[Card]) -> None:
    assert read(write(made, version)) == made


@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_pictures_and_days_without_year_come_back(version: str) -> None:
    card = Card((Line("FN", "Ann"), Line("PHOTO", "data:image/png;base64,AA=="), Line("BDAY", "--0229")))
    assert read(write([card], version)) == [card]


def test_a_card_always_has_a_name() -> None:
    assert b"FN:ann@town.example\r\n" in write([Card((Line("EMAIL", "ann@town.example"),))])


def test_a_param_cannot_have_the_next_line_swallowed() -> None:
    evil = Card((Line("FN", "Ann"), Line("NOTE", "x=", (("ENCODING", "QUOTED-PRINTABLE"),)), Line("TEL", "1")))
    (card,) = read(write([evil]))
    assert isinstance(card, Card)
    assert card.first("TEL") == "1"
