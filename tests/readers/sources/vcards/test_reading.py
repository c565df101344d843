"""Whole files: whose card is whose, what is left out, and what a torn file still gives."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from formats.mutations import dropped, mutated, survived
from rapport.formats.facts import AskFact, Fact, MineFact, PersonFact
from rapport.readers.sources.vcards import VCARDS
from readers.sources.vcards.reading_cards import LONDON, card, dropped_from, facts, people, skipped_from

OLD = ("N;QUOTED-PRINTABLE;CHARSET=UTF-8:D=C3=BC;Bo", "TEL;CELL:+442079460018", "NOTE;QUOTED-PRINTABLE:a=0A=", "b")
NEW = ("FN:Dee", "UID:urn:uuid:7", "RELATED;TYPE=friend:urn:uuid:7", "CATEGORIES:a,b", r"NOTE:2016-05-12: x\n")
RICH = (
    card(*OLD, version="2.1")
    + card("FN:Ann Okafor", "EMAIL;TYPE=WORK:ann@town.example", "ADR:;;1 Quay;Harbour;;H1;Albion", "BDAY:1980-02-29")
    + card("FN:Cy", "item1.URL:http\\://cy.example", "item1.X-ABLabel:Blog", "PHOTO;ENCODING=b:/9j/4AAQ", " SkZJRg==")
    + card(*NEW, version="4.0")
    + card("KIND:group", "FN:Choir", "MEMBER:urn:uuid:7", version="4.0")
)


def test_cards_are_known_by_what_is_in_them_not_by_the_name() -> None:
    files: dict[str, bytes | str] = {
        "a.txt": card("FN:Ann"),
        "b.vcf": card("FN:Bo").encode("utf-16"),
        "c.vcf": "rubbish\r\n" + card("FN:Cy"),
        "d.eml": "From: x\r\n\r\n" + card("FN:Dee"),
        "e.vcf": "nothing",
    }
    assert [member.path for member in VCARDS.takes(dropped(files))] == ["a.txt", "b.vcf", "c.vcf"]


def test_keys_are_mail_then_number_then_uid_then_name() -> None:
    text = (
        card("FN:Ann", "TEL:+442079460018", "EMAIL:Ann@Town.example")
        + card("FN:Bo", "TEL:020 7946 0018", "UID:7")
        + card("FN:Cy", "UID:URN:uuid:8")
        + card("FN:Déé")
    )
    assert [fact.key for fact in people(text)] == ["ann@town.example", "+442079460018|bo", "uid:8", "name:dee"]


def test_a_shared_mailbox_is_two_people_in_either_order() -> None:
    ann, bo = card("FN:Ann", "EMAIL:home@town.example"), card("FN:Bo", "EMAIL:home@town.example")
    keys = {fact.key for fact in people(ann + bo)}
    assert keys == {"home@town.example|ann", "home@town.example|bo"} == {fact.key for fact in people(bo + ann)}


def test_the_mailbox_of_an_office_is_never_somebody() -> None:
    assert people(card("FN:Ann", "EMAIL:info@town.example"))[0].key == "info@town.example|ann"


def test_the_same_card_twice_is_one_person_and_namesakes_are_two() -> None:
    same = people(card("FN:Ann", "NOTE:x") * 2)
    assert len({fact.key for fact in same}) == 1
    assert len({fact.key for fact in people(card("FN:Ann", "NOTE:x") + card("FN:Ann", "NOTE:y"))}) == 2


def test_keys_are_unique_over_all_files_of_one_drop() -> None:
    found = people(
        {"a.vcf": card("FN:Ann", "EMAIL:home@town.example"), "b.vcf": card("FN:Bo", "EMAIL:home@town.example")}
    )
    assert len({fact.key for fact in found}) == 2


def test_those_only_written_to_are_left_out_of_googles_superset() -> None:
    text = card("FN:Ann", "CATEGORIES:myContacts") + card("FN:Bo")
    files: dict[str, bytes | str] = {"Takeout/Contacts/All Contacts/All Contacts.vcf": text}
    assert [fact.name for fact in people(files)] == ["Ann"]
    assert skipped_from(files) == ["only written to, not among the contacts"]
    keep = replace(LONDON, answers={"other_contacts": "keep"})
    assert (
        len(people(files, keep))
        == len(people({"mine.vcf": text}))
        == len(people({"All Contacts.vcf": card("FN:Bo")})) + 1
    )


def test_a_group_labels_its_members() -> None:
    text = (
        card("KIND:group", "FN:Choir", "MEMBER:urn:uuid:7", "MEMBER:mailto:bo@town.example", "MEMBER:urn:uuid:9")
        + card("FN:Ann", "UID:7")
        + card("FN:Bo", "EMAIL:bo@town.example")
    )
    labelled = [(fact.name, fact.labels) for fact in people(text) if fact.labels]
    assert labelled == [("Ann", ("Choir",)), ("Bo", ("Choir",))]
    assert skipped_from(text) == ["member of a group that is not in the file"]


def test_a_uid_in_a_relation_is_the_other_cards_name() -> None:
    text = card("FN:Ann", "UID:7", "RELATED;TYPE=friend:urn:uuid:8") + card(
        "FN:Bo", "UID:8", "RELATED;TYPE=friend:urn:uuid:8"
    )
    assert [fact.kin[0].name for fact in people(text)] == ["Bo", "Bo"]


def test_the_owners_own_card_tells_who_the_owner_is() -> None:
    mine = replace(LONDON, mine=frozenset({("email", "ann@town.example"), ("name", "ann")}))
    ann, bo = card("FN:Ann", "EMAIL:Ann@town.example", "TEL:+442079460018"), card("FN:Bo", "EMAIL:ann@town.example")
    found = facts(ann + bo, mine)
    assert [fact.name for fact in found if isinstance(fact, PersonFact)] == ["Bo"]
    assert MineFact("phone", "+442079460018", is_sure=False) in found


def test_letters_that_are_not_utf8_are_asked_about() -> None:
    found = facts(b"BEGIN:VCARD\nFN:Jos\xe9\nEND:VCARD")
    assert [fact.name for fact in found if isinstance(fact, PersonFact)] == ["José"]
    assert [fact.what for fact in found if isinstance(fact, AskFact)] == ["encoding"]
    polish = replace(LONDON, encoding="windows-1250")
    assert people(b"BEGIN:VCARD\nFN:Iksi\xf1ski\nEND:VCARD", polish)[0].name == "Iksiński"


def test_a_torn_file_gives_what_it_has_and_says_what_not() -> None:
    text = "BEGIN:VCARD\nEMAIL:a@town.example\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nFN:lost\n" + card("NOTE:who?")
    assert [fact.name for fact in people(text)] == ["a@town.example", "Bo"]
    assert [where for where, _ in dropped_from(text)] == ["contacts.vcf:1", "contacts.vcf:6", "contacts.vcf:7"]


def test_a_note_of_fifty_megabytes_is_cut_and_said() -> None:
    (found,) = people("BEGIN:VCARD\nFN:Bo\nNOTE:" + "x" * 50_000_000 + "\nEND:VCARD")
    assert len(found.remarks[0].text) == 1_000_000
    assert len(dropped_from("BEGIN:VCARD\nFN:Bo\nNOTE:" + "x" * 5_000_000 + "\nEND:VCARD")) == 1
    assert len(dropped_from("BEGIN:VCARD\nFN:Bo\nNOTE:" + "x" * 1_000_001 + "\nEND:VCARD")) == 1


def test_a_hundred_thousand_folds_are_read() -> None:
    (found,) = people("BEGIN:VCARD\nFN:Bo\nNOTE:" + "x\n " * 100_000 + "\nEND:VCARD")
    assert len(found.remarks[0].text) == 100_000


def test_cards_beyond_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.readers.sources.vcards.reading.MOST_CARDS", 2)
    assert len(people(card("FN:Ann") + card("FN:Bo") + card("FN:Cy"))) == 2


def test_broken_files_give_clean_facts_or_a_refusal(times: int) -> None:
    def read(raw: bytes) -> Iterable[Fact]:
        return VCARDS.read(VCARDS.takes(dropped({"contacts.vcf": raw})), LONDON)

    assert survived(read, mutated(RICH.encode(), times))
