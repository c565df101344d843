"""Pictures with a text beside each."""

from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from rapport.kit.chart import Dot, First, RingWords, bar, rings, spark, years

BO = Dot("Bo Lindqvist", "/people/2/", 5, "Harbour Chapter", is_cold=True)
DEE = Dot("Dee <Wellington>", "/people/4/", 150)


def parsed(drawn: Markup) -> ET.Element:
    return ET.fromstring(f"<all>{drawn}</all>")  # noqa: S314 - drawn here


def test_each_person_in_the_rings_is_a_link_with_a_name() -> None:
    links = parsed(rings([BO, DEE])).findall(".//svg/a")
    assert [link.get("href") for link in links] == ["/people/2/", "/people/4/"]
    assert links[0].findtext("title") == "Bo Lindqvist, Harbour Chapter, it’s been a while"


def test_the_rings_come_as_a_list_too() -> None:
    items = parsed(rings([BO, DEE])).findall(".//details//ul/li/ul/li")
    assert ["".join(item.itertext()) for item in items] == [
        "Bo Lindqvist closest, it’s been a while",
        "Dee <Wellington> familiar",
    ]


def test_those_gone_quiet_are_faded() -> None:
    assert 'class="dot dot-5 is-cold' in rings([BO])
    assert "is-cold" not in rings([DEE])


def test_the_same_people_give_the_same_rings() -> None:
    assert rings([BO, DEE]) == rings([BO, DEE])


def test_two_rings_on_a_page_keep_their_names_apart() -> None:
    names = [element.get("id") for ident in ("all", "work") for element in parsed(rings([BO], None, ident)).iter()]
    given = [name for name in names if name]
    assert len(given) == len(set(given))


def test_people_beyond_the_rings_are_left_out() -> None:
    assert parsed(rings([Dot("Cy Park", "/people/3/", 500)])).findall(".//svg/a") == []


def test_the_rings_speak_the_language_of_the_page() -> None:
    words = RingWords(owner="Du", elsewhere="Anderswo")
    assert "Du" in rings([DEE], words)
    assert "Anderswo" in rings([DEE], words)


def test_a_spark_says_what_it_shows() -> None:
    drawn = parsed(spark([0, 2, 8], "Days in touch")).find("svg")
    assert drawn is not None
    assert drawn.get("aria-label") == "Days in touch"
    assert [rect.get("height") for rect in drawn] == ["1.5", "5.0", "20.0"]


def test_one_day_in_a_quiet_year_does_not_look_like_much() -> None:
    assert 'height="5.0"' in spark([1], "Days in touch")


def test_years_between_are_shown_and_firsts_are_named() -> None:
    drawn = parsed(years({2009: 1, 2012: 4}, [First(2009, "first contact"), First(2012, "in person")], "Days"))
    assert len(drawn.findall(".//svg/rect")) == 4
    assert [item.text for item in drawn.findall(".//li")] == ["2009: first contact", "2012: in person"]


def test_no_years_no_picture() -> None:
    assert years({}, [], "Days") == ""


@pytest.mark.parametrize(("share", "width"), [(0.25, "25.0%"), (-1, "0.0%"), (7, "100.0%")])
def test_a_bar_stays_within_its_line(share: float, width: str) -> None:
    assert f'<rect width="{width}"' in bar(share)


@pytest.mark.parametrize("drawn", [rings([BO, DEE]), spark([1, 2], "x"), bar(0.5, "half"), years({2009: 1}, [], "x")])
def test_pictures_carry_no_style_of_their_own(drawn: Markup) -> None:
    assert "style" not in drawn
