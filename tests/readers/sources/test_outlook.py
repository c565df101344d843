from itertools import chain

import pytest

from formats.mutations import dropped, mutated, survived
from rapport.formats.facts import AskFact, Day, DroppedFact, Extra, Home, Job, Kin, NameForm, PersonFact, Taste, When
from rapport.readers.sources.outlook import SOURCE
from rapport.readers.sources.outlook.columns import is_outlook, tables, understood
from readers.telling import CHOICES, of, told

ENGLISH = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Nickname","Company","Department","Job Title",'
    '"Business Street","Business City","Business Country/Region","Home Phone","Business Phone","Mobile Phone",'
    '"Business Fax","Birthday","Anniversary","Categories","Children","E-mail Address","E-mail Type",'
    '"E-mail Display Name","E-mail 2 Address","Hobby","Notes","Priority","Referred By","Spouse","User 1","Web Page"\n'
)
BO = (
    '"Dr","Bo","","Lindqvist","","Bosse","Pipes Inc","Repairs","Plumber","1 Quay St","Port Amaranth","US","",'
    '"(312) 555-0142","+1 312 555 0143","+1 312 555 0144","12/28/1969","0/0/00","Chapter;Friends","Mia; Tim",'
    '"bo@pipes.example","SMTP","Bo (bo@pipes.example)","bo@home.example","Butterflies",'
    '"2016-05-12: chapter breakfast.\nNot a word at the chapter.","Normal","Mo Berg","Ann","seven","pipes.example"\n'
)
GERMAN = (
    '"Anrede";"Vorname";"Nachname";"Firma";"Position";"Straße geschäftlich";"Ort geschäftlich";"Telefon (privat)";'
    '"Mobiltelefon";"E-Mail-Adresse";"E-Mail-Typ";"E-Mail 2: Adresse";"Geburtstag";"Name des/der Vorgesetzten";'
    '"Notizen"\n'
    '"";"Bö";"Lindqvist";"Rohre GmbH";"Klempner";"Hafenstr. 1";"Hamburg";"";"+49 171 1234567";"bo@rohre.example";'
    '"SMTP";'
    '"";"28.12.1969";"Mo";"mag Schmetterlinge"\n'
)


def read(content, **choices):
    return told(SOURCE, {"contacts.csv": content}, **choices)


def test_a_row_tells_everything_in_its_place():
    (bo,) = of(PersonFact, read(ENGLISH + BO))
    assert (bo.key, bo.name) == ("bo@pipes.example", "Dr Bo Lindqvist")
    assert bo.names == (NameForm("Bosse", "nickname"),)
    assert [(handle.platform, handle.handle, handle.context) for handle in bo.handles] == [
        ("email", "bo@pipes.example", ""),
        ("email", "bo@home.example", ""),
        ("phone", "+13125550143", "mobile"),
        ("phone", "+13125550142", "work"),
        ("fax", "+13125550144", "work fax"),
        ("web", "pipes.example", ""),
    ]
    assert bo.jobs == (Job("Pipes Inc", "Plumber", "Repairs"),)
    assert bo.homes == (Home("1 Quay St, Port Amaranth, US", "work", "Port Amaranth", "US"),)
    assert bo.days == (Day("birthday", When("1969-12-28", "day")),)
    assert bo.labels == ("Chapter", "Friends")
    assert bo.extras == (Extra("User 1", "seven"),)


def test_family_hobby_note_and_how_they_met():
    (bo,) = of(PersonFact, read(ENGLISH + BO))
    assert bo.kin == (Kin("spouse", "Ann"), Kin("introduced_by", "Mo Berg"), Kin("child", "Mia"), Kin("child", "Tim"))
    assert bo.met.through == "Mo Berg"
    assert bo.tastes == (Taste("Butterflies", "outlook", "hobby"),)
    assert bo.remarks[0].when == When("2016-05-12", "day")
    assert bo.remarks[0].text.endswith("at the chapter.")


def test_another_language_and_an_older_encoding():
    (bo,) = of(PersonFact, read(GERMAN.encode("cp1252"), zone="Europe/Berlin"))
    assert (bo.name, bo.jobs) == ("Bö Lindqvist", (Job("Rohre GmbH", "Klempner"),))
    assert bo.homes[0].text == "Hafenstr. 1, Hamburg"
    assert bo.days == (Day("birthday", When("1969-12-28", "day")),)
    assert bo.kin == (Kin("manager", "Mo"),)
    assert not bo.extras


@pytest.mark.parametrize("language", sorted(tables()))
def test_every_language_knows_the_columns_that_matter(language):
    meant = set(tables()[language].values())
    wanted = {"first name", "last name", "company", "job title", "e-mail address", "mobile phone", "business phone"}
    assert wanted | {"birthday", "notes", "categories", "referred by", "home city", "hobby"} <= meant


@pytest.mark.parametrize("language", sorted(set(tables()) - {"en"}))
def test_a_heading_is_known_for_its_language(language):
    wanted = ("first name", "last name", "e-mail address", "birthday", "notes", "mobile phone", "categories")
    by_column = {column: form for form, column in reversed(tables()[language].items())}
    titles = [by_column[column] for column in wanted]
    assert set(understood(titles)[1].values()) == set(wanted)
    assert is_outlook(frozenset(titles))


def test_a_file_of_addresses_alone_is_enough():
    facts = read("E-mail Address,E-mail 2 Address,E-mail 3 Address\nbo@pipes.example,bo@home.example,\n")
    assert [handle.handle for handle in of(PersonFact, facts)[0].handles] == ["bo@pipes.example", "bo@home.example"]


def test_days_that_can_be_read_two_ways_are_asked_about():
    facts = read(ENGLISH + BO.replace("12/28/1969", "3/4/1969"))
    assert [(ask.what, ask.guess) for ask in of(AskFact, facts)] == [("day_order", "month first")]
    (bo,) = of(PersonFact, read(ENGLISH + BO.replace("12/28/1969", "3/4/1969"), day_first=True))
    assert bo.days[0].when.text == "1969-04-03"


def test_a_number_that_cannot_be_whole_stays_as_written():
    (bo,) = of(
        PersonFact, read(ENGLISH + BO.replace("(312) 555-0142", "ext. 555 or ask").replace("+1 312 555 0143", "ask"))
    )
    assert ("phone", "ext. 555 or ask") in [(handle.platform, handle.handle) for handle in bo.handles]
    assert Extra("Phone", "ask") in bo.extras


def test_an_entry_of_nobody_is_told():
    facts = read(ENGLISH + '"","","","","","","",""\n' + BO.replace("Bo", ""))
    assert len(of(PersonFact, facts)) == 1
    assert not of(DroppedFact, facts)


def test_tables_of_others_are_left_to_them():
    others = {
        "linkedin.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        "hubspot.csv": "Record ID,First Name,Last Name,Email,Phone Number,Lead Status\n",
        "google.csv": "First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nFirst Name,,"
        "Last Name,,,\n",
        "chamber.csv": "Member,Company,Trade,Joined\n",
    }
    assert SOURCE.takes(dropped(others)) == []


@pytest.mark.parametrize("content", [(ENGLISH + BO).encode(), GERMAN.encode("cp1252")])
def test_no_broken_file_breaks_the_reader(content, times):
    def read(form):
        return SOURCE.read(SOURCE.takes(dropped({"contacts.csv": form})), CHOICES)

    assert survived(read, chain([content], mutated(content, times // 2))) > times // 8


def test_what_a_database_writes_for_nothing_is_nothing_of_a_person():
    row = ",".join("NULL" for _ in ENGLISH.strip().split(","))
    facts = read(ENGLISH + row + "\n" + BO.replace("Pipes Inc", "N/A").replace("Lindqvist", "Null"))
    (bo,) = of(PersonFact, facts)
    assert bo.name == "Dr Bo Null"
    assert bo.jobs == (Job("", "Plumber", "Repairs"),)
    assert [dropped.why for dropped in of(DroppedFact, facts)] == ["an entry without name, address or number"]
