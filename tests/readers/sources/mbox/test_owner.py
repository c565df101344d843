"""Whose mailbox it is: known, told, shown by sent mail, or guessed and asked."""

from dataclasses import replace

from rapport.formats.facts import AskFact, MineFact, TalkFact
from rapport.readers.source import Choices
from readers.sources.mbox.letters import ANN, NOW, facts, letter, mailbox, of

NOBODY = Choices(now=NOW)
ANNS = "Ann Okafor <ann@town.example>"
OUT = {"From": ANNS, "To": "bo@harbour.example", "Message_ID": "<2@town.example>"}


def directions(told) -> list[str]:
    return [party.direction for talk in of(TalkFact, told) for party in talk.parties]


def test_a_known_address_decides_and_nothing_is_asked():
    told = facts(mailbox(letter(), letter(**OUT)))
    assert directions(told) == ["in", "out"]
    assert of(AskFact, told) == []
    assert of(MineFact, told) == [MineFact("email", "ann@town.example")]


def test_sent_mail_shows_the_owner_and_another_address_of_the_owner():
    sent = letter(**OUT | {"From": "Ann Okafor <ann@home.example>"}, X_Gmail_Labels="Sent")
    told = facts(mailbox(letter(), sent))
    assert directions(told) == ["in", "out"]
    assert MineFact("email", "ann@home.example") in told
    assert MineFact("name", "Ann Okafor", is_sure=False) in told


def test_the_sent_folder_shows_the_owner():
    told = facts(mailbox(letter(**OUT)), NOBODY, "Mail/Gesendet.mbox")
    assert directions(told) == ["out"]
    assert of(AskFact, told) == []


def test_an_address_that_mail_was_delivered_to_is_guessed_and_asked():
    told = facts(mailbox(letter(Delivered_To="ann+shop@town.example"), letter(**OUT)), NOBODY)
    assert directions(told) == ["in", "out"]
    assert [(ask.what, ask.guess) for ask in of(AskFact, told)] == [("owner", "ann@town.example")]
    assert MineFact("email", "ann@town.example", is_sure=False) in told


def test_somebody_elses_mailbox_is_asked_about():
    other = {"From": "Dee <dee@far.example>", "To": "Cy <cy@far.example>"}
    told = facts(mailbox(letter(**other), letter(Message_ID="<3@x>", **other)))
    assert [ask.guess for ask in of(AskFact, told)] == ["cy@far.example"]


def test_a_mere_sender_is_no_owner():
    told = facts(mailbox(letter(To=None)), NOBODY)
    assert directions(told) == ["in"]
    assert of(AskFact, told) == []


def test_an_answer_is_taken():
    answered = replace(NOBODY, answers={"owner": "Bo@harbour.example"})
    told = facts(mailbox(letter(Delivered_To="ann@town.example")), answered)
    assert directions(told) == ["out"]
    assert of(AskFact, told) == []


def test_a_tagged_address_is_the_owners_too():
    assert directions(facts(mailbox(letter(**OUT | {"From": "ann+work@town.example"})))) == ["out"]
    assert ANN.mine == {("email", "ann@town.example")}
