import pytest

from rapport.likeness import Record, pairs

FIRM = ("Night School", "Night School Amaranth")


def stage(*book: Record) -> str:
    return next((pair.stage for pair in pairs(book) if (pair.a, pair.b) == (1, 2)), "none")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Okafor", "Ann Okafor"),
        ("Øystein Bråten", "Oystein Braten"),
        ("Жанна Орлова", "Zhanna Orlova"),
        ("Bill Smith", "William Smith"),
        ("Sasha Orlov", "Александр Орлов"),
    ],
)
def test_a_full_name_is_asked_and_with_a_second_hint_takes_one_click(one: str, other: str) -> None:
    assert stage(Record(1, one), Record(2, other)) == "asked"
    firm = ("Harbour Hotel Group",), ("Harbour Hotels",)
    book = Record(1, one, organizations=firm[0]), Record(2, other, organizations=firm[1])
    assert stage(*book) == "one_click"


def test_a_firm_under_a_longer_form_of_its_name_is_a_hint() -> None:
    one, other = (Record(n, "Tamsin Hawthorne", organizations=(firm,)) for n, firm in enumerate(FIRM, 1))
    assert stage(one, other) == "one_click"
    assert stage(one, Record(2, "Tamsin Hawthorne", organizations=("Night",))) == "asked"


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


def test_an_address_at_the_others_company_is_a_hint() -> None:
    one = Record(1, "Cy Park", organizations=("Coastal Enterprise Fund",))
    assert stage(one, Record(2, "Cy Park", emails=("cy@coastalfund.example",))) == "one_click"
    assert stage(one, Record(2, "Cy Park", emails=("cy@harbour.example",))) == "asked"


def test_a_firm_that_bears_the_familys_name_is_no_hint() -> None:
    firm = ("Adeyemi & Son Plumbing",)
    book = Record(1, "John Adeyemi", organizations=firm), Record(2, "John Adeyemi", organizations=firm)
    assert stage(*book) == "asked"


def test_two_who_are_reached_apart_are_namesakes() -> None:
    here = {"localities": ("Port Amaranth",)}
    one = Record(1, "Alex Kim", emails=("alex@a.example",), phones=("+441234500001",), **here)
    other = Record(2, "Alex Kim", emails=("kim@b.example",), phones=("+441234500002",), **here)
    assert stage(one, other) == "asked"


def test_two_rows_of_one_list_are_two_people() -> None:
    firm = ("Harbour Hotel",)
    one = Record(1, "Alex Kim", organizations=firm, source_keys=("linkedin:ann:name:alex kim|2010-08-30|1",))
    other = Record(2, "Alex Kim", organizations=firm, source_keys=("linkedin:ann:name:alex kim|2012-10-27|1",))
    assert stage(one, other) == "asked"


def test_a_second_family_name_is_a_second_hint_but_two_syllables_are_not() -> None:
    assert stage(Record(1, "Germán Sáez Molina"), Record(2, "German Saez Molina")) == "one_click"
    assert stage(Record(1, "Mei-Ling Chan"), Record(2, "Chan Mei Ling")) == "asked"


def test_a_nickname_stands_before_the_family_name() -> None:
    named = Record(1, "Salvatore Moretti", other_names=("Turiddu",), localities=("Port Amaranth",))
    assert stage(named, Record(2, "Turiddu Moretti", localities=("Port Amaranth",))) == "one_click"
    assert stage(named, Record(2, "Salvatore Turiddu", localities=("Port Amaranth",))) == "one_click"
    ken = Record(1, "Kenneth Oakley", other_names=("Ken",)), Record(2, "Kenneth Moyo", other_names=("Ken",))
    assert stage(*ken) == "none"
