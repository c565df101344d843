"""Whom the owner actually talks to, by role: equal to a count by hand."""

from datetime import date, timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Person
from rapport.ties.models import Role
from rapport.ties.record import log
from rapport.ties.roles import end, give
from rapport.ties.talking import by_role

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


def talked(person: Person, *back: int) -> None:
    for days in back:
        on = TODAY - timedelta(days)
        log(people=[person], kind="call", channel="phone", direction="both", now=cast.MORNING, on=on)


def counted(person: Person, since: int = 0) -> dict[str, list[tuple[str, int]]]:
    talks = by_role(person.book, today=TODAY, since=since)
    return {talk.role: [(one.name, days) for one, days in talk.people] for talk in talks}


def test_the_report_equals_a_count_by_hand() -> None:
    ann = cast.ann()
    bo, sal, li, mo = (cast.known(ann, name) for name in ("Bo", "Sal", "Li", "Mo"))
    for person, name in ((bo, "friend"), (bo, "client"), (sal, "client"), (li, "client")):
        give(person, name, on=TODAY)
    talked(bo, 1, 2, 2, 3)  # two calls on one day are one day
    talked(sal, 1)
    talked(mo, 7)
    assert counted(bo) == {"client": [("Bo", 3), ("Sal", 1)], "friend": [("Bo", 3)], "": [("Mo", 1)]}
    assert [talk.known for talk in by_role(bo.book, today=TODAY) if talk.role == "client"] == [3]


def test_a_role_that_ended_counts_until_it_did() -> None:
    bo = cast.known(cast.ann(), "Bo")
    talked(bo, 1, 20, 30)
    end(give(bo, "client", on=TODAY - timedelta(40)), on=TODAY - timedelta(10))
    assert counted(bo) == {"client": [("Bo", 2)]}


def test_only_the_days_asked_for_count() -> None:
    bo = cast.known(cast.ann(), "Bo")
    give(bo, "friend", on=TODAY)
    talked(bo, 1, 500)
    assert counted(bo, since=TODAY.toordinal() - 365) == {"friend": [("Bo", 1)]}


def test_the_page_says_it_in_words(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindberg"), as_member(ann)
    assert "Nobody yet" in words(browser.get("/people/roles/"))
    give(bo, "friend & more", on=TODAY)
    talked(bo, 1, 400)
    assert "1 day in touch" in words(browser.get("/people/roles/"))
    assert "2 days in touch" in words(browser.get("/people/roles/?since=ever"))
    assert "Bo Lindberg" in words(browser.get("/people/roles/", {"role": "friend & more"}))
    assert "Bo Lindberg" not in words(as_member(cast.cy()).get("/people/roles/"))


def test_nobody_s_role_outlives_the_person() -> None:
    bo = cast.known(cast.ann(), "Bo")
    give(bo, "friend", on=TODAY)
    talked(bo, 1)
    Person.objects.update(trashed_at=cast.MORNING)
    assert counted(bo) == {}
    assert Role.objects.count() == 1
