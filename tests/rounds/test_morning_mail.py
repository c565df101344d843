from datetime import UTC, datetime, timedelta

import pytest

import cast
from rapport.ledger.promises import promise
from rapport.mailroom.models import Waiting
from rapport.rounds.models import Shown
from rapport.rounds.morning import due, mail_to
from rounds.morning import TODAY, acts, busy_book

pytestmark = pytest.mark.django_db


def early(hour: int = 7, zone: str = "Europe/London") -> cast.Member:
    """Ann with a lively book, who wants her mail at this hour."""
    ann, _ = busy_book()
    ann.mail_hour, ann.zone = hour, zone
    ann.save()
    return ann


def test_the_mail_holds_the_cards_and_where_to_find_them() -> None:
    ann = early()
    todays = acts(ann, minutes=15)
    assert mail_to(ann, now=cast.MORNING)
    mail = Waiting.objects.get()
    assert mail.subject == "Your list for Thursday 19 November"
    assert mail.address == ann.account.email
    assert mail.stop_path
    for act in todays:
        assert f"{act.act}\n{act.reason}\n“{act.opener}”" in mail.body
        assert f"{act.people[0].path}\n" in mail.body
    assert "That is all for today." in mail.body
    assert Shown.objects.count() == len(todays)


def test_the_worker_twice_is_one_mail() -> None:
    ann = early()
    assert mail_to(ann, now=cast.MORNING)
    assert not mail_to(ann, now=cast.MORNING + timedelta(minutes=5))
    assert list(due(cast.MORNING + timedelta(minutes=5))) == []
    assert Waiting.objects.count() == 1


def test_no_mail_when_nothing_is_due_and_none_later_that_day() -> None:
    ann = cast.ann()
    ann.mail_hour = 7
    ann.save()
    assert not mail_to(ann, now=cast.MORNING)
    assert list(due(cast.MORNING + timedelta(hours=3))) == []
    assert not Waiting.objects.exists()


def test_not_before_the_hour_on_the_member_s_wall() -> None:
    early(hour=7, zone="Pacific/Auckland")  # 13 hours ahead in November
    assert list(due(datetime(2026, 11, 18, 17, 59, tzinfo=UTC))) == []
    assert len(list(due(datetime(2026, 11, 18, 18, 0, tzinfo=UTC)))) == 1


def test_who_wants_no_mail_gets_none() -> None:
    ann = early()
    ann.mail_hour = None
    ann.save()
    assert list(due(cast.MORNING)) == []


@pytest.mark.parametrize("night", [datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, tzinfo=UTC)])
def test_once_on_the_nights_when_the_clocks_change(night: datetime) -> None:
    ann = early(hour=1)  # the hour that is left out in March and comes twice in October
    mail_to(ann, now=night)
    Waiting.objects.all().delete()
    quarters = [night + timedelta(minutes=15 * step) for step in range(4 * 12)]
    struck = [now for now in quarters for member in due(now) if mail_to(member, now=now) or True]
    assert len(struck) == 1
    assert struck[0].hour in (0, 1)


@pytest.mark.parametrize(
    "name", ["Cher", "N" * 200, "محمد بن عبد الله", 'Eve "The <b>Bold</b>" O\'Neil', "Anna\r\nBcc: all@x.example"]
)
def test_a_name_of_any_kind_stands_on_one_line(name: str) -> None:
    ann = cast.ann()
    promise(cast.known(ann, name), what="Send the thing", on=TODAY, due_on=TODAY)
    assert mail_to(ann, now=cast.MORNING)
    mail = Waiting.objects.get()
    assert mail.body.startswith(f"Keep your promise to {' '.join(name.split())}\n")
    assert mail.subject == "Your list for Thursday 19 November"
