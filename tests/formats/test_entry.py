from rapport.formats.entry import Entry
from rapport.formats.facts import Extra, Handle, Kin, NameForm, When


def entry(**name):
    made = Entry("US")
    made.call(**name)
    return made


def test_a_name_is_put_together_in_the_order_it_is_said():
    assert entry(prefix="Dr", given="Bo", middle="", family="Lindqvist", suffix="jr").name == "Dr Bo Lindqvist jr"
    assert entry(given="\u7f8e\u73b2", family="\u9673").name == "\u9673\u7f8e\u73b2"
    assert entry(given="Mei-Ling", family="\u9673").name == "Mei-Ling \u9673"


def test_nothing_is_told_twice():
    bo = entry(given="Bo")
    for _ in range(2):
        bo.email("Bo@pipes.example", "work")
        bo.email("bo@pipes.example")
        bo.alias("Bosse", "nickname")
        bo.alias("Bo", "alias")
        bo.label("Chapter")
    fact = bo.fact("bo")
    assert fact.handles == (Handle("email", "Bo@pipes.example", context="work"),)
    assert fact.names == (NameForm("Bosse", "nickname"),)
    assert fact.labels == ("Chapter",)


def test_a_number_is_whole_or_as_written_and_words_are_kept():
    bo = entry(given="Bo")
    bo.phone("(312) 555-0142", "home")
    bo.phone("555 0142", "work")
    bo.phone("+1 312 555 0143", "work fax")
    bo.phone("ask Ann")
    assert [(handle.platform, handle.handle) for handle in bo.handles] == [
        ("phone", "+13125550142"),
        ("phone", "555 0142"),
        ("fax", "+13125550143"),
    ]
    assert bo.fact("bo").extras == (Extra("Phone", "ask Ann"),)


def test_a_link_that_cannot_be_trusted_is_text():
    bo = entry(given="Bo")
    bo.link("javascript:alert(1)")
    assert bo.fact("bo").extras == (Extra("Web page", "javascript:alert(1)"),)


def test_whoever_referred_them_is_how_they_met():
    bo = entry(given="Bo")
    bo.kin("Referred By", "Mo Berg")
    bo.kin("Spouse", "")
    fact = bo.fact("bo")
    assert fact.kin == (Kin("introduced_by", "Mo Berg"),)
    assert fact.met.through == "Mo Berg"


def test_a_note_keeps_every_word_and_takes_its_day():
    bo = entry(given="Bo")
    bo.note("2016-05-12: chapter.\n\nNot a word there.")
    (note,) = bo.fact("bo").remarks
    assert (note.text, note.when) == ("2016-05-12: chapter.\n\nNot a word there.", When("2016-05-12", "day"))
