"""Following asks nobody."""

import pytest

from network.knitting import NOW, member, three
from rapport.journal.models import Deed
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network import follow as following
from rapport.network.follow import FollowingError, follow, unfollow
from rapport.network.models import Follow

pytestmark = pytest.mark.django_db


def test_one_may_follow_and_stop() -> None:
    ann, bo, _ = three()
    for _ in range(2):
        follow(by=ann, other=bo, now=NOW)
    assert (Follow.objects.count(), Deed.objects.count()) == (1, 1)
    for _ in range(2):
        unfollow(by=ann, other=bo)
    assert (Follow.objects.count(), Deed.objects.count()) == (0, 0)


def test_a_block_ends_it_both_ways() -> None:
    ann, bo, _ = three()
    follow(by=ann, other=bo, now=NOW)
    follow(by=bo, other=ann, now=NOW)
    block(by=ann, other=bo, now=NOW)
    assert not Follow.objects.exists()
    with pytest.raises(Member.DoesNotExist):
        follow(by=bo, other=ann, now=NOW)


def test_a_day_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "A_DAY", 1)
    ann, bo, _ = three()
    follow(by=ann, other=bo, now=NOW)
    with pytest.raises(FollowingError, match="Tomorrow"):
        follow(by=ann, other=member("dee", "Dee"), now=NOW)
