"""Promises, mine and theirs."""

from datetime import date

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.models import Promise
from rapport.ledger.promises import promise, settle_promise
from rapport.rights.erase import erase

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


def test_one_line_is_a_promise_with_its_day() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    sent = {"line": "Send the workbook by Friday", "way": "mine"}
    assert "Send the workbook" in words(browser.post(f"{bo.path}promises/", sent, follow=True))
    browser.post(f"{bo.path}promises/", {"line": "Mend the boiler", "way": "theirs"})
    assert list(Promise.objects.order_by("pk").values_list("way", "due_on")) == [
        ("mine", date(2026, 11, 20)),
        ("theirs", None),
    ]
    page = words(browser.get("/promises/"))
    assert page.index("Yours") < page.index("Send the workbook") < page.index("Theirs, to you") < page.index("boiler")


@pytest.mark.parametrize("answer", ["kept", "broken", "released"])
def test_a_promise_is_settled_and_opened_again(answer: str) -> None:
    ann = cast.ann()
    made, browser = promise(cast.known(ann, "Bo"), what="Call", on=TODAY), as_member(ann)
    browser.post(f"/promises/{made.number}/", {"answer": answer})
    made.refresh_from_db()
    assert (made.state, made.settled_on) == (answer, TODAY)
    browser.post(f"/promises/{made.number}/", {"answer": "open"})
    made.refresh_from_db()
    assert (made.state, made.settled_on) == ("open", None)


def test_one_that_comes_round_is_made_anew_when_it_is_kept() -> None:
    made = promise(cast.known(cast.ann(), "Bo"), what="Call", on=TODAY, due_on=TODAY, every_days=14)
    again = settle_promise(made, "kept", on=TODAY)
    assert again is not None
    assert again.due_on == date(2026, 12, 3)
    assert settle_promise(again, "released", on=TODAY) is None


def test_kept_twice_it_comes_round_once() -> None:
    ann = cast.ann()
    made = promise(cast.known(ann, "Bo"), what="Call", on=TODAY, due_on=TODAY, every_days=14)
    for _ in range(2):
        as_member(ann).post(f"/promises/{made.number}/", {"answer": "kept"})
    assert Promise.objects.count() == 2


def test_one_can_be_changed_and_taken_away() -> None:
    ann = cast.ann()
    made, browser = promise(cast.known(ann, "Bo"), what="Call", on=TODAY), as_member(ann)
    path = f"/promises/{made.number}/"
    browser.post(f"{path}edit/", {"what": "Call Mo", "due_on": "3 May 2027", "every_days": ""})
    made.refresh_from_db()
    assert (made.what, made.due_on) == ("Call Mo", date(2027, 5, 3))
    assert browser.post(f"{path}edit/", {"what": "Call Mo", "due_on": "soonish"}).status_code == 422
    browser.post(f"{path}remove/")
    assert not Promise.objects.exists()


def test_an_erased_person_takes_their_promises_along() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    promise(bo, what="Call", on=TODAY)
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    assert not Promise.objects.exists()
    assert "Nothing promised" in words(as_member(ann).get("/promises/"))


def test_nobody_else_reads_or_settles_one() -> None:
    made = promise(cast.known(cast.ann(), "Bo"), what="Call", on=TODAY)
    cy = as_member(cast.cy())
    assert cy.post(f"/promises/{made.number}/", {"answer": "kept"}).status_code == 404
    assert cy.get(f"/promises/{made.number}/edit/").status_code == 404
    assert "Call" not in words(cy.get("/promises/"))
