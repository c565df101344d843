"""How often one may ask."""

from datetime import timedelta

import pytest

import cast
from network.knitting import NOW, member, three
from rapport.members.models import Member
from rapport.network import asking
from rapport.network.asking import AskingError
from rapport.network.connect import accept, ask, ignore

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rules with small numbers."""
    for name, number in (("A_DAY", 6), ("A_DAY_AT_FIRST", 4), ("A_DAY_UNWELCOME", 1), ("UNWELCOME", 3)):
        monkeypatch.setattr(asking, name, number)


def others(count: int) -> list[Member]:
    return [member(f"other{n}", f"Other {n}") for n in range(count)]


def test_a_day_has_so_many_askings_and_no_more() -> None:
    ann, *_ = three()
    *first, last = others(7)
    for other in first:
        ask(by=ann, other=other, now=NOW)
    with pytest.raises(AskingError, match="Tomorrow"):
        ask(by=ann, other=last, now=NOW)
    ask(by=ann, other=last, now=NOW + timedelta(days=1))


def test_newcomers_have_fewer() -> None:
    dee = cast.member("dee", "Dee")
    dee.account.joined_at = NOW - timedelta(days=2)
    *first, last = others(5)
    for other in first:
        ask(by=dee, other=other, now=NOW)
    with pytest.raises(AskingError):
        ask(by=dee, other=last, now=NOW)


def test_what_was_accepted_uses_nothing_up() -> None:
    ann, *_ = three()
    for other in others(7):
        ask(by=ann, other=other, now=NOW)
        accept(by=other, asker=ann, now=NOW)


def test_who_is_often_ignored_is_slowed_down() -> None:
    ann, bo, cy = three()
    for other in others(3):
        ask(by=ann, other=other, now=NOW)
        ignore(by=other, asker=ann, now=NOW)
    tomorrow = NOW + timedelta(days=1)
    ask(by=ann, other=bo, now=tomorrow)
    with pytest.raises(AskingError, match="Tomorrow"):
        ask(by=ann, other=cy, now=tomorrow)
    ask(by=ann, other=cy, now=NOW + asking.REMEMBERED + timedelta(days=1))


def test_the_same_words_for_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "SAME_WORDS", 2)
    ann, *_ = three()
    one, two, three_ = others(3)
    for other in (one, two):
        ask(by=ann, other=other, note="Great opportunity!", now=NOW)
    with pytest.raises(AskingError, match="meant for one"):
        ask(by=ann, other=three_, note="Great opportunity!", now=NOW)
    ask(by=ann, other=three_, note="We met at the harbour.", now=NOW)
