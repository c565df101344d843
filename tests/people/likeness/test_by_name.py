import pytest

from rapport.people.likeness import Record, pairs


def stage(*book: Record) -> str:
    return next((pair.stage for pair in pairs(book) if (pair.a, pair.b) == (1, 2)), "none")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Okafor", "Ann Okafor"),
        ("Øystein Bråten", "Oystein Braten"),
        ("Жанна Орлова", "Zhanna Orlova"),
        ("García López, María", "Maria Garcia Lopez"),
        ("Bill Smith", "William Smith"),
        ("Sasha Orlov", "Александр Орлов"),
    ],
)
def test_a_full_name_is_asked_and_with_a_second_hint_takes_one_click(one: str, other: str) -> None:
    assert stage(Record(1, one), Record(2, other)) == "asked"
    firm = ("Harbour Hotel Group",), ("Harbour Hotels",)
    book = Record(1, one, organizations=firm[0]), Record(2, other, organizations=firm[1])
    assert stage(*book) == "one_click"


@pytest.mark.parametrize(
    ("one", "other"),
    [("陳美玲", "Mei-Ling Chan"), ("نادية حداد", "Nadia Haddad"), ("Suharto", "Suharto"), ("Ann", "Ann Okafor")],
)
def test_what_is_not_sure_is_asked_only_with_a_second_hint(one: str, other: str) -> None:
    assert stage(Record(1, one), Record(2, other)) == "none"
    hint = ("Harbour Hotel",)
    assert stage(Record(1, one, organizations=hint), Record(2, other, organizations=hint)) == "asked"


@pytest.mark.parametrize(
    ("one", "other"),
    [("John Smith", "John Paul Smith"), ("J. Smith", "John Smith"), ("Helen Lindqvist", "Helne Lindqvist")],
)
def test_close_names_are_asked_with_and_without_a_hint(one: str, other: str) -> None:
    assert stage(Record(1, one), Record(2, other)) == "asked"
    hint = ("Harbour Hotel",)
    assert stage(Record(1, one, organizations=hint), Record(2, other, organizations=hint)) == "asked"


def test_an_initial_that_could_be_two_people_is_not_asked_about() -> None:
    book = Record(1, "J. Smith"), Record(2, "John Smith"), Record(3, "Jane Smith")
    assert stage(*book) == "none"


def test_a_maiden_name_is_one_of_the_names() -> None:
    born = Record(1, "Brigid Ní Dhálaigh", localities=("Port Amaranth",))
    married = Record(2, "Brigid Keane", other_names=("Brigid Ní Dhálaigh",), localities=("Port Amaranth",))
    assert stage(born, married) == "one_click"


def test_father_and_son_of_one_company_stay_two() -> None:
    father = Record(1, "John Adeyemi", organizations=("Adeyemi & Son",), birthdays=("1950-02-03",))
    son = Record(2, "John Adeyemi", organizations=("Adeyemi & Son",), birthdays=("1980-11-27",))
    assert stage(father, son) == "none"


def test_two_alex_kims_on_one_platform_are_asked_at_most() -> None:
    one = Record(1, "Alex Kim", urls=("linkedin:alex-kim-1",), localities=("Port Amaranth",))
    other = Record(2, "Alex Kim", urls=("linkedin:alexkim",), localities=("Port Amaranth",))
    assert stage(one, other) == "asked"


def test_a_third_alex_kim_cannot_be_given_to_either_by_one_click() -> None:
    card = Record(1, "Alex Kim", localities=("Port Amaranth",))
    one = Record(2, "Alex Kim", urls=("linkedin:alex-kim-1",), localities=("Port Amaranth",))
    other = Record(3, "Alex Kim", urls=("linkedin:alexkim",), localities=("Port Amaranth",))
    assert stage(card, one, other) == "asked"


def test_a_company_where_everybody_works_is_no_hint() -> None:
    crowd = [Record(number, f"Guest{number} Number{number}x", organizations=("Harbour",)) for number in range(3, 40)]
    book = Record(1, "Cy Park", organizations=("Harbour",)), Record(2, "Cy Park", organizations=("Harbour",))
    assert stage(*book, *crowd) == "asked"


def test_who_was_told_apart_is_not_asked_about_again() -> None:
    book = [Record(1, "Alex Kim"), Record(2, "Alex Kim")]
    assert pairs(book, different={(2, 1)}) == []
