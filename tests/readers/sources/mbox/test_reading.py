"""Who wrote to whom, and when; what no person wrote to another is counted and left out."""

from dataclasses import replace

import pytest

from formats.mutations import dropped, member, mutated, survived
from rapport.formats.facts import DroppedFact, Handle, Party, PersonFact, SkippedFact, TalkFact, When
from rapport.readers.sources.mbox import SOURCE
from readers.sources.mbox.letters import ANN, facts, letter, mailbox, of

TO_BO = {"From": "Ann <ann@town.example>", "To": "Bo L <Bo@harbour.example>", "Message_ID": "<2@town.example>"}


def skipped(raw: bytes, path: str = "All mail.mbox") -> list[str]:
    told = facts(raw, path=path)
    assert of(PersonFact, told) == of(TalkFact, told) == []
    return [fact.why for fact in of(SkippedFact, told)]


def test_a_mail_is_a_talk_with_its_sender():
    told = facts(mailbox(letter("See you at nine.", Subject="=?utf-8?Q?Caf=C3=A9?=")))
    assert of(TalkFact, told) == [
        TalkFact(
            "<1@harbour.example>", "mail", "email", When("2020-01-06T05:49:45+01:00", "second", "offset"),
            (Party("email:bo@harbour.example", "in"),), "Café", "See you at nine.",
        )
    ]  # fmt: skip


def test_a_sender_is_faint_until_the_owner_writes():
    told = of(PersonFact, facts(mailbox(letter(), letter(**TO_BO), letter(Message_ID="<3@x>"))))
    handle = (Handle("email", "bo@harbour.example"),)
    assert told == [
        PersonFact("email:bo@harbour.example", "Bo Lindqvist", handles=handle, is_faint=True),
        PersonFact("email:bo@harbour.example", "Bo L", handles=handle),
    ]


def test_everybody_the_owner_writes_to_is_a_party():
    raw = mailbox(letter(**TO_BO | {"To": "bo@x.example, Ann <ann@town.example>", "Cc": "Cy <cy@x.example>"}))
    (talk,) = of(TalkFact, facts(raw))
    assert talk.parties == (Party("email:bo@x.example", "out"), Party("email:cy@x.example", "out"))


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"X_Gmail_Labels": "Inbox,Spam"}, "spam"),
        ({"X_Gmail_Labels": "=?UTF-8?Q?Papierkorb,Ge=C3=B6ffnet?="}, "trash"),
        ({"X_Gmail_Labels": "=?UTF-8?Q?Kategorie:_=22Werbung=22?="}, "promotions"),
        ({"X_Gmail_Labels": "Drafts"}, "drafts"),
        ({"X_Gmail_Labels": "Chat", "From": None}, "chat entries in the mailbox"),
        ({"X_Mozilla_Status": "0009"}, "trash"),
        ({"List_Id": "<chapter.town.example>"}, "newsletters and mailing lists"),
        ({"List_Unsubscribe": "<https://x.example>"}, "newsletters and mailing lists"),
        ({"Precedence": "Bulk"}, "newsletters and mailing lists"),
        ({"Auto_Submitted": "auto-replied (vacation)"}, "automatic mail"),
        ({"Return_Path": "<>"}, "automatic mail"),
        ({"Content_Type": "multipart/report; boundary=x"}, "automatic mail"),
        ({"From": "Shop <no-reply@shop.example>"}, "automatic mail"),
        ({"From": "comments-noreply@docs.example"}, "automatic mail"),
        ({"From": "MAILER-DAEMON@x.example"}, "automatic mail"),
        ({"From": "root@web1.local"}, "automatic mail"),
        ({"From": "ann@town.example"}, "mails to yourself, to lists and to robots"),
        ({"Cc": ", ".join(f"a{n}@x.example" for n in range(50))}, "mails to more than 50 people"),
    ],
)
def test_what_no_person_wrote_to_the_owner_is_counted_only(headers, why):
    assert skipped(mailbox(letter(**headers))) == [why]


@pytest.mark.parametrize("headers", [{"Auto_Submitted": "no"}, {"X_Mozilla_Status": "0001"}, {"Precedence": "normal"}])
def test_ordinary_mail_passes(headers):
    assert len(of(TalkFact, facts(mailbox(letter(**headers))))) == 1


@pytest.mark.parametrize("path", ["Spam.mbox", "Mail/Junk.mbox", "Deleted Messages.mbox/mbox"])
def test_a_whole_folder_may_be_left_out(path):
    assert len(skipped(mailbox(letter()), path)) == 1


def test_fifty_people_are_still_people():
    everybody = ", ".join(f"a{n}@x.example" for n in range(50))
    (talk,) = of(TalkFact, facts(mailbox(letter(**TO_BO | {"To": everybody}))))
    assert len(talk.parties) == 50


def test_a_mailing_list_is_nobody():
    post = letter(List_Post="<mailto:chapter@town.example>", List_Id="<x>")
    told = facts(mailbox(post, letter(**TO_BO | {"To": "chapter@town.example, bo@harbour.example"})))
    assert [party.key for talk in of(TalkFact, told) for party in talk.parties] == ["email:bo@harbour.example"]


def test_a_mail_without_number_has_a_key_of_its_own():
    twice = facts(mailbox(letter(Message_ID=None), letter(Message_ID=None), letter(Message_ID=None, Subject="x")))
    keys = [talk.key for talk in of(TalkFact, twice)]
    assert keys[0] == keys[1] != keys[2]
    assert len(keys[0]) == 40


def test_a_wrong_date_is_counted_and_the_mail_kept():
    told = facts(mailbox(letter(Date="Thu, 01 Jan 1970 00:00:00 +0000")))
    assert of(DroppedFact, told) == [DroppedFact("All mail.mbox, byte 0", "date out of range")]
    assert len(of(TalkFact, told)) == 1


def test_a_mail_without_sender_is_dropped():
    assert of(DroppedFact, facts(mailbox(letter(From=None)))) == [DroppedFact("All mail.mbox, byte 0", "no sender")]


def test_what_the_owner_wrote_is_read_only_to_be_kept():
    raw = mailbox(letter("secret", **TO_BO))
    assert [talk.text for talk in of(TalkFact, facts(raw))] == [""]
    assert [talk.text for talk in of(TalkFact, facts(raw, replace(ANN, keep_text=True)))] == ["secret"]


def test_single_mails_are_read_too():
    raw = letter().encode()
    apple = f"{len(raw)}\n".encode() + raw
    assert len(of(TalkFact, facts(raw, path="a.eml"))) == len(of(TalkFact, facts(apple, path="a.emlx"))) == 1


def test_mailboxes_are_known_by_content_and_single_mails_by_both():
    files = {
        "Inbox": mailbox(letter()), "a.txt": b"\n" + mailbox(letter()), "a.eml": letter(), "b.eml": "This is no mail.",
        "c.mbox": "Subject: x\n\nbody", "notes.txt": letter(), "d.txt": "From here on it is easy.\n",
    }  # fmt: skip
    assert [taken.path for taken in SOURCE.takes(dropped(files))] == ["Inbox", "a.txt", "a.eml"]


def test_nested_parts_are_not_looked_into():
    body = "\n".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n' for n in range(3000))
    told = facts(mailbox(letter(body, Content_Type='multipart/mixed; boundary="b0"')))
    assert [talk.text for talk in of(TalkFact, told)] == [""]


def test_twenty_thousand_recipients_are_a_broadcast():
    everybody = ", ".join(f"a{n} <a{n}@x.example>" for n in range(20_000))
    assert skipped(mailbox(letter(To=everybody))) == ["mails to more than 50 people"]


def test_ten_thousand_folds_and_lying_charsets_are_borne():
    folded = "x\n " * 10_000
    told = facts(mailbox(letter(Subject=folded, Content_Type="text/plain; charset=utf-7;charset=x")))
    assert len(of(TalkFact, told)) == 1


def test_reading_goes_on_at_a_mark():
    raw = mailbox(*(letter(Message_ID=f"<{n}@x>") for n in range(4)))
    marks: list[int] = []
    whole = member("a.mbox", raw)
    every = [fact for fact in SOURCE.read([replace(whole, mark=marks.append)], ANN) if isinstance(fact, TalkFact)]
    rest = SOURCE.read([replace(whole, begin=marks[1])], ANN)
    assert of(TalkFact, rest) == every[2:]
    assert of(TalkFact, SOURCE.read([replace(whole, begin=marks[3])], ANN)) == []


def test_broken_mailboxes_are_survived(times):
    seed = mailbox(
        letter("I love butterflies", Subject="=?utf-8?Q?Caf=C3=A9?=", X_Gmail_Labels="=?UTF-8?Q?Envoy=C3=A9?="),
        letter(**TO_BO | {"Cc": '"Li, Bo" <b@y.example>, Group: a@x.example;'}),
        letter("R3LDvMOfZQ==", Content_Type="text/plain; charset=utf-8", Content_Transfer_Encoding="base64"),
    )
    assert survived(facts, mutated(seed, times)) > times
