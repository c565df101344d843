"""Clean headers, plain text, and a way to stop."""

import pytest
from django.test import Client

import cast
from rapport.mailroom.letters import letter, one_line, stop_path
from rapport.mailroom.send import send

pytestmark = pytest.mark.django_db


def written(subject: str = "Good morning", is_stoppable: bool = True):
    ann = cast.ann()
    mail = send(
        to=ann.account,
        subject=subject,
        body="Write to Bo.",
        kind="",
        now=cast.MORNING,
        stop_path=stop_path(ann.account) if is_stoppable else "",
    )
    return letter(mail)


@pytest.mark.parametrize("line", ["\r\nBcc: cy@town.example", "\u2028Bcc: x", "\x00Bcc", "\x85Bcc: x"])
def test_a_subject_is_one_line(line: str) -> None:
    message = written(f"Bo{line}").message()
    assert "Bcc" not in message
    assert "\n" not in message["Subject"]


def test_it_says_it_is_no_person_and_how_to_stop() -> None:
    message = written().message()
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message.get_content_type() == "text/plain"
    words = message.get_payload(decode=True).decode()
    assert "/mail/stop/" in words
    assert "No more of these mails" in words


def test_the_same_mail_has_the_same_name_at_each_try() -> None:
    message = written(is_stoppable=False)
    assert message.message()["Message-ID"] == message.message()["Message-ID"]
    assert "List-Unsubscribe" not in message.message()


def test_long_subjects_are_cut() -> None:
    assert len(one_line("x " * 5000)) <= 200


def test_ann_stops_the_morning_mail_without_signing_in() -> None:
    ann = cast.ann()
    ann.mail_hour = 7
    ann.save()
    client = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    assert client.get(stop_path(ann.account)).status_code == 200
    ann.refresh_from_db()
    assert ann.mail_hour == 7
    assert client.post(stop_path(ann.account), {"List-Unsubscribe": "One-Click"}).status_code == 200
    ann.refresh_from_db()
    assert ann.mail_hour is None


@pytest.mark.parametrize("word", ["x", "1", "1:forged", ":"])
def test_a_forged_stop_link_is_none(word: str) -> None:
    assert Client(HTTP_HOST="127.0.0.1").post(f"/mail/stop/{word}/").status_code == 404


def test_what_waits_is_shown_to_its_recipient_and_doors_are_not() -> None:
    ann, bo = cast.ann(), cast.bo()
    send(to=ann.account, subject="Good morning", body="Write to Bo.", kind="morning", now=cast.MORNING)
    send(to=ann.account, subject="Your code", body="314159", kind="entry", now=cast.MORNING)
    pages = {}
    for member in (ann, bo):
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(member.account)
        pages[member.handle] = client.get("/settings/").content.decode()
    assert "Write to Bo." in pages["ann"]
    assert "314159" not in pages["ann"]
    assert "Good morning" not in pages["bo"]
