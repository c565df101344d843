"""Cards of every age and state."""

import io

import pytest

from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.contentlines.line import Line
from rapport.kit.vcard.card import Card, Stray
from rapport.kit.vcard.read import cards


def read(*lines: str | bytes) -> list[Card | Stray]:
    raw = b"\r\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(cards(io.BytesIO(raw), Decoding()))


def one(*lines: str | bytes) -> Card:
    (card,) = read("BEGIN:VCARD", *lines, "END:VCARD")
    assert isinstance(card, Card)
    return card


def test_quoted_printable_with_its_charset() -> None:
    card = one(
        "VERSION:2.1",
        "N;CHARSET=UTF-8;QUOTED-PRINTABLE:D=C3=BC=3Bpont;Ann;B,C",
        "NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0A=",
        "b;c",
    )
    assert card.lines == (Line("N", r"Dü\;pont;Ann;B\,C"), Line("NOTE", r"a\nb\;c"))


def test_raw_bytes_of_a_named_charset() -> None:
    assert one("VERSION:2.1", b"FN;CHARSET=windows-1250:Iksi\xf1ski").first("FN") == "Iksiński"


def test_binary_is_a_data_address_in_every_version() -> None:
    wanted = (Line("PHOTO", "data:image/jpeg;base64,/9j/4AAQ"),)
    assert one("PHOTO;ENCODING=b;TYPE=JPEG:/9j/", " 4AAQ").lines == wanted
    assert one("VERSION:2.1", "PHOTO;JPEG;BASE64:", " /9j/", "4AAQ", "").lines == wanted


def test_a_birthday_without_its_year() -> None:
    assert one("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12").lines == (Line("BDAY", "--0412"),)


def test_an_agents_card_leaves_its_name() -> None:
    card = one(
        "FN:Ann",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Bo",
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Cy",
        "END:VCARD",
        "END:VCARD",
        "TITLE:Chef",
    )
    assert card.lines == (Line("FN", "Ann"), Line("AGENT", "Bo"), Line("TITLE", "Chef"))


def test_an_agent_that_never_ends_loses_no_other_card() -> None:
    found = read("BEGIN:VCARD", "FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Bo", "BEGIN:VCARD", "FN:Cy", "END:VCARD")
    assert [card.first("FN") for card in found if isinstance(card, Card)] == ["Ann", "Cy"]


def test_a_card_without_end() -> None:
    first, second = read("BEGIN:VCARD", "EMAIL:a@town.example", "BEGIN:vCard", "FN:Bo", "END:vCard")
    assert isinstance(first, Card)
    assert isinstance(second, Card)
    assert [first.is_closed, second.is_closed, second.number] == [False, True, 3]


def test_lines_outside_of_cards_are_told_once() -> None:
    first, *_ = read("BEGN:VCARD", "FN:Ann", "END:VCARD", "BEGIN:VCARD", "FN:Bo", "END:VCARD")
    assert first == Stray(1)


def test_lines_of_a_note_that_were_not_folded_belong_to_it() -> None:
    assert one("NOTE:first", "second, really", "FN:Ann").first("NOTE") == "first\nsecond, really"


def test_a_line_that_is_none_is_a_flaw() -> None:
    assert one("FN:Ann", "what is this").flaws == (3,)


@pytest.mark.parametrize("size", [20_000_000])
def test_a_huge_photo_leaves_the_card(size: int) -> None:
    card = one("PHOTO;ENCODING=b:" + "A" * size, "FN:Ann")
    assert card.lines == (Line("FN", "Ann"),)
    assert card.cuts == ("PHOTO",)


def test_a_card_of_endless_lines_is_bounded() -> None:
    card = one(*["TEL:1"] * 20_000)
    assert len(card.lines) == 5_000
    assert card.flaws
