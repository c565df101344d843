"""A member's own feed opens by a key that can be taken back."""

import logging
import re

import pytest

import cast
from feeds.validating import ATOM, feed_of
from rapport.feeds.keys import make_key
from rapport.feeds.models import FeedKey
from rapport.kit.discretion import Discreet
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.talk.home import newest
from talk.saying import LATER, NOW, connected, reading_as, wrote

pytestmark = pytest.mark.django_db


def key_of(member: Member) -> str:
    return f"/feeds/mine/{make_key(member=member, now=NOW)}/"


def test_it_holds_what_the_member_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    ann, bo = cast.ann(), cast.bo()
    connected(ann, bo)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: LATER)
    wrote(bo, "for connections", Audience.CONNECTIONS)
    wrote(bo, "for the living room", Audience.LIVING_ROOM)
    answer = reading_as(None).get(key_of(ann))
    assert len(feed_of(answer.content).findall(f"{ATOM}entry")) == len(newest(ann, now=LATER).rows) == 1
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "ETag" not in answer


def test_taken_back_made_anew_or_suspended_the_old_address_is_dead() -> None:
    ann = cast.ann()
    first, second = key_of(ann), key_of(ann)
    nobody = reading_as(None)
    assert [nobody.get(path).status_code for path in (first, second)] == [404, 200]
    ann.account.is_active = False
    ann.account.save()
    assert nobody.get(second).status_code == 404
    ann.account.is_active = True
    ann.account.save()
    reading_as(ann).post("/feeds/key/end/")
    assert nobody.get(second).status_code == 404


def test_it_is_made_on_the_page_of_settings_and_said_once() -> None:
    ann = cast.ann()
    client = reading_as(ann)
    page = client.post("/feeds/key/", follow=True).content.decode()
    address = re.search(r"/feeds/mine/[\w-]+/", page)
    assert address is not None
    assert client.get(address.group()).status_code == 200
    assert address.group() not in client.get("/settings/").content.decode()
    assert FeedKey.objects.count() == 1


def test_the_key_is_in_no_log() -> None:

    record = logging.LogRecord("x", logging.WARNING, "", 1, "Not Found: /feeds/mine/secret-word/", (), None)
    assert "secret" not in Discreet("%(message)s").format(record)
