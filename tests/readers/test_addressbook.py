from rapport.formats.entry import Entry
from rapport.readers.addressbook import Keys


def entry(name, email="", phone="", note=""):
    made = Entry("US")
    made.name = name
    made.email(email)
    made.phone(phone)
    made.note(note)
    return made


def keyed(*entries):
    keys = Keys()
    for one in entries:
        keys.note(one)
    return [keys.key(one) for one in entries]


def test_an_address_of_ones_own_is_the_key():
    assert (
        keyed(entry("Bo", "Bo.Berg@Pipes.example"), entry("Bo", "bo.berg@pipes.example"))
        == ["bo.berg@pipes.example"] * 2
    )


def test_a_shared_address_needs_the_name():
    assert keyed(entry("Bo", "us@home.example"), entry("Ann", "us@home.example")) == [
        "us@home.example|bo",
        "us@home.example|ann",
    ]


def test_an_offices_address_needs_the_name_at_once():
    assert keyed(entry("Bo", "info@pipes.example")) == ["info@pipes.example|bo"]


def test_a_number_goes_with_the_name_for_it_may_be_given_to_somebody_else():
    assert keyed(entry("Bo", phone="+1 312 555 0142")) == ["+13125550142|bo"]


def test_namesakes_without_address_are_told_apart_by_what_else_is_said():
    first, second, third = keyed(entry("Bo", note="plumber"), entry("Bo", note="baker"), entry("Bo", note="baker"))
    assert first != second == third
    assert keyed(entry("Bo", note="plumber")) == ["name:bo"]


def test_nobody_has_no_key():
    assert keyed(entry("", note="?")) == [""]
