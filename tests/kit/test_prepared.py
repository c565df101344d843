"""A query written out once answers like the one it was made from."""

from datetime import timedelta
from typing import Any

import pytest

import cast
from rapport.kit.prepared import Prepared
from rapport.members.models import Account, Member

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
    assert asked.rows(number=-7_777_000) == []
    assert len(asked.rows(number=Member.objects.get(handle="bo").pk)) == 1
