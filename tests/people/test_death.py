"""Somebody has died, or it was said by mistake."""

import pytest

import cast
from people.pages import as_member, words

pytestmark = pytest.mark.django_db


def test_somebody_has_died_and_a_mistake_is_taken_back() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    browser = as_member(ann)
    assert "Nothing is suggested" in words(browser.post(f"{bo.path}death/", {"on": "March 2020"}, follow=True))
    bo.refresh_from_db()
    assert (bo.is_deceased, bo.died_on) == (True, "2020-03")
    browser.post(f"{bo.path}death/", {"mistake": "1"})
    bo.refresh_from_db()
    assert not bo.is_deceased


def test_a_death_to_come_is_refused() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    assert as_member(ann).post(f"{bo.path}death/", {"on": "2090"}).status_code == 422
