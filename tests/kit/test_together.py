"""Queries put to the database as one answer as each would alone."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from fullhub import full_hub
from rapport.kit.clock import today
from rapport.kit.prepared import Query, asking_once, prepared
from rapport.kit.together import ask_together
from rapport.members.models import Account, Member
from rapport.people.models import Book
from rapport.rounds.desk import Desk
from rapport.rounds.memory import memory_asks
from rapport.rounds.today import suggestions

pytestmark = pytest.mark.django_db


@prepared(moments=("before",))
def _accounts(before: Any) -> Any:
    return Account.objects.filter(joined_at__lt=before).order_by("-pk")


@prepared(words=("handle",))
def _named(handle: str) -> Any:
    return Member.objects.filter(handle=handle).select_related("account")


@prepared(several=("members",))
def _names(members: list[int]) -> Any:
    return Member.objects.filter(pk__in=members, name__gt="100% 'sure'").order_by("name").values_list("name")


def queries() -> list[Query]:
    members = sorted(Member.objects.values_list("pk", flat=True))
    named = [_named.of(handle=handle) for handle in ("bo", "nobody", "ann")]
    return [
        _accounts.of(before=cast.MORNING.replace(year=2100)),
        *named,
        _names.of(members=members),
        _names.of(members=[]),
    ]


def test_many_are_one_and_each_has_its_own_rows_in_order() -> None:
    cast.all_four()
    asked = queries()
    alone = [query.rows() for query in asked]
    with asking_once(), CaptureQueriesContext(connection) as said:
        ask_together(asked)
        together = [query.rows() for query in asked]
        names = [member.account.pk for member in together[1]]
    assert len(said) == 1
    assert together == alone
    assert names == [alone[1][0].account.pk]
    assert [len(rows) for rows in together] == [4, 1, 0, 1, 4, 0]


def test_nothing_is_asked_ahead_where_answers_are_not_kept() -> None:
    with CaptureQueriesContext(connection) as said:
        ask_together([_named.of(handle="bo")])
    assert not said


def test_a_second_time_only_what_is_new_is_asked() -> None:
    with asking_once(), CaptureQueriesContext(connection) as said:
        ask_together([_named.of(handle="bo")])
        ask_together([_named.of(handle="bo")])
    assert len(said) == 1


def test_all_that_the_round_asks_has_the_same_answers() -> None:
    members = cast.all_four()
    full_hub(members)
    ann = members["ann"]
    desk = Desk(ann, Book.of(ann), today(ann.zone))
    asked = [query for each in suggestions() for query in each.asks(desk)]
    asked += [*desk.asks(), *memory_asks(desk)]
    alone = [query.rows() for query in asked]
    with asking_once(), CaptureQueriesContext(connection) as said:
        ask_together(asked)
        assert [query.rows() for query in asked] == alone
    assert len(said) == 1
    assert sum(map(bool, alone)) >= 3
