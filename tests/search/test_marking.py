"""Showing in a text what was looked for."""

import pytest

from rapport.search.marking import AROUND, holds, marked


def shown(text: str, *wanted: str) -> str:
    return "".join(f"[{part}]" if is_found else part for part, is_found in marked(text, wanted))


@pytest.mark.parametrize(
    ("text", "wanted", "said"),
    [
        ("Bo Lindqvist", ["lindq"], "Bo [Lindq]vist"),
        ("Øystein Bråten", ["oys", "braten"], "[Øys]tein [Bråten]"),
        ("Ædan", ["aed"], "[Æd]an"),
        ("Abbot Bo", ["bo"], "Abbot [Bo]"),
        ("+44 20 7946 0000", ["2079460000"], "+44 [20 7946 0000]"),
        ("Ann Annika", ["ann"], "[Ann] [Ann]ika"),
        ("banana", ["ana", "nana"], "b[ana]na"),
        ("Bo", ["xyz"], "Bo"),
    ],
)
def test_what_was_looked_for_is_marked(text: str, wanted: list[str], said: str) -> None:
    assert shown(text, *wanted) == said


def test_a_long_text_is_cut_around_the_find() -> None:
    said = shown("word " * 200 + "oboe " + "word " * 200, "oboe")
    assert said.startswith("…word")
    assert said.endswith("…")
    assert "[oboe]" in said
    assert len(said) < 4 * AROUND


def test_two_letters_count_at_the_beginning_of_a_word_only() -> None:
    assert holds("Abbot Bo", ["bo"])
    assert not holds("Abbot", ["bo"])
