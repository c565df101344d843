from itertools import chain

from formats.mutations import dropped, mutated, survived
from rapport.formats.facts import Day, DroppedFact, Extra, Home, Job, PersonFact, When
from rapport.readers.sources.thunderbird import SOURCE
from readers.telling import CHOICES, of, told

HEADING = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
    "Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,"
    "Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,"
    "Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes,\n"
)
BO = (
    "Bo,Lindqvist,Bo Lindqvist,Bosse,bo@pipes.example,bo@home.example,bo99,+1 312 555 0142,,,,,1 Quay St,,Port "
    "Amaranth,"
    ",,US,,,,,,,Plumber,,Pipes Inc,https://pipes.example,,1969,12,28,seven,,,,Loves butterflies,\n"
)


def read(content):
    return told(SOURCE, {"Personal Address Book.csv": content})


def test_a_row_is_a_person():
    (bo,) = of(PersonFact, read(HEADING + BO))
    assert (bo.key, bo.name) == ("bo@pipes.example", "Bo Lindqvist")
    assert [handle.platform for handle in bo.handles] == ["email", "email", "phone", "web", "im"]
    assert bo.jobs == (Job("Pipes Inc", "Plumber"),)
    assert bo.homes == (Home("1 Quay St, Port Amaranth, US", "home", "Port Amaranth", "US"),)
    assert bo.days == (Day("birthday", When("1969-12-28", "day")),)
    assert bo.extras == (Extra("Custom 1", "seven"),)
    assert bo.remarks[0].text == "Loves butterflies"


def test_a_birthday_may_lack_its_year_or_be_wrong():
    facts = read(HEADING + BO.replace("1969,12,28", ",3,7") + BO.replace("1969,12,28", "1969,13,28"))
    first, second = of(PersonFact, facts)
    assert first.days == (Day("birthday", When("--03-07", "month-day")),)
    assert second.days == ()
    assert of(DroppedFact, facts) == [DroppedFact("Personal Address Book.csv:3", "there is no such date")]


def test_no_broken_file_breaks_the_reader(times):
    def read(form):
        return SOURCE.read(SOURCE.takes(dropped({"a.csv": form})), CHOICES)

    whole = (HEADING + BO).encode()
    assert survived(read, chain([whole], mutated(whole, times // 4))) > times // 16
