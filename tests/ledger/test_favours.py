"""What was done for one another, and thanks."""

from datetime import date

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.favours import favour
from rapport.ledger.models import Favour
from rapport.ties.models import ContactDay, Interaction

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


def test_one_line_is_a_favour_with_its_day_and_kind() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    sent = {"line": "Lent me a ladder yesterday", "way": "theirs", "kind": "door opened"}
    page = words(browser.post(f"{bo.path}favours/", sent, follow=True))
    assert "Lent me a ladder" in page
    assert "They for you" in page
    done = Favour.objects.get()
    assert (done.what, done.done_on, done.kind) == ("Lent me a ladder", date(2026, 11, 18), "door opened")


def test_words_that_are_not_the_day_stay_in_the_line() -> None:
    ann = cast.ann()
    sent = {"line": "Wrote the plan for 2027", "way": "mine", "kind": "nonsense", "size": "99"}
    as_member(ann).post(f"{cast.known(ann, 'Bo').path}favours/", sent)
    done = Favour.objects.get()
    assert (done.what, done.done_on, done.kind, done.size) == ("Wrote the plan for 2027", TODAY, "other", 1)


def test_only_theirs_wait_for_thanks() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    favour(bo, what="A ladder", on=TODAY)
    favour(bo, what="A cake", on=TODAY, way="mine")
    favour(bo, what="A lift", on=TODAY, thanked_on=TODAY)
    page = words(as_member(ann).get("/favours/"))
    waiting = page[page.index("Not yet thanked") : page.index("The latest first")]
    assert "A ladder" in waiting
    assert "A cake" not in waiting
    assert "A lift" not in waiting


def test_thanking_is_a_touch_and_can_be_taken_back() -> None:
    ann = cast.ann()
    done, browser = favour(cast.known(ann, "Bo"), what="A ladder", on=TODAY), as_member(ann)
    for _ in range(2):
        browser.post(f"/favours/{done.number}/", {"answer": "thanked"})
    assert Interaction.objects.get().kind == "thanks"
    assert ContactDay.objects.get().was_out
    browser.post(f"/favours/{done.number}/", {"answer": "unthanked"})
    done.refresh_from_db()
    assert done.thanked_on is None
    assert not ContactDay.objects.exists()


def test_one_can_be_changed_and_taken_away() -> None:
    ann = cast.ann()
    done, browser = favour(cast.known(ann, "Bo"), what="A ladder", on=TODAY), as_member(ann)
    path = f"/favours/{done.number}/"
    sent = {"what": "Two ladders", "way": "mine", "kind": "advice", "size": "3", "on": "2026-10-01"}
    browser.post(f"{path}edit/", sent)
    done.refresh_from_db()
    assert (done.what, done.way, done.size, done.done_on) == ("Two ladders", "mine", 3, date(2026, 10, 1))
    assert browser.post(f"{path}edit/", {**sent, "on": "2027-01-01"}).status_code == 422
    browser.post(f"{path}remove/")
    assert not Favour.objects.exists()


def test_nothing_is_ever_summed_up() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    for _ in range(7):
        favour(bo, what="A ladder", on=TODAY)
    for path in ("/favours/", bo.path):
        text = words(as_member(ann).get(path))
        assert "7 favours" not in text
        assert ">7<" not in text


def test_nobody_else_sees_one() -> None:
    done = favour(cast.known(cast.ann(), "Bo"), what="A ladder", on=TODAY)
    bo = as_member(cast.bo())
    assert "A ladder" not in words(bo.get("/favours/"))
    assert bo.post(f"/favours/{done.number}/", {"answer": "thanked"}).status_code == 404
