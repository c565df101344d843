"""A content line and its parts."""

import pytest

from rapport.kit.contentlines.line import Line, escape, parse, split, texts, unescape


def test_group_name_params_and_value() -> None:
    line = parse('item1.EMAIL;TYPE=home,pref;X-A="a;b:c":ann@town.example')
    assert line == Line("EMAIL", "ann@town.example", (("TYPE", "home,pref"), ("X-A", "a;b:c")), "item1")


def test_bare_params_of_older_cards_are_types() -> None:
    line = parse("TEL;WORK;VOICE;TYPE=pref:1")
    assert line is not None
    assert line.types() == ("work", "voice", "pref")


def test_carets_and_escapes_in_params() -> None:
    assert parse("A;CN=George ^'Babe^' Ruth^nII:x") == Line("A", "x", (("CN", 'George "Babe" Ruth\nII'),))
    assert parse(r"A;CN=Society\: 2014\, Ltd:x") == Line("A", "x", (("CN", "Society: 2014, Ltd"),))


@pytest.mark.parametrize("text", ["", "no colon", ":x", "SUMMARY=test", "A;B", 'A;B="x', "A b:c"])
def test_what_is_no_content_line(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["DTSTART;;VALUE=DATE:20140409", 'A;B="x:20140409', "A;:20140409"])
def test_careless_params_are_forgiven(text: str) -> None:
    line = parse(text)
    assert line is not None
    assert line.value == "20140409"


def test_a_line_of_a_million_params_is_none() -> None:
    assert parse("A" + ";B" * 1_000_000 + ":x") is None
    assert parse("A" + ';=""' * 1_000_000 + ":x") is None


def test_escapes_there_and_back() -> None:
    assert escape("a,b;c\\d\ne") == r"a\,b\;c\\d\ne"
    assert unescape(r"http\://x\,y\N\q") == "http://x,y\n\\q"


def test_parts_keep_what_is_escaped() -> None:
    assert split(r"a\;b;c;", ";") == [r"a\;b", "c", ""]
    assert texts(r"Mo\,X , Bo", ",") == ["Mo,X", "Bo"]
