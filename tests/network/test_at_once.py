"""Two do something in the same moment: one connection comes of it, or none, never half of one."""

import pytest

from at_once import at_once
from network.knitting import NOW, three
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.connect import accept, ask, withdraw
from rapport.network.models import Connection, Request

pytestmark = pytest.mark.django_db(transaction=True)
GONE = (Member.DoesNotExist,)


def test_both_ask_at_once_and_are_connected_once() -> None:
    ann, bo, _ = three()
    at_once(lambda: ask(by=ann, other=bo, now=NOW), lambda: ask(by=bo, other=ann, now=NOW))
    assert (Connection.objects.count(), Request.objects.count()) == (2, 0)


def test_yes_and_taking_back_at_once_leave_one_of_the_two() -> None:
    ann, bo, _ = three()
    ask(by=ann, other=bo, now=NOW)
    at_once(lambda: accept(by=bo, asker=ann, now=NOW), lambda: withdraw(by=ann, other=bo, now=NOW), silent=GONE)
    standing = Request.objects.standing().count()
    assert (Connection.objects.count(), standing) in ((2, 0), (0, 0))


def test_a_block_at_once_with_a_request_leaves_nothing_between_them() -> None:
    ann, bo, _ = three()
    at_once(lambda: ask(by=ann, other=bo, now=NOW), lambda: block(by=bo, other=ann, now=NOW), silent=GONE)
    assert not Request.objects.exists()
