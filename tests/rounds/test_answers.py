from datetime import timedelta

import pytest

import cast
from rapport.ledger.favours import favour
from rapport.ledger.models import Favour, Promise
from rapport.ledger.promises import promise
from rapport.people.models import Book
from rapport.rounds.answers import answer, read_key, take_back
from rapport.rounds.models import Answer, Shown
from rapport.ties.models import Interaction, Rest, Tie
from rounds.morning import TODAY, acts, busy_book, connected, talked

pytestmark = pytest.mark.django_db


def say(ann: cast.Member, key: str, said: str, days: int = 0) -> Answer | None:
    return answer(Book.of(ann), key, said, on=TODAY + timedelta(days=days), now=cast.MORNING)


def test_a_key_says_whom_and_what_it_is_about() -> None:
    meant = read_key("promised:12:34")
    assert meant is not None
    assert (meant.suggestion.kind, meant.people, meant.subject) == ("promised", (12,), 34)
    assert read_key("matters") is not None
    assert [read_key(key) for key in ("", "nonsense:1", "hello:x", "hello:" + "9" * 30)] == [None] * 4


def test_wrote_is_a_touch_of_today() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, 5)
    say(ann, f"hello:{bo.number}", "wrote")
    assert Tie.objects.get(person=bo).last_out == TODAY.toordinal()
    assert acts(ann) == []


def test_the_same_answer_twice_is_one_touch() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    assert say(ann, f"hello:{bo.number}", "wrote") == say(ann, f"hello:{bo.number}", "wrote")
    assert Interaction.objects.count() == 1


def test_an_answer_leaves_the_other_cards_where_they_are() -> None:
    ann, _ = busy_book()
    before = acts(ann)
    say(ann, before[0].key, "not_this")
    assert [act.key for act in acts(ann)] == [act.key for act in before[1:]]


def test_nothing_moves_up_when_all_are_answered() -> None:
    ann, _ = busy_book()
    for act in acts(ann):
        say(ann, act.key, "later")
    assert acts(ann) == []


def test_taking_an_answer_back_brings_the_card_back() -> None:
    ann, _ = busy_book()
    before = acts(ann)
    ties = list(Tie.objects.order_by("pk").values())
    given = say(ann, before[1].key, "called")
    assert given is not None
    take_back(given)
    assert [act.key for act in acts(ann)] == [act.key for act in before]
    assert list(Tie.objects.order_by("pk").values()) == ties


def test_nobody_comes_again_within_fourteen_days() -> None:
    ann, _ = busy_book(30)
    seen: set[int] = set()
    for day in range(14):
        on = TODAY + timedelta(days=day)
        todays = acts(ann, on=on)
        numbers = {person.number for act in todays for person in act.people}
        assert not numbers & seen
        seen |= numbers
        for act in todays:
            answer(Book.of(ann), act.key, "not_this", on=on, now=cast.MORNING)
    assert len(seen) > 14


def test_not_this_is_not_asked_again() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, 5)
    say(ann, f"hello:{bo.number}", "not_this")
    assert "hello" not in {act.kind for act in acts(ann, on=TODAY + timedelta(days=20))}


def test_later_comes_back_after_a_fortnight() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    connected(bo, 5)
    say(ann, f"hello:{bo.number}", "later")
    assert acts(ann, on=TODAY + timedelta(days=13)) == []
    assert len(acts(ann, on=TODAY + timedelta(days=14))) == 1


def test_rest_is_kept_until_it_is_taken_back() -> None:
    ann, _ = busy_book(1)
    given = say(ann, acts(ann)[0].key, "rest")
    assert given is not None
    assert Rest.objects.count() == 1
    take_back(given)
    assert Rest.objects.count() == 0


def test_keeping_a_promise_and_taking_that_back() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    made = promise(bo, what="The table of prices", on=TODAY, due_on=TODAY, every_days=30)
    given = say(ann, f"promised:{bo.number}:{made.number}", "done")
    assert given is not None
    assert sorted(Promise.objects.values_list("state", flat=True)) == ["kept", "open"]
    take_back(given)
    assert list(Promise.objects.values_list("state", "settled_on")) == [("open", None)]


def test_thanks_are_one_touch_and_settle_the_favour() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    done = favour(bo, what="Mended the tap", on=TODAY)
    given = say(ann, f"thank:{bo.number}:{done.number}", "called")
    assert given is not None
    assert list(Interaction.objects.values_list("kind", flat=True)) == ["thanks"]
    assert Favour.objects.get().thanked_on == TODAY
    take_back(given)
    assert (Interaction.objects.count(), Favour.objects.get().thanked_on) == (0, None)


def test_others_people_cannot_be_answered_for() -> None:
    ann, mo = cast.ann(), cast.mo()
    talked(cast.known(ann, "Bo Lindqvist"), 40, 47)
    assert say(mo, "get_back:1", "wrote") is None
    assert say(ann, "get_back:1", "shouted") is None
    assert not Shown.objects.exists()
