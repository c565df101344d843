import random

from hypothesis import given
from hypothesis import strategies as st

from rapport.likeness import Record, World, compare, pairs

WORDS = ["Ann", "Bo", "Cy", "Dee", "Mo", "Okafor", "Lindqvist", "Park"]
FULL = [f"{one} {other}" for one in WORDS[:5] for other in WORDS[5:]]


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


def records(**without: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[list[Record]]:
    """Books of up to eight people who have much in common."""
    fields: dict[str, st.SearchStrategy[tuple[str, ...]]] = {
        "emails": some(["info@harbour.example", "ann@okafor.example", "lindqvist@town.example", "bo@harbour.example"]),
        "phones": some(["+441234500001", "+441234500002"]),
        "urls": some(["linkedin:ann-okafor", "linkedin:bo-lindqvist-1a2", "x:annokafor", "bluesky:lindqvist"]),
        "birthdays": some(["1971-06-24", "1971-06-25", "2001-01-30", "--06-24"]),
        "organizations": some(["Harbour Hotel Ltd", "Harbour Hotels"]),
        "localities": some(["Port Amaranth"]),
        "postcodes": some(["2119", "2120"]),
    }
    one = st.builds(
        Record,
        id=st.integers(1, 10_000),
        name=st.sampled_from([*FULL, *WORDS, "", "ann_okafor", "A. Okafor", "Ann & Bo Okafor", "Ann Okafor Jr"]),
        **(fields | without),
    )
    return st.lists(one, max_size=8, unique_by=lambda record: record.id)


NONE = st.just(())


@given(records())
def test_comparing_is_symmetric(book: list[Record]) -> None:
    world = World.of(book)
    assert all(compare(one, other, world) == compare(other, one, world) for one in book for other in book)


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(book: list[Record], rng: random.Random) -> None:
    assert pairs(rng.sample(book, len(book))) == pairs(book)


@given(records(emails=NONE, phones=NONE, urls=NONE))
def test_nothing_is_automatic_without_a_mark(book: list[Record]) -> None:
    assert "automatic" not in {pair.stage for pair in pairs(book)}


@given(records())
def test_a_stranger_changes_nothing_that_is_sure(book: list[Record]) -> None:
    stranger = Record(id=20_000, name="Zhanna Orlova", emails=("zhanna@orlova.example",), phones=("+7999",))
    sure = [pair for pair in pairs(book) if pair.stage == "automatic"]
    assert [pair for pair in pairs([*book, stranger]) if pair.stage == "automatic"] == sure


@given(records())
def test_what_changed_finds_the_same_pairs_as_the_whole_book(book: list[Record]) -> None:
    changed = {record.id for record in book[:2]}
    touching = {(pair.a, pair.b) for pair in pairs(book) if not changed.isdisjoint((pair.a, pair.b))}
    assert {(pair.a, pair.b) for pair in pairs(book, changed=changed)} == touching


@given(records())
def test_who_was_told_apart_is_not_joined_by_any_way(book: list[Record]) -> None:
    apart = [(one.id, other.id) for one, other in zip(book, book[1:], strict=False)]
    found = pairs(book, different=apart)
    root = {record.id: record.id for record in book}
    for pair in found:
        if pair.stage == "automatic":
            kept, gone = root[pair.a], root[pair.b]
            root = {who: kept if of == gone else of for who, of in root.items()}
    assert all(root[a] != root[b] for a, b in apart)


@given(records())
def test_every_pair_says_why_and_its_code_fits_a_column(book: list[Record]) -> None:
    for pair in pairs(book):
        assert pair.a < pair.b
        assert pair.reason
        assert len(pair.code) <= 40
        assert 0 <= pair.weight <= 1


def test_ten_thousand_namesakes_do_not_explode() -> None:
    assert pairs([Record(id=number, name="Alex Kim") for number in range(10_000)]) == []


def test_ten_thousand_copies_of_one_entry_are_chained_to_the_first() -> None:
    book = [Record(id=number, name="Alex Kim", emails=("alex@kim.example",)) for number in range(10_000)]
    found = pairs(book)
    assert len(found) == 9999
    assert {pair.a for pair in found} == {0}


def test_an_empty_book_has_no_pairs() -> None:
    assert pairs([]) == []
