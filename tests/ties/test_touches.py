"""Touches written down with one tap."""

from datetime import date

import pytest

import cast
from people.pages import as_member, words
from rapport.ties.models import ContactDay, Interaction, Tie

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


def test_one_tap_is_a_day_in_touch() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    page = words(as_member(ann).post(f"{bo.path}touches/", {"how": "met"}, follow=True))
    assert "Noted: We met." in page
    assert "You met" in page
    assert ContactDay.objects.get().day == TODAY.toordinal()


def test_another_day_and_a_few_words_are_kept() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    sent = {"how": "called", "on": "12 October 2026", "text": "the chapter's boiler"}
    page = words(as_member(ann).post(f"{bo.path}touches/", sent, follow=True))
    assert "the chapter&#39;s boiler" in page
    assert Tie.objects.get().last_day == date(2026, 10, 12).toordinal()


@pytest.mark.parametrize(("typed", "day"), [("yesterday", 18), ("18 November", 18), ("19.11.2026", 19), ("", 19)])
def test_days_are_read_as_people_write_them(typed: str, day: int) -> None:
    ann = cast.ann()
    as_member(ann).post(f"{cast.known(ann, 'Bo').path}touches/", {"how": "wrote", "on": typed})
    assert ContactDay.objects.get().day == date(2026, 11, day).toordinal()


@pytest.mark.parametrize("typed", ["tomorrow week", "20 November 2026", "2026", "31 February 2026"])
def test_a_day_that_cannot_be_loses_nothing(typed: str) -> None:
    ann = cast.ann()
    path = f"{cast.known(ann, 'Bo').path}touches/"
    response = as_member(ann).post(path, {"how": "wrote", "on": typed, "text": "the boiler"})
    assert response.status_code == 422
    assert "the boiler" in words(response)
    assert not Interaction.objects.exists()


def test_the_last_29_february_is_found() -> None:
    ann = cast.ann()
    as_member(ann).post(f"{cast.known(ann, 'Bo').path}touches/", {"how": "wrote", "on": "29 February"})
    assert ContactDay.objects.get().day == date(2024, 2, 29).toordinal()


def test_one_can_be_changed_and_taken_away() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    browser.post(f"{bo.path}touches/", {"how": "wrote"})
    path = f"{bo.path}touches/{Interaction.objects.get().number}/"
    assert browser.get(path).status_code == 200
    browser.post(path, {"how": "met", "on": "1 June 2026", "text": "lunch"})
    assert Interaction.objects.get().kind == "meeting"
    assert ContactDay.objects.get().day == date(2026, 6, 1).toordinal()
    browser.post(f"{path}remove/")
    assert not ContactDay.objects.exists()
    assert Tie.objects.get().contact_days == 0


def test_nobody_else_sees_or_writes_any() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    as_member(ann).post(f"{bo.path}touches/", {"how": "wrote"})
    cy = as_member(cast.cy())
    assert cy.post(f"{bo.path}touches/", {"how": "met"}).status_code == 404
    assert cy.get(f"{bo.path}touches/1/").status_code == 404
    assert cy.get(f"{bo.path}timeline/").status_code == 404
