"""Interests are found in what others wrote and in the owner's notes, and no word of it is kept as evidence."""

from functools import partial

import pytest

from rapport.formats.facts import Party, PersonFact, Remark, TalkFact, Taste, When
from rapport.readers.tasting import own_words, shipped

WHEN = When("2019-03-02T12:00:00+00:00", "second", "utc")
TASTING = shipped()


def tastes(text: str, *directions: str, is_mass: bool = False) -> list[tuple[str, str, Taste]]:
    parties = tuple(Party(f"p{n}", direction) for n, direction in enumerate(directions))
    return list(TASTING.of_talk(TalkFact("1", "message", "facebook", WHEN, parties, text=text, is_mass=is_mass)))


def test_a_topic_in_a_message_is_the_senders():
    (found,) = tastes("Saw two swallowtail butterflies at the pass!", "in")
    assert found == ("p0", "butterflies", Taste("butterflies", "facebook", "facebook message, 2019-03-02", WHEN))


def test_the_subject_of_a_mail_is_the_senders_unless_it_answers():
    mail = partial(TalkFact, "1", "mail", "email", WHEN, (Party("p0", "in"),))
    assert [topic for _, topic, _ in TASTING.of_talk(mail("Lace making, since you asked"))] == ["lace making"]
    assert list(TASTING.of_talk(mail("Re: Lace making, since you asked", "Thank you."))) == []


def test_another_language_leads_to_the_same_topic():
    ((_, topic, taste),) = tastes("Ich sammle Schmetterlinge.", "in")
    assert (topic, taste.word) == ("butterflies", "Schmetterlinge")


@pytest.mark.parametrize("directions", [("out",), ("both",), ("in", "in"), ()])
def test_without_one_sender_nothing_is_found(directions):
    assert tastes("I love butterflies", *directions) == []


def test_mass_mail_tells_nothing_of_its_sender():
    assert tastes("I love butterflies", "in", is_mass=True) == []


def test_what_was_told_in_confidence_is_marked():
    ((_, _, taste),) = tastes("Between us: I collect butterflies.", "in")
    assert taste.is_confided


def test_a_word_of_two_senses_is_kept_as_its_topic():
    found = tastes("My python script imports pandas, I love coding in python", "in")
    assert {topic: taste.word for _, topic, taste in found} == {
        "programming": "coding",
        "python programming": "python programming",
    }


def test_notes_of_the_owner_are_read():
    person = PersonFact("1", "Bo", remarks=(Remark("Breeds orchids, met at the fair"),))
    (taste,) = TASTING.of_remarks(person, "vcard")
    assert (taste.word, taste.platform, taste.evidence) == ("orchids", "vcard", "your note")


@pytest.mark.parametrize(
    "quote",
    [
        "> I love butterflies",
        "On Mon, 6 Jan 2020 at 05:49, Ann <ann@town.example> wrote:\nI love butterflies",
        "Am 6. Januar 2020 schrieb Ann:\nI love butterflies",
        "-----Original Message-----\nI love butterflies",
        "-- \nI love butterflies",
    ],
)
def test_quoted_words_are_not_the_senders(quote):
    assert tastes(f"See you on Friday.\n{quote}", "in") == []


def test_own_words_before_and_between_quotes_stay():
    assert own_words("yes\n> really?\nOn the list today:\nbread") == "yes\nOn the list today:\nbread"
