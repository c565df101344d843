"""Roles, the owner's own rhythm, rest, and where the owner sees somebody."""

from datetime import date, timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.ties.models import Rest, Role, Tie
from rapport.ties.record import log
from rapport.ties.rest import rest, resting, set_cadence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


def test_somebody_may_be_several_things() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    for name in ("Friend", " client ", "the butterfly man", "friend"):
        page = words(browser.post(f"{bo.path}roles/", {"name": name}, follow=True))
    assert set(Role.objects.values_list("name", flat=True)) == {"friend", "client", "the butterfly man"}
    assert "the butterfly man" in page


def test_a_role_ends_and_begins_again_or_never_was() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    browser.post(f"{bo.path}roles/", {"name": "client"})
    path = f"{bo.path}roles/{Role.objects.get().number}/"
    page = words(browser.post(path, {"answer": "ended"}, follow=True))
    assert "client until 19 November 2026" in page
    assert Role.objects.get().ended_on == TODAY
    browser.post(path, {"answer": "again"})
    assert Role.objects.get().ended_on is None
    browser.post(path, {"answer": "never"})
    assert not Role.objects.exists()


def test_an_empty_role_is_none() -> None:
    ann = cast.ann()
    page = words(as_member(ann).post(f"{cast.known(ann, 'Bo').path}roles/", {"name": "  "}, follow=True))
    assert "Write what they are to you" in page
    assert not Role.objects.exists()


def test_the_due_day_moves_with_the_last_touch() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    log(people=[bo], kind="call", channel="phone", direction="both", now=cast.MORNING, on=TODAY - timedelta(60))
    browser.post(f"{bo.path}cadence/", {"days": "42"})
    assert "you are in touch again today" in words(browser.get(bo.path))
    browser.post(f"{bo.path}touches/", {"how": "called"})
    assert "you are in touch again in December" in words(browser.get(bo.path))


@pytest.mark.parametrize("days", ["0", "-3", "4000", "soon", "1.5"])
def test_a_rhythm_that_cannot_be_is_refused(days: str) -> None:
    ann = cast.ann()
    page = words(as_member(ann).post(f"{cast.known(ann, 'Bo').path}cadence/", {"days": days}, follow=True))
    assert "Choose between one day and ten years." in page
    assert not Tie.objects.exclude(cadence=None).exists()


def test_rest_asks_for_nothing_until_it_is_woken() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    set_cadence(bo, 7)
    log(people=[bo], kind="call", channel="phone", direction="both", now=cast.MORNING, on=TODAY - timedelta(60))
    page = words(browser.post(f"{bo.path}rest/", {"days": ""}, follow=True))
    assert "Resting. Nothing is suggested" in page
    assert "By your own wish" not in page
    assert "By your own wish" in words(browser.post(f"{bo.path}rest/", {"days": "awake"}, follow=True))


def test_rest_ends_on_its_day() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    rest(bo, now=cast.MORNING, until=TODAY + timedelta(1))
    assert resting(bo.book, TODAY) == {bo.pk}
    assert resting(bo.book, TODAY + timedelta(1)) == set()


def test_what_has_ended_is_said_plainly() -> None:
    ann = cast.ann()
    page = words(as_member(ann).post(f"{cast.known(ann, 'Bo').path}rest/", {"days": "ended"}, follow=True))
    assert "This has ended." in page
    assert Rest.objects.get().state == "ended"


def test_the_owner_says_where_somebody_stands() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    browser.post(f"{bo.path}layer/", {"size": "5"})
    assert Tie.objects.get().layer_pin == 5
    browser.post(f"{bo.path}layer/", {"size": "7"})
    assert Tie.objects.get().layer_pin == 5
    browser.post(f"{bo.path}layer/", {"size": ""})
    assert Tie.objects.get().layer_pin is None


@pytest.mark.parametrize("path", ["roles/", "cadence/", "rest/", "layer/"])
def test_nobody_else_writes_any(path: str) -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    assert as_member(cast.cy()).post(f"{bo.path}{path}", {"name": "friend", "days": "7"}).status_code == 404
