import random
import string

from rapport.likeness import Record, pairs

GIVEN = "ann bo cyrus deidre moses helen jurgen salvatore brigid oystein rana zhanna nadia rajesh william".split()
FAMILY = "okafor lindqvist park moreau adeyemi haddad orlova braten keane moretti sharma schuster ferreira".split()
STREETS = "harbour chapel orchard lighthouse quarry meadow station mill".split()


def town(size: int, rng: random.Random) -> list[Record]:
    return [
        Record(
            id=number,
            given=rng.choice(GIVEN),
            family=rng.choice(FAMILY) + rng.choice(string.ascii_lowercase),
            birthdays=(f"{rng.randint(1940, 2004)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",),
            addresses=(f"{rng.randint(1, 200)} {rng.choice(STREETS)} street",),
            postcodes=(str(rng.randint(2000, 2400)),),
        )
        for number in range(size)
    ]


def slipped(record: Record, number: int, rng: random.Random) -> Record:
    """The same person, badly typed: a letter lost in the family name, and one field wrong or missing."""
    at = rng.randrange(1, len(record.family) - 1)
    year, month, day = record.birthdays[0].split("-")
    wrong = rng.choice(
        [
            {"given": record.family, "family": record.given},
            {"birthdays": (f"{year}-{day}-{month}",), "family": record.family[:at] + record.family[at + 1 :]},
            {"birthdays": (), "family": record.family[:at] + record.family[at + 1 :]},
            {"addresses": (), "postcodes": ()},
        ]
    )
    kept = {field: getattr(record, field) for field in ("given", "family", "birthdays", "addresses", "postcodes")}
    return Record(id=number, **(kept | wrong))


def test_badly_typed_records_find_each_other_and_nobody_else() -> None:
    rng = random.Random(7)  # noqa: S311
    people = town(300, rng)
    copies = [slipped(people[number], 300 + number, rng) for number in range(150)]
    likely = [(pair.a, pair.b) for pair in pairs([*people, *copies]) if pair.weight >= 0.9]
    assert all(b - a == 300 for a, b in likely)
    assert len(likely) >= 140


def household(*people: Record) -> list[str]:
    """What is said of them in a town of strangers."""
    found = pairs([*people, *town(200, random.Random(3))])  # noqa: S311
    return [pair.stage for pair in found if pair.b >= 1000]


def at_home(number: int, given: str, birthday: str) -> Record:
    home = {"addresses": ("7 quay street",), "postcodes": ("2500",)}
    return Record(id=number, given=given, family="okafor", birthdays=(birthday,), **home)


def test_a_couple_shares_all_but_what_is_their_own() -> None:
    assert household(at_home(1000, "ann", "1971-06-24"), at_home(1001, "tobias", "1968-01-02")) == []


def test_twins_are_never_one_click() -> None:
    assert household(at_home(1000, "ann", "1971-06-24"), at_home(1001, "tobias", "1971-06-24")) in ([], ["asked"])


def test_father_and_son_of_one_name_and_house_are_never_one_click() -> None:
    assert household(at_home(1000, "john", "1950-02-03"), at_home(1001, "john", "1980-11-27")) in ([], ["asked"])


def test_names_and_places_alone_are_not_weighed() -> None:
    book = [
        Record(1, "Ann Okafor", localities=("Port Amaranth",)),
        Record(2, "Bo Okafor", localities=("Port Amaranth",)),
    ]
    assert pairs(book) == []
