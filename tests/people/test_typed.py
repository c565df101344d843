"""One line as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.people.typed import read, way_of


def test_a_whole_line_is_taken_apart() -> None:
    typed = read("Rana Haddad, grant researcher at Northlight, rana@x.example #eventprofs")
    assert (typed.name, typed.title, typed.firm) == ("Rana Haddad", "grant researcher", "Northlight")
    assert [(way.platform, way.handle) for way in typed.ways] == [("email", "rana@x.example")]
    assert typed.words == ("eventprofs",)
    assert typed.note == ""


def test_how_they_met_is_no_work() -> None:
    typed = read("Bo Lindqvist, plumber, met at the chapter")
    assert (typed.name, typed.title, typed.met) == ("Bo Lindqvist", "plumber", "met at the chapter")


def test_a_sentence_is_a_note_and_no_title() -> None:
    typed = read("Bo Lindqvist, loves butterflies")
    assert (typed.title, typed.note) == ("", "loves butterflies")


@pytest.mark.parametrize("words", ["butterflies", "Butterflies", "wine", "just moved here from Porto"])
def test_what_they_care_about_or_a_sentence_is_no_work(words: str) -> None:
    typed = read(f"Bo Lindqvist, {words}")
    assert (typed.title, typed.firm, typed.note) == ("", "", words)


@pytest.mark.parametrize("trade", ["plumbing", "marketing", "sells beeswax candles", "wine merchant"])
def test_a_trade_is_what_they_do(trade: str) -> None:
    assert read(f"Bo Lindqvist, {trade}").title == trade


def test_a_pastime_after_the_trade_is_no_firm() -> None:
    typed = read("Bo Lindqvist, plumber, Butterflies")
    assert (typed.title, typed.firm, typed.note) == ("plumber", "", "Butterflies")


def test_a_name_with_a_colon_begins_a_note() -> None:
    typed = read("Bo: daughter starts school")
    assert (typed.name, typed.note, typed.is_note) == ("Bo", "daughter starts school", True)


def test_an_address_with_a_colon_is_no_note() -> None:
    assert not read("Bo Lindqvist, https://bo.example/").is_note


@pytest.mark.parametrize(
    "line", ["- Bo Lindqvist", "12. Bo Lindqvist", "• Bo Lindqvist", "3)\tBo Lindqvist", "  Bo   Lindqvist "]
)
def test_bullets_and_numbers_are_no_part_of_a_name(line: str) -> None:
    assert read(line).name == "Bo Lindqvist"


def test_telephones_are_known_by_their_digits() -> None:
    assert read("Bo, 020 7946 0958", "GB").ways[0].handle == "+442079460958"
    assert read("Bo Lindqvist, 12 apples").ways == ()


@pytest.mark.parametrize(
    ("token", "platform"),
    [
        ("linkedin.com/in/bo-lindqvist", "linkedin"),
        ("@bo@town.example", "mastodon"),
        ("https://bo.example/plumbing", "web"),
        ("www.bo.example", "web"),
    ],
)
def test_profiles_are_known_by_their_form(token: str, platform: str) -> None:
    way = way_of(token)
    assert way is not None
    assert way.platform == platform


@pytest.mark.parametrize("token", ["St.Ives", "e.g.", "Bo", "javascript:alert(1)", "v2.0", "@bo"])
def test_what_only_looks_like_an_address_is_none(token: str) -> None:
    assert way_of(token) is None


def test_names_of_any_script_and_length_stand() -> None:
    assert read("יעל כהן").name == "יעל כהן"
    assert read("Cher").name == "Cher"
    assert len(read("X" * 500).name) == 300


def test_an_address_alone_names_who_has_it() -> None:
    assert read("rana@x.example").name == "rana@x.example"


def test_what_hides_in_text_is_gone() -> None:
    assert read("Bo\u202e Lind\u200bqvist\x00").name == "Bo Lindqvist"


@given(st.text(max_size=200))
def test_no_line_is_too_odd(line: str) -> None:
    typed = read(line)
    assert len(typed.name) <= 300
    assert "\n" not in typed.name
