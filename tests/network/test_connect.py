"""Asked, accepted, ignored, withdrawn, ended, in any order."""

from datetime import timedelta

import pytest

from network.knitting import NOW, signed_in, three
from rapport.journal.models import Deed
from rapport.members.blocking import block, unblock
from rapport.members.models import Member
from rapport.network.asking import AGAIN
from rapport.network.connect import accept, ask, disconnect, ignore, withdraw
from rapport.network.listing import asked, left_alone, waiting
from rapport.network.livingroom import let_in
from rapport.network.models import Connection, Neighbours, NotThisOne, Request
from rapport.network.not_this_one import not_this_one
from rapport.network.packing import others
from rapport.network.showing import bond

pytestmark = pytest.mark.django_db
Pair = tuple[Member, Member]


@pytest.fixture
def pair() -> Pair:
    ann, bo, _ = three()
    return ann, bo


def state(viewer: Member, other: Member) -> str:
    found = bond(viewer, other)
    return found.state if found else ""


def told() -> list[tuple[str, str]]:
    return [(deed.verb, deed.actor.handle) for deed in Deed.objects.order_by("pk")]


def test_asking_whom_one_had_left_waiting_says_that_they_had_asked(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    ignore(by=bo, asker=ann, now=NOW)
    pressed = [signed_in(bo).post("/members/ann/connection/", {"act": "ask"}, follow=True) for _ in range(2)]
    said = ("Ann Okafor had asked you; you are connected.", "You and Ann Okafor are connected now.")
    assert [words in page.content.decode() for words, page in zip(said, pressed, strict=True)] == [True, True]


def test_who_is_asked_may_say_yes(pair: Pair) -> None:
    ann, bo = pair
    assert not ask(by=ann, other=bo, note="The harbour?", now=NOW)
    assert (state(ann, bo), state(bo, ann)) == ("asked", "asks")
    assert accept(by=bo, asker=ann, now=NOW)
    assert (state(ann, bo), state(bo, ann)) == ("connected", "connected")
    assert not Request.objects.exists()
    assert told() == [("connect.accept", "bo")]


def test_both_rows_and_both_packed_values_stand_for_one_connection(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    assert sorted(Connection.objects.values_list("member", "other")) == sorted([(ann.pk, bo.pk), (bo.pk, ann.pk)])
    assert others(Neighbours.objects.get(pk=ann.pk).packed) == [bo.pk]


@pytest.mark.parametrize("is_ignored", [False, True])
def test_requests_that_cross_meet(pair: Pair, is_ignored: bool) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    if is_ignored:
        ignore(by=bo, asker=ann, now=NOW)
    assert ask(by=bo, other=ann, now=NOW)
    assert Connection.objects.count() == 2
    assert told()[-1] == ("connect.accept", "bo")


def test_to_the_one_who_asked_ignoring_looks_like_waiting(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, note="The harbour?", now=NOW)
    before = list(asked(ann).values())
    ignore(by=bo, asker=ann, now=NOW)
    assert state(ann, bo) == "asked"
    assert [row["pk"] for row in asked(ann).values("pk")] == [row["id"] for row in before]
    assert (list(waiting(bo)), len(left_alone(bo)), told()) == ([], 1, [])


def test_what_was_left_may_be_accepted_after_all(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    ignore(by=bo, asker=ann, now=NOW)
    assert accept(by=bo, asker=ann, now=NOW)
    assert state(ann, bo) == "connected"


def test_asking_again_after_being_ignored_does_nothing_anybody_sees(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, note="The harbour?", now=NOW)
    ignore(by=bo, asker=ann, now=NOW)
    for later in range(1, 4):
        assert not ask(by=ann, other=bo, note="Please!", now=NOW + timedelta(days=later))
    withdraw(by=ann, other=bo, now=NOW + timedelta(days=5))
    assert not ask(by=ann, other=bo, note="Please!", now=NOW + timedelta(days=60))
    assert (state(ann, bo), state(bo, ann), list(waiting(bo)), told()) == ("asked", "ignored", [], [])


def test_what_is_withdrawn_is_as_if_it_had_not_been(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    withdraw(by=ann, other=bo, now=NOW)
    assert (state(ann, bo), state(bo, ann), list(waiting(bo)), told()) == ("none", "none", [], [])
    assert not accept(by=bo, asker=ann, now=NOW)
    assert not ask(by=bo, other=ann, now=NOW)


def test_asking_and_taking_back_in_turns_is_heard_once_a_week(pair: Pair) -> None:
    ann, bo = pair
    for minute in range(5):
        ask(by=ann, other=bo, now=NOW + timedelta(minutes=minute))
        withdraw(by=ann, other=bo, now=NOW + timedelta(minutes=minute))
    ask(by=ann, other=bo, now=NOW + timedelta(hours=1))
    assert (told(), len(waiting(bo))) == ([], 1)
    withdraw(by=ann, other=bo, now=NOW + timedelta(hours=2))
    ask(by=ann, other=bo, now=NOW + timedelta(hours=1) + AGAIN)
    assert told() == [("connect.ask", "ann")]


def test_either_may_end_it_and_nobody_is_told(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    disconnect(by=ann, other=bo, now=NOW)
    disconnect(by=bo, other=ann, now=NOW)
    assert (state(ann, bo), state(bo, ann), told()) == ("none", "none", [])
    assert others(Neighbours.objects.get(pk=bo.pk).packed) == []


def test_who_was_never_connected_ends_nothing_and_what_was_said_for_good_stays(pair: Pair) -> None:
    ann, bo = pair
    disconnect(by=ann, other=bo, now=NOW)
    assert not NotThisOne.objects.exists()
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    not_this_one(by=bo, other=ann, for_good=True, now=NOW)
    disconnect(by=ann, other=bo, now=NOW)
    assert NotThisOne.objects.get(by=bo).until is None


def test_only_a_connection_is_let_into_the_living_room(pair: Pair) -> None:
    ann, bo = pair
    assert not let_in(by=ann, other=bo)
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    assert let_in(by=ann, other=bo)
    assert Connection.objects.get(member=ann).is_living_room
    assert not Connection.objects.get(member=bo).is_living_room


@pytest.mark.parametrize("act", [ask, accept, ignore, withdraw, disconnect])
def test_nothing_begins_between_two_with_a_block(pair: Pair, act: object) -> None:
    ann, bo = pair
    block(by=bo, other=ann, now=NOW)
    words = {ask: {"other": bo}, accept: {"asker": bo}, ignore: {"asker": bo}}.get(act, {"other": bo})  # type: ignore[call-overload]
    with pytest.raises(Member.DoesNotExist):
        act(by=ann, **words, now=NOW)  # type: ignore[operator]


def test_a_block_takes_back_what_was_asked_either_way(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    block(by=bo, other=ann, now=NOW)
    unblock(by=bo, other=ann)
    assert (state(ann, bo), state(bo, ann), told()) == ("none", "none", [])


def test_nobody_asks_themselves(pair: Pair) -> None:
    with pytest.raises(ValueError, match="two"):
        ask(by=pair[0], other=pair[0], now=NOW)


def test_who_is_suspended_is_not_there(pair: Pair) -> None:
    ann, bo = pair
    ask(by=ann, other=bo, now=NOW)
    ann.account.is_active = False
    ann.account.save()
    assert list(waiting(bo)) == []
    with pytest.raises(Member.DoesNotExist):
        accept(by=bo, asker=ann, now=NOW)
