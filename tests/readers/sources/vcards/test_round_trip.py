"""What the book writes as a card, the source reads as the same facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from rapport.formats.decoding import clean, one_line
from rapport.formats.facts import Day, Handle, Home, Job, Kin, Met, NameForm, PersonFact, Remark, Taste, When
from rapport.formats.vcard import Draft
from rapport.kit.vcard.write import write
from readers.sources.vcards.reading_cards import people

EIGHT = (
    Handle("email", "bo@town.example", context="work"),
    Handle("phone", "+442079460018", context="cell"),
    Handle("web", "bo.example/blog", "https://bo.example/blog", "Reef diary"),
    Handle("linkedin", "bo-lindqvist", "https://www.linkedin.com/in/bo-lindqvist"),
    Handle("facebook", "bo.lindqvist", "https://www.facebook.com/bo.lindqvist"),
    Handle("x", "bo_l", "https://x.com/bo_l"),
    Handle("mastodon", "bo@town.example", "https://town.example/@bo"),
    Handle("bluesky", "did:plc:abc", "https://bsky.app/profile/did:plc:abc"),
    Handle("chamber", "member 7"),
)


def written(fact: PersonFact, version: str) -> bytes:
    draft = Draft(fact.name, "urn:uuid:1")
    for said, parts in (
        (draft.named, fact.names),
        (draft.job, fact.jobs),
        (draft.home, fact.homes),
        (draft.kin, fact.kin),
        (draft.field, fact.extras),
    ):
        for part in parts:
            said(*(value for value in astuple(part) if isinstance(value, str)))
    for handle in fact.handles:
        draft.handle(handle.platform, handle.handle, handle.url, handle.context)
    for day in fact.days:
        draft.day(day.kind, day.when.text)
    for remark in fact.remarks:
        draft.note(remark.text, remark.when.text if remark.when else "")
    for taste in fact.tastes:
        draft.taste(taste.word, taste.evidence)
    if fact.met and fact.met.when:
        draft.met(fact.met.how, fact.met.when.text, fact.met.through, fact.met.channel)
    draft.photo(fact.photo)
    draft.labels(fact.labels)
    return write([draft.card()], version)


def read(raw: bytes) -> PersonFact:
    (found,) = people(raw)
    return found


BO = PersonFact(
    "bo@town.example",
    "Bo Lindqvist",
    names=(NameForm("Bosse", "nickname"), NameForm("Bell", "maiden"), NameForm("Bo L.", "former")),
    handles=EIGHT,
    jobs=(Job("Harbour Hotel", "Chef", "Kitchen"), Job("", "Diver"), Job("Reef; Ltd, Inc")),
    homes=(Home("1 Quay St, Harbour, Albion", "home", "Harbour", "Albion"), Home("The boat", "in summer")),
    days=(
        Day("birthday", When("--02-29", "month-day")),
        Day("anniversary", When("2011-06", "month")),
        Day("Moves in", When("2027-05-01", "day")),
    ),
    kin=(Kin("spouse", "Dee"), Kin("introduced_by", "Cy"), Kin("domestic partner", "Mo")),
    remarks=(Remark("2016-05-12: met\nat the fair", When("2016-05-12", "day")), Remark("likes; tea, \\ and")),
    tastes=(Taste("butterflies", "vcard", "interest"), Taste("brass bands", "vcard", "hobby")),
    labels=("Choir", "a, b"),
    met=Met("at the fair", When("2009-05", "month"), "Cy", "in_person"),
    photo=b"\xff\xd8\xff\xe0picture",
)  # fmt: skip


@pytest.mark.parametrize("version", ["4.0", "3.0"])
def test_nothing_is_lost_of_eight_identities_and_all_else(version: str) -> None:
    found = read(written(BO, version))
    for name in PersonFact.__struct_fields__:
        if name != "extras":
            assert getattr(found, name) == getattr(BO, name), name


def test_fields_without_a_name_here_are_given_back_as_they_came() -> None:
    first = read(b'BEGIN:VCARD\nFN:Bo\nN:Lind qvist;Bo;;;\nitem1.X-A;B="c,d":e\\,f\nX-G:1\nUID:urn:uuid:1\nEND:VCARD')
    again = read(written(first, "4.0"))
    assert set(again.extras) == set(first.extras)
    assert {extra.name for extra in first.extras} == {"N", 'item1.X-A;B="c,d"', "X-G", "UID"}


def test_the_parts_of_a_name_stay_while_they_make_up_the_name() -> None:
    draft = Draft("Ludo van der Berg")
    draft.field("N", "van der Berg;Ludo;;;")
    assert b"\r\nN:van der Berg;Ludo;;;\r\n" in write([draft.card()])
    renamed = Draft("Ludo Berger")
    renamed.field("N", "van der Berg;Ludo;;;")
    assert b"\r\nN:Berger;Ludo;;;\r\n" in write([renamed.card()])


def test_no_word_of_the_owners_begins_a_line() -> None:
    draft = Draft("Bo\r\nEMAIL:evil@town.example")
    draft.note("x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:evil")
    draft.field("X-A\r\nFN", "b\r\nc:d")
    draft.handle("web", "x", "https://x.example/\r\nTEL:1", "my\r\nlabel")
    draft.met("x", through='"\r\nTEL:1')
    found = people(write([draft.card()]))
    assert len(found) == 1
    assert not any(handle.platform in {"email", "phone"} for handle in found[0].handles)


WORDS = st.text(max_size=40).map(one_line).filter(bool)


@given(name=WORDS, note=st.text().map(clean).map(str.strip), firm=WORDS, label=WORDS, kin=WORDS)
def test_any_text_comes_back(name: str, note: str, firm: str, label: str, kin: str) -> None:
    fact = PersonFact(
        "",
        name,
        jobs=(Job(firm, "x"),),
        kin=(Kin("friend", kin),),
        labels=(label,),
        remarks=(Remark(note),) if note else (),
    )
    found = read(written(fact, "4.0"))
    assert (found.name, found.jobs, found.kin) == (fact.name, fact.jobs, fact.kin)
    assert "\n".join(remark.text for remark in found.remarks).split() == note.split()
