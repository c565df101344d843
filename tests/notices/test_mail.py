"""What is new by mail: as often as one wishes, once each, and never an empty one."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

import cast
from notices.acts import act
from rapport.mailroom.models import Waiting
from rapport.mailroom.tray import A_DAY
from rapport.members.models import Member
from rapport.notices.mail import _sentence, forget_old_notices, mail_to, mail_what_is_new
from rapport.notices.models import Notice
from rapport.notices.stopping import hear_by, stop_path

pytestmark = pytest.mark.django_db
LATER = cast.MORNING + timedelta(hours=2)


@pytest.fixture(autouse=True)
def mail_is_written_down(settings: Any) -> None:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    settings.CLOCK_FIXED = cast.MORNING


def mails(member: Member) -> list[str]:
    return list(Waiting.objects.filter(address=member.account.email).order_by("pk").values_list("subject", flat=True))


def test_once_a_day_in_the_morning_all_that_is_new_in_one(ann: Member, bo: Member) -> None:
    act(bo, ann)
    act(bo, ann, "ask")
    assert not mail_to(ann, now=cast.MORNING), "it is twenty to eight"
    assert mail_to(ann, now=LATER)
    act(bo, ann)
    assert not mail_to(ann, now=LATER + timedelta(hours=3))
    assert mails(ann) == ["What is new at Rapport"]


def test_nothing_new_no_mail(ann: Member) -> None:
    assert not mail_to(ann, now=LATER)
    assert mails(ann) == []


def test_at_once_is_at_once_and_nothing_comes_twice(ann: Member, bo: Member) -> None:
    hear_by(ann, "at_once")
    act(bo, ann)
    for _ in range(2):
        mail_to(ann, now=cast.MORNING)
    assert mails(ann) == ["Bo Lindqvist thanks you"]


def test_weekly_waits_for_monday(ann: Member, bo: Member) -> None:
    hear_by(ann, "weekly")
    act(bo, ann)
    assert [mail_to(ann, now=LATER + timedelta(days=days)) for days in (0, 1, 3, 4)] == [False, False, False, True]
    Notice.objects.update(mailed_at=None, made_at=LATER + timedelta(days=4))
    assert [mail_to(ann, now=LATER + timedelta(days=days)) for days in (4, 5, 11)] == [False, False, True]


def test_a_week_whose_monday_the_hub_slept_through_is_mailed_when_it_wakes(ann: Member, bo: Member) -> None:
    hear_by(ann, "weekly")
    act(bo, ann)
    assert mail_to(ann, now=LATER + timedelta(days=6))


def test_what_comes_after_the_morning_waits_for_the_next(ann: Member, bo: Member) -> None:
    act(bo, ann)
    Notice.objects.update(made_at=LATER)
    assert not mail_to(ann, now=LATER + timedelta(hours=3)), "it says: in the morning"
    assert mail_to(ann, now=LATER + timedelta(days=1))


def test_what_was_seen_is_not_mailed(ann: Member, bo: Member) -> None:
    act(bo, ann)
    Notice.objects.update(seen_at=LATER)
    assert not mail_to(ann, now=LATER)


def test_the_mail_says_how_to_stop_it_and_stopping_needs_no_sign_in(ann: Member, bo: Member) -> None:
    hear_by(ann, "at_once")
    act(bo, ann)
    mail_what_is_new.call({})
    assert Waiting.objects.get().stop_path == stop_path(ann)
    assert Client(HTTP_HOST="127.0.0.1").post(stop_path(ann)).status_code == 200
    act(bo, ann)
    mail_what_is_new.call({})
    assert len(mails(ann)) == 1


def test_a_stop_link_that_was_made_up_leads_nowhere() -> None:
    assert Client(HTTP_HOST="127.0.0.1").post("/notices/stop/1:invented/").status_code == 404


def test_what_is_older_than_three_months_is_no_news(ann: Member, bo: Member) -> None:
    act(bo, ann)
    Notice.objects.update(made_at=cast.MORNING - timedelta(days=91))
    forget_old_notices.call({})
    assert not Notice.objects.filter(made_at__lt=cast.MORNING - timedelta(days=90)).exists()


def test_what_ends_in_a_question_mark_is_not_ended_twice() -> None:
    assert [_sentence(says) for says in ("Bo thanks you", "Bo asks you: Why?")] == [
        "Bo thanks you.",
        "Bo asks you: Why?",
    ]


def test_after_many_in_one_day_the_rest_waits_and_is_not_lost(ann: Member, bo: Member) -> None:
    hear_by(ann, "at_once")
    for _ in range(A_DAY + 2):
        act(bo, ann)
        mail_to(ann, now=cast.MORNING)
    assert len(mails(ann)) == A_DAY
    assert Notice.objects.filter(member=ann, mailed_at=None).count() == 2
