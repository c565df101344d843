"""What is new for a member, as a feed that opens by a key."""

import logging
import re
from typing import Any

import pytest

import cast
from feeds.validating import ATOM, feed_of
from rapport.feeds.keys import make_notices_key
from rapport.feeds.models import NoticesKey
from rapport.help.thanking import thank
from rapport.journal.work import read_all
from rapport.kit.discretion import Discreet
from rapport.members.blocking import block, mute
from rapport.members.models import Account, Member
from rapport.people.models import Book, Person
from talk.saying import NOW, reading_as

pytestmark = pytest.mark.django_db


def key_of(member: Member) -> str:
    return f"/feeds/notices/{make_notices_key(member=member, now=NOW)}/"


def thanked(by: Member, to: Member, text: str = "For the boiler.") -> None:
    thank(by=by, to=to, text=text, now=NOW)
    read_all()


def titles(path: str) -> list[str]:
    found = feed_of(reading_as(None).get(path).content).findall(f"{ATOM}entry/{ATOM}title")
    return [title.text or "" for title in found]


def test_it_says_what_the_page_says_and_leads_there() -> None:
    ann, bo = cast.ann(), cast.bo()
    thanked(bo, ann)
    answer = reading_as(None).get(key_of(ann))
    entry = feed_of(answer.content).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Bo Lindqvist thanks you"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Bo Lindqvist"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert re.fullmatch(r"http://127.0.0.1:8000/thanks/\d+/", link.get("href", ""))
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_who_has_the_newest_is_told_so() -> None:
    ann, bo = cast.ann(), cast.bo()
    thanked(bo, ann)
    path, nobody = key_of(ann), reading_as(None)
    etag = nobody.get(path)["ETag"]
    again = nobody.get(path, HTTP_IF_NONE_MATCH=etag)
    assert (again.status_code, again.content, again["Cache-Control"]) == (304, b"", "private, no-store")
    thanked(bo, ann, "For the key.")
    assert nobody.get(path, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_nothing_of_the_blocked_the_muted_and_the_suspended() -> None:
    ann, others = cast.ann(), [cast.bo(), cast.cy(), cast.mo()]
    for other in others:
        thanked(other, ann)
    path = key_of(ann)
    assert len(titles(path)) == 3
    block(by=others[0], other=ann, now=NOW)
    mute(by=ann, other=others[1], now=NOW)
    Account.objects.filter(pk=others[2].account_id).update(is_active=False)
    assert titles(path) == []


def test_nothing_of_a_book_stands_in_it() -> None:
    ann, bo = cast.ann(), cast.bo()
    thanked(bo, ann)
    Person.objects.create(book=Book.of(ann), name="Bo of the butterflies", folded="bo", added_at=NOW)
    assert b"butterflies" not in reading_as(None).get(key_of(ann)).content


def test_made_anew_taken_back_or_suspended_the_old_address_is_dead() -> None:
    ann, nobody = cast.ann(), reading_as(None)
    first, second = key_of(ann), key_of(ann)
    assert [nobody.get(path).status_code for path in (first, second, "/feeds/notices/x/")] == [404, 200, 404]
    Account.objects.filter(pk=ann.account_id).update(is_active=False)
    assert nobody.get(second).status_code == 404
    Account.objects.filter(pk=ann.account_id).update(is_active=True)
    reading_as(ann).post("/notices/feed/end/")
    assert nobody.get(second).status_code == 404


def test_it_stands_in_the_settings_and_is_found_by_a_reader_in_the_browser() -> None:
    ann, bo = cast.ann(), cast.bo()
    client = reading_as(ann)
    assert "/feeds/notices/" not in client.get("/settings/").content.decode()
    page = client.post("/notices/feed/", follow=True).content.decode()
    link = re.search(r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page)
    assert link is not None
    address = link.group(1)
    assert f'<a href="{address}"' in page
    assert address in client.get("/notices/").content.decode()
    assert reading_as(None).get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200
    assert "/feeds/notices/" not in reading_as(bo).get("/settings/").content.decode()


def test_the_database_alone_opens_nothing_and_the_key_is_in_no_log() -> None:
    path = key_of(cast.ann())
    word = path.split("/")[-2]
    kept = NoticesKey.objects.get()
    assert word not in (kept.seed, kept.digest)
    record = logging.LogRecord("x", logging.WARNING, "", 1, f"Not Found: {path}", (), None)
    assert word not in Discreet("%(message)s").format(record)


def test_with_another_secret_the_old_address_opens_still_and_is_not_shown(settings: Any) -> None:
    ann = cast.ann()
    path = key_of(ann)
    settings.SECRET_KEY = "another"  # noqa: S105 - for tests
    assert reading_as(None).get(path).status_code == 200
    assert path not in reading_as(ann).get("/settings/").content.decode()
