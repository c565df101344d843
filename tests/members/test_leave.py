"""Who leaves takes everything along: rows, sessions, mail and words on the disk."""

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

import cast
from rapport.kit.holdings import holdings
from rapport.kit.worker import run_waiting
from rapport.mailroom.models import Waiting
from rapport.mailroom.send import send
from rapport.members.models import Account, Member
from tainted import MARK, tainted_book

pytestmark = pytest.mark.django_db
OURS = {"handle": "ann", "password": cast.PASSWORD}


def signed_in(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


@pytest.mark.parametrize("wrong", [{"handle": "bo"}, {"password": "wrong"}, {"password": ""}])
def test_handle_and_password_must_both_be_right(wrong: dict[str, str]) -> None:
    client = signed_in(cast.ann())
    assert "Nothing was deleted" in client.post("/settings/leave/", OURS | wrong).content.decode()
    assert Member.objects.exists()


def test_nothing_of_ann_is_left_in_any_table() -> None:
    ann = cast.ann()
    book = tainted_book(ann).pk
    send(to=ann.account, subject="Hello", body="there", kind="", now=cast.MORNING)
    client, elsewhere = signed_in(ann), signed_in(ann)
    assert client.post("/settings/leave/", OURS).status_code == 200
    held = [holding for holding in holdings() if holding.owner_path.endswith("book")]
    left = [of.kind for of in held if of.model._default_manager.filter(**{of.owner_path: book}).exists()]
    assert (len(held) > 20, left) == (True, [])
    assert not Waiting.objects.exists()
    assert elsewhere.get("/settings/").status_code == 302
    assert not Session.objects.exists()


def test_bo_keeps_everything() -> None:
    ann, bo = cast.ann(), cast.bo()
    kept = cast.known(bo, "Ann Okafor")
    signed_in(ann).post("/settings/leave/", OURS)
    kept.refresh_from_db()
    assert Account.objects.get() == bo.account


@pytest.mark.django_db(transaction=True)
def test_the_words_are_gone_from_the_file_too(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL sees to it by itself")
    ann = cast.ann()
    tainted_book(ann)
    signed_in(ann).post("/settings/leave/", OURS)
    DBTaskResult.objects.exclude(task_path__endswith="compact").delete()
    assert run_waiting("one") == 1
    copy = tmp_path / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    assert MARK.encode() not in copy.read_bytes()
