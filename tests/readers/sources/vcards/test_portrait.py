"""What one card tells of one person."""

import base64

import pytest

from rapport.formats.facts import Day, Extra, Handle, Home, Job, Kin, NameForm, Remark, Taste, When
from readers.sources.vcards.reading_cards import card, dropped_from, person, skipped_from

JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 20


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ann Okafor", "N:X;Y;;;"], "Ann Okafor"),
        (["FN:", "N:Okafor;Ann;Mary,Jo;Dr.;MBA"], "Dr. Ann Mary Jo Okafor MBA"),
        (["FN:", "N:;;;;", "NICKNAME:Annie"], "Annie"),
        (["ORG:Harbour Hotel;Kitchen"], "Harbour Hotel"),
        (["EMAIL:ann@town.example"], "ann@town.example"),
        (["TEL:+44 20 7946 0018"], "+44 20 7946 0018"),
        (["FN:Ann  \u202eOkafor\u200b"], "Ann Okafor"),
    ],
)
def test_the_name_or_what_stands_for_it(lines: list[str], name: str) -> None:
    assert person(*lines).name == name


def test_other_names() -> None:
    found = person("FN:Ann", "FN:Anne", "NICKNAME:An,Nan", "X-MAIDENNAME:Bell", "X-PHONETIC-FIRST-NAME:En")
    assert found.names == (
        NameForm("An", "nickname"),
        NameForm("Nan", "nickname"),
        NameForm("Bell", "maiden"),
        NameForm("En", "phonetic"),
        NameForm("Anne", "alias"),
    )


def test_ways_with_what_the_owner_calls_them() -> None:
    found = person(
        "FN:Bo",
        "EMAIL;TYPE=INTERNET,WORK:Bo@Town.Example",
        "TEL;TYPE=CELL:020 7946 0018",
        "TEL;TYPE=WORK;TYPE=FAX:+442079460019",
        "item1.URL:http\\://www.bo.example/blog",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        "item2.TEL:ask at the bar",
    )
    assert found.handles == (
        Handle("email", "Bo@town.example", context="work"),
        Handle("phone", "+442079460018", context="cell"),
        Handle("fax", "+442079460019", context="work"),
        Handle("web", "bo.example/blog", "http://www.bo.example/blog", "homepage"),
    )
    assert found.extras == (Extra("item2.TEL", "ask at the bar"),)


def test_messengers_and_profiles() -> None:
    found = person(
        "FN:Bo",
        "IMPP;X-SERVICE-TYPE=Jabber:xmpp:bo@chat.example",
        "X-AIM:bo1",
        "X-SOCIALPROFILE;type=twitter;x-user=bo_l:http://twitter.com/bo_l",
        "SOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME=@bo@town.example:https://town.example/@bo",
        "X-SOCIALPROFILE;type=club;x-user=bo:x-apple:bo",
    )
    assert [(handle.platform, handle.handle) for handle in found.handles] == [
        ("xmpp", "bo@chat.example"),
        ("mastodon", "bo@town.example"),
        ("x", "bo_l"),
        ("club", "bo"),
        ("aim", "bo1"),
    ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
@pytest.mark.parametrize("name", ["URL", "IMPP", "X-SOCIALPROFILE;type=x"])
def test_links_of_other_kinds_are_left_out(name: str, url: str) -> None:
    found = person("FN:Bo", f"{name}:{url}")
    assert (found.handles, found.extras) == ((), ())
    assert skipped_from(card("FN:Bo", f"{name}:{url}")) == ["link that is not a web address"]


def test_jobs_pair_by_group_then_by_order() -> None:
    found = person("FN:Bo", "ORG:Harbour Hotel;Kitchen;Pastry", "g.ORG:Reef", "g.TITLE:Diver", "TITLE:Chef")
    assert found.jobs == (Job("Harbour Hotel", "Chef", "Kitchen, Pastry"), Job("Reef", "Diver"))


def test_a_firm_is_not_employed_by_itself() -> None:
    assert person("FN:Reef Ltd", "ORG:Reef Ltd;", "X-ABShowAs:COMPANY").jobs == ()


def test_an_address_is_one_readable_line_with_its_town() -> None:
    found = person("FN:Bo", r"ADR;TYPE=HOME:;;1 Quay St\nFlat 2;Harbour;;H1 1AA;Albion")
    assert found.homes == (Home("1 Quay St Flat 2, Harbour, H1 1AA, Albion", "home", "Harbour", "Albion"),)


def test_days_of_every_shape() -> None:
    found = person("FN:Bo", "BDAY:--0412", "X-MS-ANNIVERSARY:20110113", "i.X-ABDATE:2027-05-01", "i.X-ABLabel:Moves in")
    assert found.days == (
        Day("birthday", When("--04-12", "month-day")),
        Day("anniversary", When("2011-01-13", "day")),
        Day("Moves in", When("2027-05-01", "day")),
    )


def test_a_birth_to_come_is_dropped_and_a_worded_one_kept() -> None:
    text = card("FN:Bo", "BDAY:2030-01-01", "BDAY;VALUE=text:circa 1970")
    assert dropped_from(text) == [("contacts.vcf:1", "date out of range")]
    assert person("FN:Bo", "BDAY;VALUE=text:circa 1970").extras == (Extra("BDAY;VALUE=text", "circa 1970"),)


def test_relations_of_every_dialect() -> None:
    found = person(
        "FN:Bo",
        "i.X-ABRELATEDNAMES:Dee",
        "i.X-ABLabel:_$!<Spouse>!$_",
        "j.X-ABRELATEDNAMES:Cy",
        "j.X-ABLabel:REFERRED_BY",
        "X-EVOLUTION-ASSISTANT:Mo",
        "RELATED;TYPE=friend;VALUE=text:Ann",
        r"AGENT:BEGIN:VCARD\nFN:Susan\nEND:VCARD\n",
    )
    assert found.kin == (
        Kin("spouse", "Dee"),
        Kin("introduced_by", "Cy"),
        Kin("assistant", "Mo"),
        Kin("assistant", "Susan"),
        Kin("friend", "Ann"),
    )


def test_a_note_stays_whole_and_its_day_is_known() -> None:
    found = person("FN:Bo", r"NOTE:2016-05-12: met at the fair\nlikes tide pools")
    assert found.remarks == (Remark("2016-05-12: met at the fair\nlikes tide pools", When("2016-05-12", "day")),)


def test_a_diary_in_a_note_is_several_remarks() -> None:
    found = person("FN:Bo", r"NOTE:2016-05-12: met\n\n2017-01-02: called\nback")
    assert [remark.text for remark in found.remarks] == ["2016-05-12: met", "2017-01-02: called\nback"]


def test_interests_labels_and_what_has_no_name_here() -> None:
    found = person(
        "FN:Bo", "HOBBY;LEVEL=high:butterflies", "CATEGORIES:myContacts,Chess", 'X-NEW;A="b;c":d\\,e', version="4.0"
    )
    assert found.tastes == (Taste("butterflies", "vcard", "hobby"),)
    assert found.labels == ("Chess",)
    assert found.extras == (Extra('X-NEW;A="b;c"', "d\\,e"),)


def test_a_picture_is_kept_and_never_fetched() -> None:
    text = base64.b64encode(JPEG).decode()
    found = person("FN:Bo", "PHOTO:https://town.example/bo.jpg", f"PHOTO;ENCODING=b;TYPE=JPEG:{text}")
    assert found.photo == JPEG
    assert found.extras == (Extra("PHOTO", "https://town.example/bo.jpg"),)


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (JPEG * 90_000, "photo over 2 MB"),
        (JPEG * 1_000_000, "photo over 2 MB"),
        (b"<html>", "photo that is no picture"),
    ],
)
def test_a_photo_that_is_too_big_or_none_leaves_the_person(picture: bytes, why: str) -> None:
    text = card("FN:Bo", f"PHOTO;ENCODING=b:{base64.b64encode(picture).decode()}")
    assert skipped_from(text) == [why]
    assert dropped_from(text) == []
