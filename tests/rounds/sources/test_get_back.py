from datetime import date

import pytest

import cast
from rapport.people.gathering import occasion_named, was_there
from rapport.people.models import Book, Interest
from rapport.ties.rest import rest, set_cadence
from rapport.ties.roles import give, set_role_cadence
from rounds.morning import TODAY, card, kinds, talked

pytestmark = pytest.mark.django_db
JUNE = range(150, 400, 7)


def test_most_weeks_until_june_and_her_cafe_opens_on_monday() -> None:
    ann = cast.ann()
    mei = cast.known(ann, "Mei-Ling Chan")
    talked(mei, *JUNE)
    opening = occasion_named(book=Book.of(ann), title="Mei-Ling's café opens", on=date(2026, 11, 23), place="")
    was_there(occasion=opening, people=[mei], now=cast.MORNING)
    catch_up = card(ann, "get_back")
    assert catch_up.reason == "Most weeks until June, nothing since; “Mei-Ling's café opens” on Monday."
    assert "Mei-Ling's café opens" in catch_up.opener


def test_nobody_is_told_in_november_that_it_has_been_since_november() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, 9, 16)
    set_cadence(bo, 9)
    said = card(ann, "get_back")
    assert said.reason.endswith("On 2 days so far, last this month.")
    assert "November" not in said.opener


def test_a_touch_of_last_week_is_too_near() -> None:
    ann = cast.ann()
    talked(cast.known(ann, "Bo Lindqvist"), 8, 15, 22)
    assert "get_back" not in kinds(ann)


def test_the_owner_s_own_wish_counts_from_the_last_touch() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, 9, 16)
    set_cadence(bo, 10)
    assert "get_back" not in kinds(ann)
    set_cadence(bo, 9)
    assert card(ann, "get_back").reason.startswith("You wanted to be in touch every 9 days.")


def test_longer_than_wanted_at_most_is_said_so() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, 50, 60)
    set_cadence(bo, 42, 49)
    reason = card(ann, "get_back").reason
    assert reason.startswith("You wanted to be 49 days apart at most, and it has been 7 weeks. ")


def test_a_wish_for_a_role_counts_as_one_s_own() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, 9, 16)
    give(bo, "client", on=TODAY)
    assert "get_back" not in kinds(ann)
    set_role_cadence(bo.book, "client", 9)
    assert card(ann, "get_back").reason.startswith("You wanted to be in touch every 9 days.")


def test_nobody_who_rests_or_has_died() -> None:
    ann = cast.ann()
    bo, dee = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Dee Ngata")
    for person in (bo, dee):
        talked(person, *JUNE)
    rest(bo, now=cast.MORNING)
    dee.is_deceased = True
    dee.save()
    assert "get_back" not in kinds(ann)


def test_three_tries_without_an_answer_are_enough() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, *range(200, 400, 7))
    talked(bo, 60, 90, direction="out")
    assert "get_back" in kinds(ann)
    talked(bo, 45, direction="out")
    assert kinds(ann) & {"get_back", "unexpected", "slipping"} == set()


def test_what_was_confided_never_stands_in_the_first_words() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    talked(bo, *JUNE)
    Interest.objects.create(
        book=bo.book, person=bo, key="butterflies|note", topic="butterflies", word="butterflies", is_confided=True
    )
    Interest.objects.create(book=bo.book, person=bo, key="butterflies|x", topic="butterflies", word="butterflies")
    assert "butterflies" not in card(ann, "get_back").opener
