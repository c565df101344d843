from rapport.likeness import Record, pairs


def code(*book: Record) -> str:
    return next((pair.code for pair in pairs(book) if (pair.a, pair.b) == (1, 2)), "")


def test_a_handle_on_two_platforms_is_asked_about() -> None:
    assert code(Record(1, urls=("x:oystein_b",)), Record(2, urls=("bluesky:oystein_b.bsky.social",))) == "handle"


def test_a_handle_with_a_fitting_name_takes_one_click() -> None:
    one = Record(1, "Bill Smith", urls=("x:coastalbill",))
    found = pairs([one, Record(2, "William Smith", urls=("instagram:coastal.bill",))])
    assert [(pair.stage, pair.code) for pair in found] == [("one_click", "short_form+handle")]


def test_a_handle_that_is_an_address_is_asked_about() -> None:
    one = Record(1, "tidepools", urls=("x:tidepools",))
    assert code(one, Record(2, "Bo Lindqvist", emails=("tidepools@gmail.com",))) == "handle_is_address"


def test_a_handle_that_spells_one_name_of_the_book_is_asked_about() -> None:
    one = Record(1, "oysteinb", urls=("x:oysteinb",))
    assert code(one, Record(2, "Øystein Bråten")) == "handle_spells_name"
    assert code(one, Record(2, "Øystein Bråten"), Record(3, "Øystein Berg")) == ""


def test_a_first_name_is_everybodys_handle() -> None:
    one = Record(1, urls=("x:oystein",))
    assert code(one, Record(2, "Øystein Bråten", emails=("oystein@gmail.com",))) == ""


def test_an_address_that_spells_the_name_is_asked_about() -> None:
    one = Record(1, emails=("oystein.braten@fjord.example",))
    assert code(one, Record(2, "Øystein Bråten")) == "address_spells_name"
