"""Messages: connections at once, strangers once, nobody else at all."""

from datetime import timedelta
from typing import Any

import pytest

import cast
from rapport.journal.models import Deed
from rapport.kit.holdings import by_kind
from rapport.members.blocking import block, unblock
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.talk.refused import RefusedError
from rapport.threads.messaging import IGNORED, REQUESTS_OF_THE_NEW, accept, ignore, mark_read, write_to
from rapport.threads.models import Message, Side, Thread
from rapport.threads.reading import standing, threads_of
from talk.saying import LATER, NOW, connected, reading_as, shown_to

pytestmark = pytest.mark.django_db


def sent(by: Member, other: Member, body: str = "Hello") -> Message:
    return write_to(other=other, by=by, body=body, now=LATER)


@pytest.fixture
def two() -> tuple[Member, Member]:
    return cast.ann(), cast.bo()


def test_connections_write_at_once(two: tuple[Member, Member]) -> None:
    ann, bo = two
    connected(ann, bo)
    first, second = sent(ann, bo), sent(bo, ann)
    assert first.thread == second.thread
    assert not first.thread.is_request
    assert [deed.verb for deed in Deed.objects.order_by("pk")] == ["message", "message"]


def test_a_stranger_s_first_message_is_a_request_and_there_is_no_second(two: tuple[Member, Member]) -> None:
    ann, bo = two
    made = sent(ann, bo)
    assert Deed.objects.get().verb == "message.request"
    with pytest.raises(RefusedError, match="on its way"):
        sent(ann, bo)
    assert threads_of(bo).rows == []
    assert [side.thread for side in threads_of(bo, show="requests").rows] == [made.thread]


def test_no_thread_has_a_number_too_large_for_the_database(two: tuple[Member, Member]) -> None:
    assert reading_as(two[0]).get(f"/threads/{10**30}/").status_code == 404


def test_taken_up_both_write(two: tuple[Member, Member]) -> None:
    ann, bo = two
    made = sent(ann, bo)
    accept(thread=made.thread, by=bo, now=LATER)
    sent(ann, bo, "Good")
    assert Deed.objects.filter(verb="message.accept", towards__member=ann).exists()


def test_an_answer_takes_it_up(two: tuple[Member, Member]) -> None:
    ann, bo = two
    sent(ann, bo)
    assert not sent(bo, ann).thread.is_request
    assert sent(ann, bo)


def test_nobody_takes_up_their_own_request(two: tuple[Member, Member]) -> None:
    ann, bo = two
    thread = sent(ann, bo).thread
    reading_as(ann).post(f"/threads/{thread.pk}/asked/", {"do": "accept"})
    thread.refresh_from_db()
    assert thread.is_request


def test_ignored_looks_like_waiting(two: tuple[Member, Member]) -> None:
    ann, bo = two
    thread = sent(ann, bo).thread
    client = reading_as(ann)
    before = client.get(thread.path).content
    deeds = Deed.objects.count()
    ignore(thread=thread, by=bo, now=LATER)
    after = client.get(thread.path).content
    assert len(before) == len(after)
    assert Deed.objects.count() == deeds
    assert threads_of(bo, show="requests").rows == []


def test_the_list_says_that_somebody_new_wrote_and_keeps_what_was_left_alone(
    two: tuple[Member, Member],
) -> None:
    ann, bo = two
    hint, left = "Somebody who is new to you wrote", "?show=ignored"
    assert left not in shown_to(bo, "/threads/")
    thread = sent(ann, bo).thread
    assert hint in shown_to(bo, "/threads/")
    assert hint not in shown_to(ann, "/threads/")
    ignore(thread=thread, by=bo, now=NOW)
    page = shown_to(bo, "/threads/")
    assert hint not in page
    assert left in page


def test_others_find_no_thread(two: tuple[Member, Member]) -> None:
    ann, bo = two
    thread = sent(ann, bo, "between us").thread
    for other in (cast.cy(), cast.mo()):
        client = reading_as(other)
        for act in ("", "read/", "asked/"):
            assert client.post(f"{thread.path}{act}", {"body": "x", "do": "block"}).status_code == 404
        assert client.get(thread.path).status_code == 404
        assert "between us" not in client.get("/threads/").content.decode()
    assert Message.objects.count() == 1


def test_the_list_shows_no_word_of_what_was_written(two: tuple[Member, Member]) -> None:
    ann, bo = two
    connected(ann, bo)
    sent(ann, bo, "the combination is 1234")
    page = reading_as(bo).get("/threads/").content.decode()
    assert ("1234" in page, "unread" in page) == (False, True)


def test_that_it_was_read_is_one_s_own_affair(two: tuple[Member, Member]) -> None:
    ann, bo = two
    connected(ann, bo)
    thread = sent(ann, bo).thread
    before = reading_as(ann).get(thread.path).content
    mark_read(thread=thread, by=bo)
    assert len(reading_as(ann).get(thread.path).content) == len(before)
    assert "unread" not in reading_as(bo).get("/threads/").content.decode()


def test_a_block_in_the_middle_closes_it_and_leaves_each_their_copy(two: tuple[Member, Member]) -> None:
    ann, bo = two
    connected(ann, bo)
    thread = sent(ann, bo, "kept").thread
    block(by=ann, other=bo, now=LATER)
    for one, other in ((ann, bo), (bo, ann)):
        page = shown_to(one, thread.path)
        assert ("kept" in page, other.name in page, "not here any more" in page) == (True, False, True)
        with pytest.raises(RefusedError):
            sent(one, other)
    unblock(by=ann, other=bo)
    assert sent(bo, ann)


def test_a_block_takes_back_a_request_that_waits(two: tuple[Member, Member]) -> None:
    ann, bo = two
    sent(ann, bo)
    block(by=ann, other=bo, now=LATER)
    assert not Thread.objects.exists()
    assert not Deed.objects.exists()


def test_who_left_is_a_former_member_and_the_other_keeps_the_copy(two: tuple[Member, Member]) -> None:
    ann, bo = two
    connected(ann, bo)
    thread = sent(bo, ann, "kept words").thread
    leave(bo, now=LATER)
    page = shown_to(ann, thread.path)
    assert ("kept words" in page, "Former member" in page, "Bo Lindqvist" in page) == (True, True, False)
    leave(ann, now=LATER)
    assert not Thread.objects.exists()


def test_the_new_write_to_few_strangers_a_day(two: tuple[Member, Member]) -> None:
    ann, bo = two
    ann.account.joined_at = NOW
    ann.account.save()
    others = [bo, *(cast.member(f"m{n}", f"M {n}") for n in range(4))]
    for number, other in enumerate(others[:REQUESTS_OF_THE_NEW]):
        sent(ann, other, f"Hello {number}")
    with pytest.raises(RefusedError, match="tomorrow"):
        sent(ann, others[REQUESTS_OF_THE_NEW], "Hello")


def test_who_is_ignored_again_and_again_slows_down(two: tuple[Member, Member]) -> None:
    ann, _bo = two
    ann.account.joined_at = NOW - timedelta(days=300)
    ann.account.save()
    earlier = NOW - timedelta(days=3)
    for number in range(IGNORED):
        other = cast.member(f"m{number}", f"M {number}")
        made = write_to(other=other, by=ann, body=f"Buy {number}", now=earlier)
        ignore(thread=made.thread, by=other, now=earlier)
    assert sent(ann, cast.cy(), "One")
    with pytest.raises(RefusedError):
        sent(ann, cast.mo(), "Two")


def test_the_same_words_to_many_are_stopped(two: tuple[Member, Member]) -> None:
    ann, bo = two
    others = [bo, *(cast.member(f"m{n}", f"M {n}") for n in range(4))]
    for other in others:
        connected(ann, other)
    for other in others[:3]:
        sent(ann, other, "Come to my wonderful webinar")
    with pytest.raises(RefusedError, match="words of their own"):
        sent(ann, others[3], "Come to my wonderful webinar")


def test_what_one_takes_along_are_one_s_own_threads(two: tuple[Member, Member]) -> None:
    ann, bo = two
    cy = cast.cy()
    sent(ann, bo, "mine")
    sent(cy, bo, "not ann's")
    held: Any = by_kind()["threads.message"]
    rows = Message.objects.filter(**{held.owner_path: ann})
    assert [row.body for row in rows] == ["mine"]


def test_to_somebody_one_cannot_see_there_is_no_way(two: tuple[Member, Member]) -> None:
    ann, bo = two
    block(by=bo, other=ann, now=NOW)
    client = reading_as(ann)
    assert client.post("/threads/to/bo/", {"body": "x"}).status_code == 404
    assert client.get("/threads/to/bo/").status_code == client.get("/threads/to/nobody/").status_code == 404
    assert client.get("/threads/to/ann/").status_code == 404
    assert not Side.objects.exists()


def test_a_thread_is_answered_on_its_page(two: tuple[Member, Member]) -> None:
    ann, bo = two
    client = reading_as(ann)
    answer = client.post("/threads/to/bo/", {"body": "Hello <b>Bo</b>"})
    thread = Thread.objects.get()
    assert answer["Location"] == f"{thread.path}#end"
    here = standing(bo, thread.pk)
    assert here is not None
    assert here.is_asked
    assert "&lt;b&gt;Bo" in reading_as(bo).get(thread.path).content.decode()
    assert client.post(thread.path, {"body": "x" * 6000}).status_code == 200
