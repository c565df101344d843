import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.likeness.names import LONGEST_NAME, fold, read_names


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(name.words and len(name.folded) <= LONGEST_NAME for name in read_names(text))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Øystein Bråten", "oystein braten"),
        ("Rana Haddad, MBA", "rana haddad"),
        ("Rana Haddad Ph.D., PMP", "rana haddad"),
        ("🦋 Sal Moretti", "sal moretti"),
        ("Dr. Ann Okafor", "ann okafor"),
        ("Haddad, Rana", "rana haddad"),
        ("García López, María", "maria garcia lopez"),
        ("Jan van der Berg", "jan berg"),
        ("Brigid O’Daly", "brigid odaly"),
        ("Rana Haddad (she/her)", "rana haddad"),
        ("Rana Haddad | Coach", "rana haddad"),
        ("Chen Xiao Ma", "chen xiao ma"),
        ("Suharto", "suharto"),
        ("陳美玲", "chen mei ling"),
        ("\u202eBo\u202c Lindqvist", "bo lindqvist"),
    ],
)
def test_a_name_is_freed_from_what_is_no_name(written: str, words: str) -> None:
    assert " ".join(read_names(written)[0].words) == words


@pytest.mark.parametrize("placeholder", ["", "LinkedIn Member", "Facebook User", "🦋", "   ", "Deleted Account"])
def test_a_placeholder_is_nobody(placeholder: str) -> None:
    assert read_names(placeholder) == ()


def test_a_maiden_name_in_brackets_takes_the_place_of_the_family_name() -> None:
    assert " ".join(read_names("Brigid Keane (O'Daly)")[-1].words) == "brigid odaly"


def test_a_name_in_brackets_is_another_way_of_writing() -> None:
    assert [" ".join(name.words) for name in read_names("William (Bill) Smith")] == [
        "william smith",
        "bill smith",
    ]


@pytest.mark.parametrize(("written", "generation"), [("John Adeyemi, Jr.", "junior"), ("John Adeyemi III", "iii")])
def test_the_generation_is_kept_apart(written: str, generation: str) -> None:
    name = read_names(written)[0]
    assert (" ".join(name.words), name.generation) == ("john adeyemi", generation)


def test_a_name_of_200_letters_is_one_word() -> None:
    assert len(read_names("x" * 5000)[0].words[0]) == LONGEST_NAME


def test_couples_and_handles_are_known_as_such() -> None:
    assert read_names("Tom & Lisa Berg")[0].is_joint
    assert read_names("oystein_b")[0].is_handle
    assert not read_names("Mei-Ling")[0].is_handle
