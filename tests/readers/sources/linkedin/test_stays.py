"""Where the owner worked and learnt: who of the connections was there too."""

import pytest

from rapport.formats.facts import DroppedFact, PersonFact, SkippedFact, UnknownFact
from rapport.readers.sources.linkedin import SOURCE
from readers.telling import of, people, told

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBo,Berg,,,{},Plumber,{}\n"
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"
EDUCATION = "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"


def circles(company: str, connected_on: str, *stays: str, schools: str = "") -> tuple[str, ...]:
    files = {
        "Connections.csv": CONNECTIONS.format(company, connected_on),
        "Positions.csv": POSITIONS + "".join(f"{stay}\n" for stay in stays),
        "Education.csv": EDUCATION + schools,
    }
    facts = told(SOURCE, files)
    assert not of(DroppedFact, facts) + of(UnknownFact, facts) + of(SkippedFact, facts)
    return people(facts)["Bo Berg"].circles


@pytest.mark.parametrize(
    ("connected_on", "began", "ended"),
    [
        ("01 Mar 2016", "Jan 2015", "Mar 2018"),
        ("31 Mar 2018", "Jan 2015", "Mar 2018"),
        ("01 Feb 2015", "2015", "2015"),
        ("01 Mar 2010", "Jan 2015", ""),  # both are there today
    ],
)
def test_who_works_where_the_owner_was_when_they_connected_may_be_a_colleague(
    connected_on: str, began: str, ended: str
) -> None:
    found = circles("Harbour Hotel Ltd.", connected_on, f"Harbour Hotel,Manager,,,{began},{ended}")
    assert found == ("Harbour Hotel",)


@pytest.mark.parametrize(
    ("company", "connected_on", "stay"),
    [
        ("Harbour Hotel", "01 Apr 2018", "Harbour Hotel,Manager,,,Jan 2015,Mar 2018"),
        ("Harbour Hotel", "31 Dec 2014", "Harbour Hotel,Manager,,,Jan 2015,Mar 2018"),
        ("Quay Inn", "01 Mar 2016", "Harbour Hotel,Manager,,,Jan 2015,Mar 2018"),
        ("Harbour Hotel", "01 Mar 2016", "Harbour Hotel,Manager,,,,"),
        ("Self-employed", "01 Mar 2016", "Self employed,Coach,,,Jan 2015,"),
        ("", "01 Mar 2016", ",Coach,,,Jan 2015,"),
    ],
)
def test_in_doubt_there_is_no_circle(company: str, connected_on: str, stay: str) -> None:
    assert circles(company, connected_on, stay) == ()


def test_a_teacher_of_the_owner_s_years_at_school() -> None:
    school = "Amaranth College,1998,2004,,BA,\n"
    assert circles("Amaranth College", "01 Jun 2004", schools=school) == ("Amaranth College",)


def test_a_date_that_cannot_be_read_is_told_and_covers_nothing() -> None:
    rows = f"{POSITIONS}Harbour Hotel,Manager,,,Jan 2015,soon\n"
    facts = told(SOURCE, {"Connections.csv": CONNECTIONS.format("Harbour Hotel", "01 Mar 2016"), "Positions.csv": rows})
    assert [fact.where for fact in of(DroppedFact, facts)] == ["Positions.csv:2"]
    assert [person.circles for person in of(PersonFact, facts)] == [()]
