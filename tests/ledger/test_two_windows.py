"""What two windows change at once: the second is told, and both are kept in words."""

import re
from datetime import date

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.favours import favour
from rapport.ledger.models import Favour, Promise
from rapport.ledger.promises import promise
from rapport.ties.models import Interaction
from rapport.ties.record import log

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


@pytest.mark.parametrize("what", ["promise", "favour", "touch"])
def test_the_second_window_is_told_what_the_first_one_wrote(what: str) -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    if what == "promise":
        path, field = f"/promises/{promise(bo, what='Call', on=TODAY).number}/edit/", "what"
    elif what == "favour":
        path, field = f"/favours/{favour(bo, what='Call', on=TODAY, way='mine').number}/edit/", "what"
    else:
        touched = log(people=[bo], kind="call", channel="phone", direction="both", now=cast.MORNING, text="Call")
        path, field = f"{bo.path}touches/{touched.number}/", "text"
    was = re.findall(r'name="was" value="(\w+)"', words(browser.get(path)))[0]
    sent = {"how": "called", "on": "2026-11-19", "way": "mine", "kind": "other", "size": "1", "was": was}
    assert browser.post(path, sent | {field: "Call on Friday"}).status_code == 302
    late = browser.post(path, sent | {field: "Write instead"})
    page = words(late)
    assert late.status_code == 409
    assert "in another window" in page
    assert "Call on Friday" in page
    assert "Write instead" in page
    again = re.findall(r'name="was" value="(\w+)"', page)[0]
    assert browser.post(path, sent | {"was": again, field: "Write instead"}).status_code == 302
    kept = [*Promise.objects.values_list("what"), *Favour.objects.values_list("what")]
    assert [*kept, *Interaction.objects.filter(is_hand=True).exclude(text="").values_list("text")] == [
        ("Write instead",)
    ]
