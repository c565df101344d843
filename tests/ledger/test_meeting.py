"""An evening written down in one go."""

from datetime import date
from typing import Any

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.models import ListEntry, Promise
from rapport.people.models import Book, Met, Note, Occasion, Person, Presence, Review
from rapport.ties.models import ContactDay, Interaction

pytestmark = pytest.mark.django_db

WHERE = {"title": "LinkedAmaranth", "place": "Harbour Hall", "on": "2020-11-19", "rows": "11"}


def evening(*names: str, **more: Any) -> dict[str, Any]:
    return {**WHERE, **{f"name-{at}": name for at, name in enumerate(names)}, **more}


def test_eleven_people_are_kept_with_where_they_were_met() -> None:
    ann = cast.ann()
    names = "Sal Moretti/Mei-Ling Chan/Cher/Bo/יעל כהן/Dee Tui/John Adeyemi/Zhanna/Li/Ola".split("/")
    browser = as_member(ann)
    page = words(browser.post("/met/", evening(*names, "X" * 200), follow=True))
    assert "11 people are kept." in page
    assert Person.objects.count() == Presence.objects.count() == 11
    told = ("met at LinkedAmaranth", "2020-11-19", "in_person")
    assert set(Met.objects.values_list("how", "on", "channel")) == {told}
    assert "met at LinkedAmaranth" in words(browser.get("/people/3/"))


def test_one_evening_is_one_meeting_with_many() -> None:
    as_member(cast.ann()).post("/met/", evening("Bo Lindqvist", "Sal Moretti"))
    assert Interaction.objects.get().kind == "meeting"
    assert ContactDay.objects.filter(day=date(2020, 11, 19).toordinal()).count() == 2


def test_the_line_the_words_and_the_follow_up_are_kept() -> None:
    row = {"line-0": "chef at Moretti, opens in May", "words-0": "eventprofs, chefs", "days-0": "3"}
    as_member(cast.ann()).post("/met/", evening("Sal Moretti", **row))
    sal = Person.objects.get()
    assert sal.headline == "chef, Moretti"
    assert Note.objects.get().text == "opens in May"
    assert set(ListEntry.objects.values_list("list__name", flat=True)) == {"eventprofs", "chefs"}
    assert Promise.objects.get().due_on == date(2020, 11, 22)


def test_the_same_name_twice_is_two_people() -> None:
    as_member(cast.ann()).post("/met/", evening("Sal Moretti", "Sal Moretti"))
    assert (Person.objects.count(), Review.objects.count()) == (2, 1)


def test_who_may_be_known_is_asked_about_and_nothing_typed_is_lost() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    browser = as_member(ann)
    page = words(browser.post("/met/", evening("Dee Tui", "Bo Lindqvist", **{"line-0": "from Wellington"})))
    assert "the Bo Lindqvist you know" in page
    assert "from Wellington" in page
    assert Person.objects.count() == 1
    browser.post("/met/", evening("Dee Tui", "Bo Lindqvist", **{"as-1": str(bo.number)}))
    assert Person.objects.count() == 2
    assert Presence.objects.filter(person=bo).exists()


def test_a_pasted_list_fills_the_rows() -> None:
    as_member(cast.ann()).post("/met/", evening("Bo", paste="- Sal Moretti, chef\n- Dee Tui"))
    assert Person.objects.count() == 3


def test_a_family_name_may_come_first() -> None:
    as_member(cast.ann()).post("/met/", evening("Haddad, Rana"))
    assert Person.objects.get().name == "Rana Haddad"


def test_more_rows_keep_what_is_typed() -> None:
    page = words(as_member(cast.ann()).post("/met/", evening("Bo Lindqvist", more="1")))
    assert "Bo Lindqvist" in page
    assert 'name="name-11"' in page
    assert not Person.objects.exists()


def test_the_calendar_offers_where_one_was() -> None:
    ann = cast.ann()
    browser = as_member(ann)
    browser.post("/met/", evening("Bo Lindqvist"))
    browser.post("/met/", {"occasion": Occasion.objects.get().number, "rows": "1", "name-0": "Sal Moretti"})
    assert Occasion.objects.count() == 1
    assert Presence.objects.count() == 2
    assert Met.objects.filter(on="2020-11-19").count() == 2


@pytest.mark.parametrize("wrong", [{"title": ""}, {"on": "2090-01-01"}, {"on": "soon"}])
def test_what_is_missing_is_said_and_nothing_lost(wrong: dict[str, str]) -> None:
    response = as_member(cast.ann()).post("/met/", {**evening("Bo Lindqvist"), **wrong})
    assert response.status_code == 422
    assert "Bo Lindqvist" in words(response)
    assert not Person.objects.exists()


def test_an_occasion_of_another_book_is_not_there() -> None:
    as_member(cast.ann()).post("/met/", evening("Bo Lindqvist"))
    number = Occasion.objects.get().number
    cy = cast.cy()
    assert as_member(cy).get(f"/occasions/{number}/").status_code == 404
    as_member(cy).post("/met/", {"occasion": number, "rows": "1", "name-0": "Sal Moretti"})
    assert not Person.objects.filter(book=Book.of(cy)).exists()
