import pytest

from rapport.likeness import Pair, Record, pairs


def meet(*book: Record) -> Pair | None:
    """What is said of the first two."""
    return next((pair for pair in pairs(book) if (pair.a, pair.b) == (1, 2)), None)


def stage(*book: Record) -> str:
    pair = meet(*book)
    return pair.stage if pair else "none"


def test_the_same_personal_address_is_automatic() -> None:
    pair = meet(
        Record(id=1, name="Øystein Bråten", emails=("oystein@fjord.example",)),
        Record(id=2, name="Oystein Braten", emails=("Oystein@fjord.example",)),
    )
    assert pair
    assert (pair.stage, pair.code, pair.reason) == ("automatic", "email", "same e-mail address")


@pytest.mark.parametrize(
    "name", ["", "Bo", "B. Lindqvist", "Bo Lindqvist, MBA", "LinkedIn Member", "Bo Karl Lindqvist"]
)
def test_a_name_that_does_not_contradict_is_enough_beside_an_address(name: str) -> None:
    box = ("bo@lindqvist.example",)
    assert stage(Record(id=1, name="Bo Lindqvist", emails=box), Record(id=2, name=name, emails=box)) == "automatic"


def test_a_married_name_on_the_same_address_is_automatic_but_not_on_the_same_telephone() -> None:
    one, other = Record(id=1, name="Brigid O'Daly"), Record(id=2, name="Brigid Keane")
    box, line = ("brigid@odaly.example",), ("+35312345678",)
    assert stage(Record(1, one.name, emails=box), Record(2, other.name, emails=box)) == "automatic"
    assert stage(Record(1, one.name, phones=line), Record(2, other.name, phones=line)) == "one_click"


def test_a_couple_with_one_mailbox_stays_two() -> None:
    box = ("berg@town.example",)
    couple = Record(id=1, name="Tom Berg", emails=box), Record(id=2, name="Lisa Berg", emails=box)
    assert stage(*couple) == "asked"
    assert "automatic" not in {pair.stage for pair in pairs([*couple, Record(id=3, name="", emails=box)])}


def test_a_shared_box_with_the_same_full_name_takes_one_click() -> None:
    box = ("berg@town.example",)
    book = (Record(id=1, name="Tom Berg", emails=box), Record(id=2, name="Tom Berg", emails=box))
    pair = meet(*book, Record(id=3, name="Lisa Berg", emails=box))
    assert pair
    assert (pair.stage, pair.code) == ("one_click", "same_name+shared_email")


def test_colleagues_behind_info_are_not_even_asked_about() -> None:
    box = ("info@harbour.example",)
    assert stage(Record(id=1, name="Ann Okafor", emails=box), Record(id=2, name="Bo Lindqvist", emails=box)) == "none"


def test_a_telephone_given_to_somebody_else_joins_nobody() -> None:
    line = ("+441234567890",)
    assert stage(Record(id=1, name="Ann Okafor", phones=line), Record(id=2, name="Cy Park", phones=line)) == "none"


def test_father_and_son_on_one_telephone_are_asked_about() -> None:
    line = ("+441234567890",)
    father = Record(id=1, name="John Adeyemi", phones=line, birthdays=("1950-02-03",))
    son = Record(id=2, name="John Adeyemi", phones=line, birthdays=("1980-11-27",))
    assert stage(father, son) == "asked"
    assert stage(Record(1, "John Adeyemi Sr", phones=line), Record(2, "John Adeyemi Jr", phones=line)) == "asked"
    assert stage(Record(1, "John Adeyemi", phones=line), Record(2, "John Adeyemi Jr", phones=line)) == "one_click"


def test_a_profile_that_names_another_is_automatic() -> None:
    one = Record(id=1, name="oystein_b", urls=("mastodon:oystein_b@fjord.example",), links=("web:fjord.example",))
    pair = meet(one, Record(id=2, name="Øystein Bråten", urls=("web:fjord.example",)))
    assert pair
    assert (pair.stage, pair.code) == ("automatic", "link")


def test_the_same_key_of_the_same_source_is_automatic_whatever_the_name() -> None:
    key = ("linkedin:ann:bo-lindqvist|2019-03-07|1",)
    assert stage(Record(id=1, name="Bo", source_keys=key), Record(id=2, name="Karl", source_keys=key)) == "automatic"


def test_a_slip_in_the_name_is_never_automatic() -> None:
    box = ("helen@town.example",)
    book = Record(id=1, name="Helen Lindqvist", emails=box), Record(id=2, name="Helne Lindqvist", emails=box)
    assert stage(*book) == "one_click"


def test_a_chain_does_not_join_two_who_contradict_each_other() -> None:
    tom = Record(id=1, name="Tom Berg", emails=("tb@town.example",))
    nobody = Record(id=2, name="", emails=("tb@town.example",), phones=("+441234567890",))
    lisa = Record(id=3, name="Lisa Park", phones=("+441234567890",))
    assert sorted(pair.stage for pair in pairs([tom, nobody, lisa])) == ["asked", "automatic"]
