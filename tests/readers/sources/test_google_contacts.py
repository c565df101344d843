from itertools import chain

import pytest

from formats.mutations import dropped, mutated, survived
from rapport.formats.facts import Day, DroppedFact, Extra, Handle, Job, Kin, MineFact, PersonFact, SkippedFact, When
from rapport.readers.addressbook import NOBODY
from rapport.readers.sources.google_contacts import ONLY_WRITTEN_TO, SOURCE
from readers.telling import CHOICES, of, people, told

OLD = (
    "Name,Given Name,Additional Name,Family Name,Given Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Nickname,"
    "Maiden Name,Birthday,Occupation,Hobby,Notes,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 "
    "- Type,"
    "Phone 1 - Value,IM 1 - Type,IM 1 - Service,IM 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - City,"
    "Address 1 - Country,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Relation 1 - Type,"
    "Relation 1 - Value,Website 1 - Type,Website 1 - Value,Event 1 - Type,Event 1 - Value,Custom Field 1 - Type,"
    "Custom Field 1 - Value\n"
)
BRIGID = (
    "Brigid O'Daly,Brigid,,O'Daly,Brigid,Odeili,,,Bri,Ní Dhálaigh,--03-07,Warden,\"Butterflies, tide pools\","
    '"2016-05-12: met at the Breakfast.\nSings.",https://photo.example/1,* myContacts ::: Chamber ::: * Friends,* Work,'
    "brigid@harbour.example ::: events@harbour.example,Mobile,'+1 312 555 0142,* Other,Google Talk,"
    "bri@talk.example,Home,"
    '"1 Quay St\nPort Amaranth",Port Amaranth,US,,Harbour Hotels ::: Chamber,Director ::: Treasurer,Referred by,'
    "Mo Berg,"
    "* Blog,https://www.linkedin.com/in/brigid,Anniversary,2009-06-01,Table,Seven\n"
)
NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
)


def read(content, **choices):
    return told(SOURCE, {"contacts.csv": content}, **choices)


def new(first="Bo", last="Berg", labels="* myContacts", email="bo@pipes.example", phone="", **cells):
    organization, birthday = cells.get("organization", ""), cells.get("birthday", "")
    return f"{first},,{last},,,,,,,,{organization},Plumber,Repairs,{birthday},,,{labels},* Home,{email},Work,{phone}\n"


def test_the_old_form_tells_everything():
    (brigid,) = of(PersonFact, read(OLD + BRIGID))
    assert (brigid.key, brigid.name) == ("brigid@harbour.example", "Brigid O'Daly")
    assert [(form.text, form.kind) for form in brigid.names] == [
        ("Bri", "nickname"),
        ("Brigid Ní Dhálaigh", "maiden"),
        ("Brigid Odeili", "phonetic"),
    ]
    assert brigid.handles == (
        Handle("email", "brigid@harbour.example", context="work"),
        Handle("email", "events@harbour.example", context="work"),
        Handle("gtalk", "bri@talk.example", context="other"),
        Handle("phone", "+13125550142", context="mobile"),
        Handle("linkedin", "brigid", "https://www.linkedin.com/in/brigid", "blog"),
    )
    assert brigid.jobs == (Job("Harbour Hotels", "Director"), Job("Chamber", "Treasurer"))
    assert brigid.days == (Day("anniversary", When("2009-06-01", "day")), Day("birthday", When("--03-07", "month-day")))
    assert brigid.labels == ("Chamber", "Friends")
    assert [taste.word for taste in brigid.tastes] == ["Butterflies", "tide pools"]


def test_a_note_is_whole_and_has_its_day():
    (brigid,) = of(PersonFact, read(OLD + BRIGID))
    (note,) = brigid.remarks
    assert note.text == "2016-05-12: met at the Breakfast.\nSings."
    assert note.when == When("2016-05-12", "day")


def test_whoever_referred_is_how_they_met():
    (brigid,) = of(PersonFact, read(OLD + BRIGID))
    assert brigid.kin == (Kin("introduced_by", "Mo Berg"),)
    assert brigid.met.through == "Mo Berg"


def test_what_has_no_name_here_is_kept_as_it_came():
    (brigid,) = of(PersonFact, read(OLD + BRIGID))
    assert brigid.extras == (Extra("table", "Seven"), Extra("Occupation", "Warden"))
    assert brigid.homes[0].text == "1 Quay St, Port Amaranth"
    assert brigid.homes[0].locality == "Port Amaranth"


def test_the_new_form_and_utf16_are_read():
    content = (NEW + new(birthday="1987-10-06", organization="Pipes Inc")).encode("utf-16")
    (bo,) = of(PersonFact, read(content))
    assert (bo.name, bo.jobs) == ("Bo Berg", (Job("Pipes Inc", "Plumber", "Repairs"),))
    assert bo.days == (Day("birthday", When("1987-10-06", "day")),)
    assert bo.handles[0].context == "home"


def test_a_name_in_han_has_the_family_first():
    assert "陳美玲" in people(read(NEW + new("美玲", "陳")))


def test_any_number_of_addresses_in_any_order_is_read():
    heading = NEW.strip() + ",E-mail 12 - Label,E-mail 12 - Value\n"
    (bo,) = of(PersonFact, read(heading + new().strip() + ",Boat,bo@boat.example\n"))
    assert [handle.handle for handle in bo.handles] == ["bo@pipes.example", "bo@boat.example"]


def test_two_people_of_one_address_stay_two():
    facts = read(NEW + new("Bo", email="we@home.example") + new("Ann", email="we@home.example") + new("Cy"))
    assert [person.key for person in of(PersonFact, facts)] == [
        "we@home.example|bo berg",
        "we@home.example|ann berg",
        "bo@pipes.example",
    ]


def test_the_same_entry_twice_is_one_key():
    assert len({person.key for person in of(PersonFact, read(NEW + new() * 2))}) == 1


def test_without_address_the_number_and_the_name_are_the_key():
    facts = read(NEW + new(email="", phone="+1 312 555 0142") + new("Cy", email="") + new("", "", email=""))
    assert [person.key for person in of(PersonFact, facts)] == ["+13125550142|bo berg", "name:cy berg"]
    assert of(DroppedFact, facts) == [DroppedFact("contacts.csv:4", NOBODY)]


def test_whom_one_only_wrote_to_is_left_out_unless_wanted():
    content = NEW + new() + new("Cy", labels="", email="cy@x.example")
    assert [person.name for person in of(PersonFact, read(content))] == ["Bo Berg"]
    assert SkippedFact(ONLY_WRITTEN_TO) in read(content)
    assert len(of(PersonFact, read(content, answers={"other_contacts": "keep"}))) == 2
    assert len(of(PersonFact, read(NEW + new(labels="")))) == 1


def test_the_owners_own_entry_tells_the_owners_addresses():
    mine = frozenset({("email", "bo@pipes.example"), ("name", "bo berg")})
    facts = read(NEW + new(phone="+1 312 555 0142"), mine=mine)
    assert not of(PersonFact, facts)
    assert of(MineFact, facts)[-1] == MineFact("phone", "+13125550142", is_sure=False)


def test_a_bad_birthday_costs_only_itself():
    facts = read(NEW + new(birthday="1987-13-45"))
    assert of(DroppedFact, facts) == [DroppedFact("contacts.csv:2", "there is no such date")]
    assert of(PersonFact, facts)[0].days == ()


def test_other_tables_are_not_googles():
    heading = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    assert not SOURCE.takes(dropped({"Connections.csv": heading}))


@pytest.mark.parametrize("content", [OLD + BRIGID, NEW + new() + new("Cy", labels="")])
def test_no_broken_file_breaks_the_reader(content, times):
    def read(form):
        from_door = dropped({"contacts.csv": form})
        return SOURCE.read(SOURCE.takes(from_door), CHOICES)

    whole = content.encode()
    assert survived(read, chain([whole], mutated(whole, times // 2))) > times // 8


def test_an_address_without_any_name_is_not_called_null():
    facts = read(NEW + new(first="NULL", last="NULL") + new(first="none", last="-", email="") + new("Anna", "Null"))
    assert [person.name for person in of(PersonFact, facts)] == ["", "Anna Null"]
    assert len(of(DroppedFact, facts)) == 1
