import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.topics import Topics, shipped
from rapport.topics.vocabulary import read


@pytest.fixture(scope="module")
def topics() -> Topics:
    return shipped()


def found(text: str) -> list[str]:
    return [each.topic for each in shipped().find(text)]


def test_the_table_is_sound(topics: Topics) -> None:
    assert 250 <= len(topics.known) <= 450
    assert all(name == name.lower().strip() for name in topics.known)
    assert all(topic.kind for topic in topics.known.values())


def test_a_word_of_two_topics_is_refused() -> None:
    with pytest.raises(ValueError, match="belongs to"):
        read("wine\tfood\tvino\t\t\nvine growing\tnature\tvino\t\t\n")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Bo, plumber, loves butterflies", "butterflies"),
        ("Butterfly Count, Heron Marsh", "butterflies"),
        ("Lepidoptera of the marshes", "butterflies"),
        ("Grows orchids in the bathroom", "orchids"),
        ("plays cornet in a brass band", "brass bands"),
        ("tide-pooling at low water", "tide pools"),
        ("her sourdough starter is called Sal", "sourdough"),
        ("narrow-gauge locomotives", "locomotives"),
        ("#EventProfs", "event management"),
        ("see you there #eventprofs", "event management"),
        ("#BrassBands", "brass bands"),
        ("off to the #tide_pools", "tide pools"),
        ("прекрасные бабочки", "butterflies"),
        ("我喜欢蝴蝶", "butterflies"),
        ("蝶々が好き", "butterflies"),
        ("أحب الفراشات", "butterflies"),
        ("मुझे तितलियाँ पसंद हैं", "butterflies"),
        ("Schmetterlingsfreunde Nord", "butterflies"),
        ("me encantan las mariposas", "butterflies"),
        ("sommerfugler i fjæra", "butterflies"),
        ("féileacáin", "butterflies"),
        ("ORQUÍDEAS", "orchids"),
        ("passionate about marketing", "marketing"),
        ("joined the running club", "running"),
    ],
)
def test_a_topic_is_found_in_what_people_write(text: str, topic: str) -> None:
    assert topic in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "butterflies in my stomach before the talk",
        "a butterfly valve for the boiler",
        "The Monarch Hotel, room 4",
        "Meet at Hotel Mariposa",
        "Orchid Street 9",
        "edits books at Puffin",
        "holiday in Turkey, turkey for dinner",
        "#python",
        "jaguar",
        "running late, sorry",
        "prices rose in June",
        "let's grab a coffee",
        "the plumber comes at nine",
        "quarterly marketing call",
        "she hates golf",
        "he is not into cricket",
        "orchidaceous",
        "\x00\ud800 broken",
    ],
)
def test_other_senses_and_small_talk_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("My python shed its skin today", "snakes"),
        ("learning python to script reports", "python programming"),
        ("restores a Jaguar E-Type", "classic cars"),
        ("saw a jaguar in the pantanal", "big cats"),
        ("a monarch on the milkweed", "butterflies"),
        ("took the ferry out to see a puffin", "puffins"),
    ],
)
def test_context_tells_the_sense(text: str, topic: str) -> None:
    assert found(text)[0] == topic


def test_the_word_and_its_place_are_kept(topics: Topics) -> None:
    (each,) = topics.find("Ann: Brass Bands!")
    assert (each.word, each.start) == ("Brass Bands", 5)


def test_the_longest_phrase_wins(topics: Topics) -> None:
    assert found("model railways") == ["model railways"]


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for each in shipped().find(text):
        assert text[each.start :].startswith(each.word)
    shipped().canonical(text)


def test_synonyms_are_one_topic(topics: Topics) -> None:
    words = ["Lepidoptera", "#butterflies", "butterfly", "Mariposas", "蝴蝶", "الفراشات", "Schmetterlinge"]
    assert {topics.canonical(word) for word in words} == {"butterflies"}
    assert topics.canonical("#TidePools") == topics.canonical("rockpooling") == "tide pools"


def test_unknown_words_are_topics_of_their_own(topics: Topics) -> None:
    assert topics.canonical("Møbius Strips") == "mobius strip"
    assert topics.canonical("  ☂ ") == ""
    assert len(topics.canonical("x" * 4000)) == 120


def test_two_senses_stay_apart(topics: Topics) -> None:
    assert topics.canonical("python") == "python"
    assert topics.canonical("python", near="My python shed its skin #python") == "snakes"
    assert topics.canonical("#python", near="django meetup, bring code #python") == "python programming"
    assert topics.is_ambiguous("Jaguars")
    assert not topics.is_ambiguous("orchids")


def test_the_owner_can_join_two_topics(topics: Topics) -> None:
    joined = topics.joined({"moths": "butterflies", "mobius strip": "mathematics"})
    assert joined.canonical("moth trapping") == "butterflies"
    assert joined.canonical("Möbius strips") == "mathematics"
    assert [each.topic for each in joined.find("moths")] == ["butterflies"]
    assert topics.canonical("moth") == "moths"


def test_joins_in_a_ring_end(topics: Topics) -> None:
    assert topics.joined({"moths": "bats", "bats": "moths"}).canonical("moth") in {"moths", "bats"}


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("lepidoptera", "butterflies"),
        ("butterflys", "butterflies"),
        ("beekeping", "beekeeping"),
        ("astronmy", "astronomy"),
    ],
)
def test_a_near_word_finds_the_topic(word: str, topic: str) -> None:
    assert shipped().near(word, 3)[0].topic == topic


def test_nothing_near_is_nothing(topics: Topics) -> None:
    assert topics.near("🦋") == []
    assert len(topics.near("music", 4)) == 4


def test_kinds(topics: Topics) -> None:
    assert topics.kind("butterflies") == "nature"
    assert topics.kind("plumbing") == "industry"
    assert topics.kind("mobius strip") == ""


def test_a_title_means_what_it_says() -> None:
    assert found("Sailing: two places left") == []
    titled = shipped().find("Sailing: two places left", is_title=True)
    assert [each.topic for each in titled] == ["sailing"]


def test_talking_about_it_is_fondness_but_not_for_work() -> None:
    assert found("told me about sailing on the way") == ["sailing"]
    assert found("told me about plumbing on the way") == []
