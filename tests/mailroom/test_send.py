"""Every mail is written down, sent once, tried again, and never sent to whoever asks for it too often."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import send_mail
from django.db import transaction
from django.test import Client
from django_tasks_db.models import DBTaskResult

import cast
from events.gathering import evening, says
from rapport.calendars.appointments import mail_appointments
from rapport.help.thanking import thank_by_mail
from rapport.kit import jobs, worker
from rapport.kit import waiting as queue
from rapport.kit.worker import run_waiting
from rapport.mailroom import send as sending
from rapport.mailroom.models import Waiting
from rapport.mailroom.send import carry_out, forget_old_mail, send, take_up_again
from rapport.mailroom.tray import A_DAY
from rapport.members.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(settings) -> Account:
    settings.MAIL_SERVER = "django.core.mail.backends.locmem.EmailBackend"
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    return cast.ann().account


def write(to: Account, subject: str = "Good morning", **more) -> Waiting:
    return send(to=to, subject=subject, body="Write to Bo.", kind="morning", now=cast.MORNING, **more)


def test_a_mail_is_sent_once(ann: Account) -> None:
    waiting = write(ann)
    run_waiting("one")
    carry_out.call({"mail": waiting.pk})
    assert [sent.to for sent in mail.outbox] == [["ann@town.example"]]
    assert not Waiting.objects.exists()


def test_without_a_server_it_waits(ann: Account, settings) -> None:
    settings.MAIL_SERVER = ""
    write(ann)
    assert run_waiting("one") == 0
    assert Waiting.objects.get().subject == "Good morning"


def test_what_is_rolled_back_is_not_sent(ann: Account) -> None:
    with transaction.atomic():
        write(ann)
        transaction.set_rollback(True)
    assert run_waiting("one") == 0


def test_a_server_that_refuses_is_asked_again(ann: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    at = {"now": cast.MORNING}
    for module in (jobs, queue, worker, sending):
        monkeypatch.setattr(module, "present" if module is sending else "now", lambda: at["now"])
    waiting = write(ann)
    with monkeypatch.context() as broken:
        broken.setattr(sending, "_carry", _refuse)
        run_waiting("one")
    waiting.refresh_from_db()
    assert waiting.failed_at == cast.MORNING
    at["now"] += timedelta(minutes=1)
    run_waiting("one")
    assert len(mail.outbox) == 1


def test_what_was_given_up_is_tried_each_hour_for_days_and_sent_once(
    ann: Account, settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLOCK_FIXED = cast.MORNING
    write(ann)
    with monkeypatch.context() as broken:
        broken.setattr(sending, "_carry", _refuse)
        for hours in range(3):
            settings.CLOCK_FIXED = cast.MORNING + timedelta(hours=hours)
            take_up_again.call({})
            while run_waiting("one"):
                settings.CLOCK_FIXED += timedelta(minutes=1)
    assert DBTaskResult.objects.filter(status="READY").count() == 1
    settings.CLOCK_FIXED = cast.MORNING + timedelta(days=1)
    for _ in range(2):
        take_up_again.call({})
    run_waiting("one")
    take_up_again.call({})
    assert (run_waiting("one"), len(mail.outbox)) == (0, 1)


def _refuse(_: Waiting) -> None:
    raise smtplib.SMTPServerDisconnected


def test_sign_in_mails_come_the_same_way(ann: Account) -> None:
    send_mail("Your code", "123", None, ["Ann@town.example"])
    run_waiting("one")
    assert len(mail.outbox) == 1


def test_what_others_write_to_an_address_is_not_shown_to_whoever_says_it_is_theirs(ann: Account, settings) -> None:
    """Nobody proves an address where no mail goes out: somebody who came in with Bo's reads nothing of his."""
    settings.MAIL_SERVER, settings.CLOCK_FIXED = "", cast.MORNING
    eve, bo = cast.member("eve", "Eve"), cast.bo()
    Account.objects.filter(pk=eve.account_id).update(email="bo@town.example")
    thank_by_mail(by=ann.member, name="Bo", address="bo@town.example", text="For the boiler.", now=cast.MORNING)
    says(evening(ann.member), bo)
    mail_appointments.call({})
    assert {waiting.address for waiting in Waiting.objects.all()} == {"bo@town.example"}
    reader = Client(HTTP_HOST="127.0.0.1")
    for who, count in ((eve, 0), (bo, 1)):
        reader.force_login(who.account)
        assert reader.get("/settings/").content.decode().count("<details><summary>") == count


def test_an_address_gets_so_many_in_a_day_with_or_without_a_plus(ann: Account) -> None:
    for number in range(A_DAY + 10):
        send_mail("Your code", "123", None, [f"ann+{number}@town.example"])
    assert Waiting.objects.count() == A_DAY


def test_much_news_in_a_day_keeps_nobody_from_the_mail_they_come_in_by(ann: Account) -> None:
    for kind in ("", "entry"):
        for _ in range(A_DAY + 1):
            mail.EmailMessage("x", "x", None, [ann.email], headers={"X-Rapport-Kind": kind}).send()
    assert Waiting.objects.filter(kind="entry").count() == A_DAY


def test_old_mail_is_forgotten_and_doors_sooner(ann: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    write(ann)
    Waiting.objects.create(
        account=ann, address=ann.email, subject="Code", body="1", kind="entry", written_at=cast.MORNING
    )
    monkeypatch.setattr(sending, "present", lambda: cast.MORNING + timedelta(days=2))
    forget_old_mail.call({})
    assert [waiting.kind for waiting in Waiting.objects.all()] == ["morning"]
