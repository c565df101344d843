import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.likeness.fits import Fit, best_fit, is_slip
from rapport.likeness.names import read_names

NAMES = st.sampled_from(
    [
        "Ann Okafor", "Okafor Ann", "Anne Okafor", "A. Okafor", "Ann", "Okafor", "ann_o", "Tom & Ann Okafor", "Jr",
        "Ann Maria Okafor", "Maria Okafor", "Анна Окафор", "陳美玲", "Mei-Ling Chan", "نادية حداد", "Nadia Haddad", "",
    ]
)  # fmt: skip


def fits(one: str, other: str) -> Fit:
    return best_fit(read_names(one), read_names(other))


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    assert fits(one, other) is fits(other, one)


@given(st.text(), st.text())
def test_any_two_names_can_be_held_together(one: str, other: str) -> None:
    assert fits(one, other) is fits(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Øystein Bråten", "Oystein Braten"),
        ("Øystein Bråten", "Oeystein Braaten"),
        ("Жанна Орлова", "Zhanna Orlova"),
        ("Юлия Сергеева", "Yulia Sergeyeva"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Chan Mei Ling", "Mei-Ling Chan"),
        ("Meiling Chan", "Chan Mei-Ling"),
        ("García López, María", "Maria Garcia Lopez"),
        ("Jan van den Berg", "Jan Vandenberg"),
        ("Rana Haddad, MBA", "rana haddad"),
        ("Θεοδώρα Παπαδοπούλου", "Theodora Papadopoulou"),
        ("Ẹniọlá Adé", "Eniola Ade"),
        ("نادية حداد", "نادية حداد"),
    ],
)
def test_one_full_name_is_written_in_many_ways(one: str, other: str) -> None:
    assert fits(one, other) is Fit.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Smith", "William Smith"),
        ("Pepe García", "José García"),
        ("Sasha Orlov", "Aleksandr Orlov"),
        ("Sasha Orlov", "Александр Орлов"),
        ("🦋 Sal Moretti", "Salvatore Moretti"),
        ("Sally Moretti", "Salvatore Moretti"),
    ],
)
def test_short_forms_are_known_in_several_languages(one: str, other: str) -> None:
    assert fits(one, other) is Fit.SHORT


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("María García", "María García López", Fit.MIDDLE),
        ("John P. Smith", "John Paul Smith", Fit.MIDDLE),
        ("Anna Maria Berg", "Maria Berg", Fit.MIDDLE),
        ("J. Smith", "John Smith", Fit.INITIAL),
        ("陳美玲", "Mei-Ling Chan", Fit.ROMANISED),
        ("نادية حداد", "Nadia Haddad", Fit.ROMANISED),
        ("Helen Lindqvist", "Helen Lindqist", Fit.NEAR),
        ("Ann", "Ann Okafor", Fit.PART),
        ("Okafor", "Ann Okafor", Fit.FAMILY_ONLY),
        ("Suharto", "Suharto", Fit.ONE_WORD),
        ("Brigid O'Daly", "Brigid Keane", Fit.GIVEN),
        ("Tom & Lisa Berg", "Tom Berg", Fit.UNSURE),
        ("LinkedIn Member", "Ann Okafor", Fit.UNKNOWN),
    ],
)
def test_names_that_fit_less_closely(one: str, other: str, fit: Fit) -> None:
    assert fits(one, other) is fit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tom Berg", "Lisa Berg"),
        ("Daniel Berg", "Daniela Berg"),
        ("Maria Rossi", "Mario Rossi"),
        ("William Smith", "Robert Smith"),
        ("Kim Min-su", "Kim Ji-woo"),
        ("Bo Lindqvist", "Cy Park"),
        ("Иван Орлов", "Tom Berg"),
    ],
)
def test_names_that_contradict(one: str, other: str) -> None:
    assert fits(one, other) is Fit.UNLIKE


def test_a_slip_is_one_letter_and_not_the_last() -> None:
    assert is_slip("lindqvist", "lindqist")
    assert is_slip("okafor", "okaofr")
    assert not is_slip("daniel", "daniela")
    assert not is_slip("maria", "mario")
    assert not is_slip("bo", "by")
