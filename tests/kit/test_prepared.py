"""A query written out once answers like the one it was made from."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

import cast
from rapport.kit.prepared import Prepared, asking_once
from rapport.members.models import Account, Member
from rapport.people.models import Book, Occasion

pytestmark = pytest.mark.django_db


def joined(before: Any, number: int) -> Any:
    return Account.objects.filter(joined_at__lt=before, pk__gte=number).order_by("pk").values_list("id", "joined_at")


def test_it_answers_for_each_value_anew() -> None:
    cast.all_four()
    Account.objects.update(joined_at=cast.MORNING)
    asked = Prepared(joined, numbers=("number",), moments=("before",))
    for later, first in ((1, 0), (-1, 0), (1, Account.objects.order_by("-pk").values_list("pk", flat=True)[0])):
        at = cast.MORNING + timedelta(seconds=later)
        found = asked.rows(before=at, number=first)
        assert [tuple(row) for row in found] == list(joined(at, first))
    assert found[0].joined_at == cast.MORNING


def test_values_are_values_whatever_stands_in_them() -> None:
    cast.all_four()
    asked = Prepared(lambda number: Member.objects.filter(pk=number).values_list("handle"), numbers=("number",))
    assert asked.rows(number=2_147_000_000) == []
    assert len(asked.rows(number=Member.objects.get(handle="bo").pk)) == 1


def test_models_come_with_what_was_selected_beside_them() -> None:
    bo = cast.all_four()["bo"]
    asked = Prepared(
        lambda handle: Member.objects.select_related("account").annotate(again=F("name")).filter(handle=handle),
        words=("handle",),
    )
    found = asked.first(handle="bo")
    with CaptureQueriesContext(connection) as queries:
        assert (found, found.account, found.again) == (bo, bo.account, bo.name)
    assert not queries
    assert asked.first(handle="nobody") is None


def test_what_is_reckoned_from_a_moment_follows_it() -> None:
    cast.all_four()
    Account.objects.update(joined_at=cast.MORNING)
    week = timedelta(days=7)
    asked = Prepared(
        lambda now: Account.objects.filter(joined_at__gt=now - week, joined_at__lte=now).values_list("pk"),
        moments=("now",),
    )
    assert len(asked.rows(now=cast.MORNING)) == 4
    assert asked.rows(now=cast.MORNING + week) == asked.rows(now=cast.MORNING - week) == []


def test_no_clock_stands_still_in_it() -> None:
    asked = Prepared(lambda: Account.objects.filter(joined_at__gt=cast.MORNING).values_list("pk"))
    with pytest.raises(ValueError, match="stands still"):
        asked.rows()


def test_a_number_too_large_for_the_database_finds_nothing() -> None:
    asked = Prepared(lambda number: Member.objects.filter(pk=number), numbers=("number",))
    assert asked.rows(number=1 << 80) == []


def test_a_list_of_any_length_is_asked_for_at_once() -> None:
    members = [*cast.all_four().values()]
    asked = Prepared(lambda least, who: Member.objects.filter(pk__in=who, pk__gte=least).order_by("pk"),
        numbers=("least",), several=("who",))  # fmt: skip
    for count in (1, 3, 4, 2):
        wanted = [one.pk for one in members[:count]]
        assert asked.rows(least=0, who=wanted) == members[:count]
        assert asked.rows(least=members[1].pk, who=wanted) == members[1:count]
    assert asked.rows(least=0, who=[]) == asked.rows(least=0, who=[1 << 80]) == []


def test_days_are_days() -> None:
    book, on = Book.of(cast.ann()), cast.MORNING.date()
    Occasion.objects.create(book=book, key="a", title="Tea", begins_on=on)
    asked = Prepared(
        lambda since, until: Occasion.objects.filter(begins_on__gt=since, begins_on__lte=until), days=("since", "until")
    )
    day = timedelta(days=1)
    assert [one.title for one in asked.rows(since=on - day, until=on)] == ["Tea"]
    assert asked.rows(since=on, until=on + day) == asked.rows(since=on - 2 * day, until=on - day) == []


def test_within_a_page_the_same_question_is_put_once() -> None:
    cast.all_four()
    asked = Prepared(lambda handle: Member.objects.filter(handle=handle), words=("handle",))
    with CaptureQueriesContext(connection) as queries:
        with asking_once():
            asked.rows(handle="bo").clear()
            with asking_once():
                assert asked.first(handle="bo") is asked.first(handle="bo")
            assert asked.first(handle="cy").handle == "cy"
        assert asked.first(handle="bo") is not None
    assert len(queries) == 3
