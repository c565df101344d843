"""Who hears of what others did, and who does not."""

import pytest

import cast
from notices.acts import act
from rapport.journal.write import forget
from rapport.members.blocking import block, mute, unmute
from rapport.members.models import Member
from rapport.notices.models import Notice
from rapport.notices.saying import said

pytestmark = pytest.mark.django_db


def heard(member: Member) -> list[str]:
    return [one.says for one in said(member, list(Notice.objects.of(member).select_related("deed__actor")))]


def test_whom_a_deed_was_done_towards_hears_of_it_and_the_doer_does_not(ann: Member, bo: Member) -> None:
    act(bo, ann)
    assert (heard(ann), heard(bo)) == (["Bo Lindqvist thanks you"], [])


def test_nobody_hears_of_whom_they_have_blocked_before_or_since(ann: Member, bo: Member) -> None:
    act(bo, ann)
    block(by=ann, other=bo, now=cast.MORNING)
    act(bo, ann)
    assert heard(ann) == []
    assert Notice.objects.count() == 1


def test_whom_one_has_muted_is_not_heard_until_one_wishes(ann: Member, bo: Member) -> None:
    act(bo, ann)
    mute(by=ann, other=bo, now=cast.MORNING)
    assert heard(ann) == []
    unmute(by=ann, other=bo)
    assert len(heard(ann)) == 1


def test_who_is_suspended_is_heard_of_no_more(ann: Member, bo: Member) -> None:
    act(bo, ann)
    bo.account.is_active = False
    bo.account.save()
    assert heard(ann) == []


def test_what_it_was_about_is_gone_and_so_is_the_notice(ann: Member, bo: Member) -> None:
    act(bo, ann, subject="post:1")
    assert heard(ann) == [], "nobody may see a post that no room knows"
    forget("post:1")
    assert not Notice.objects.exists()
