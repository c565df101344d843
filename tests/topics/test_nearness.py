from rapport.topics.nearness import Nearness


def best(index: Nearness, word: str) -> int:
    return int(index.scores(word).argmax())


def test_spelling_brings_names_near() -> None:
    index = Nearness([["butterflies"], ["buttered toast"], ["flying"]])
    assert best(index, "Butterfly") == 0
    assert best(index, "toasts") == 1


def test_a_synonym_speaks_for_its_name() -> None:
    assert best(Nearness([["butterflies", "lepidoptera"], ["leopards"]]), "lepidopterist") == 0


def test_words_that_stand_for_each_other_are_learnt() -> None:
    names = [
        ["manage staff", "oversee staff"],
        ["manage stock", "oversee stock"],
        ["manage sites", "look after sites"],
        ["paint sites", "colour sites"],
    ]
    assert best(Nearness(names), "oversee sites") == 2


def test_nothing_in_common_is_nothing() -> None:
    assert Nearness([["butterflies"], ["moths"]]).scores("囲碁").max() == 0
    assert len(Nearness([]).scores("moths")) == 0
