"""The directory: who is listed, by what they are found, and that it tells no more than each shows."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from profiles.showing import FOR, WORDS, bo, browser, connect, words
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Account, Member
from rapport.profiles.directory import listed, listed_for_everyone
from rapport.profiles.findable import index
from rapport.profiles.models import FindableWord, Profile
from rapport.profiles.say import say
from rapport.profiles.views import directory

pytestmark = pytest.mark.django_db


def found(viewer: Member, **asked: str) -> list[str]:
    return [row.member.handle for row in listed(viewer, asked).rows]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("q", "Bo"),
        ("q", "lindqv"),
        ("q", "plumber harbour"),
        ("q", "drips"),
        ("q", "lepidoptera"),
        ("q", "butterflies"),
        ("expertise", "heating"),
        ("place", "amaranth"),
        ("offers", "repairs"),
        ("offers", "plumb"),
        ("wanted", "workshop quay"),
        ("interest", "butterfly"),
        ("interest", "Schmetterlinge"),
    ],
)
def test_a_member_is_found_by_what_they_show(asked: str, text: str) -> None:
    owner, ann = bo(), cast.ann()
    assert found(ann, **{asked: text}) == [owner.handle]


@pytest.mark.parametrize(
    ("asked", "text"),
    [("q", "gardener"), ("expertise", "repairs"), ("wanted", "heating"), ("interest", "choir"), ("q", "bo gardener")],
)
def test_and_by_nothing_else(asked: str, text: str) -> None:
    bo()
    assert found(cast.ann(), **{asked: text}) == []


@pytest.mark.parametrize("audience", FOR)
def test_what_is_not_for_the_viewer_finds_nobody(audience: str) -> None:
    owner, ann, cy, mo = bo(FOR[audience]), cast.ann(), cast.cy(), cast.mo()
    connect(owner, ann)
    connect(owner, cy, lets_in=owner)
    seen = {viewer.handle: bool(found(viewer, q="drips")) for viewer in (mo, ann, cy, owner)}
    level = FOR[audience]
    assert seen == {"mo": level <= 1, "ann": level <= 2, "cy": True, "bo": True}


def test_nobody_is_found_by_mail_address_or_telephone() -> None:
    bo()
    ann = cast.ann()
    for text in (WORDS["ways"], "bo@town.example", "harbour.example"):
        assert found(ann, q=text) == []


def test_the_list_shows_of_each_what_is_for_the_viewer() -> None:
    owner, ann = bo(Audience.CONNECTIONS), cast.ann()
    [row] = [row for row in listed(ann, {}).rows if row.member == owner]
    assert (row.says, row.place, row.photo) == ("", "", "")
    connect(owner, ann)
    [row] = [row for row in listed(ann, {}).rows if row.member == owner]
    assert (row.says, row.place) == (WORDS["business"], WORDS["place"])


def test_who_opts_out_is_nowhere_in_it() -> None:
    owner, ann = bo(), cast.ann()
    say(member=owner, is_listed=False, may_be_indexed=True)
    assert found(ann, q="drips") == []
    assert found(ann) == ["ann"]
    assert listed_for_everyone().rows == []
    assert browser(ann).get(owner.path).status_code == 200


def test_who_is_suspended_or_blocked_is_nowhere_in_it() -> None:
    owner, ann, cy = bo(), cast.ann(), cast.cy()
    block(by=ann, other=owner, now=cast.MORNING)
    Account.objects.filter(pk=cy.account_id).update(is_active=False)
    assert found(ann) == ["ann"]
    assert found(owner) == ["bo"]


def test_those_outside_see_only_who_wants_to_be_found() -> None:
    owner = bo()
    cast.ann()
    assert "Nobody is shown" in words(browser(None).get("/members/"))
    say(member=owner, may_be_indexed=True)
    page = words(browser(None).get("/members/?q=zzz&expertise=zzz"))
    assert "Bo Lindqvist" in page
    assert "Ann Okafor" not in page
    say(member=owner, opens_for=Audience.MEMBERS)
    assert "Bo Lindqvist" not in words(browser(None).get("/members/"))


def crowd(count: int) -> list[Member]:
    accounts = Account.objects.bulk_create([Account(email=f"{n}@crowd.example") for n in range(count)])
    made = Member.objects.bulk_create(
        [Member(account=account, handle=f"m{n}", name=f"Member {n:04}") for n, account in enumerate(accounts)]
    )
    Profile.objects.bulk_create([Profile(member=one, business=f"Trade {n % 7}") for n, one in enumerate(made)])
    index(made)
    return made


def test_pages_end_and_lead_on() -> None:
    crowd(120)
    ann = cast.ann()
    first = listed(ann, {"q": "member"})
    second = listed(ann, {"q": "member"}, after=first.after)
    third = listed(ann, {"q": "member"}, after=second.after)
    assert [len(page.rows) for page in (first, second, third)] == [50, 50, 20]
    assert third.after == ""
    assert listed(ann, {"q": "member"}, before=second.before).rows == first.rows


def test_the_directory_asks_the_database_little() -> None:
    crowd(60)
    client = browser(cast.ann())
    client.get("/members/")
    for path in ("/members/", "/members/?q=trade+member&expertise=x", "/members/?q=trade"):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        assert len(queries) <= 15, path


def test_a_copier_is_stopped_and_a_reader_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "PAGES_A_DAY", 3)
    crowd(60)
    client = browser(cast.ann())
    after = quote(listed(Member.objects.get(handle="m1"), {}).after)
    answers = [client.get(f"/members/?after={after}").status_code for _ in range(5)]
    assert answers == [200, 200, 200, 429, 429]
    assert client.get("/members/").status_code == 200


@pytest.mark.parametrize("mark", ["x", "bnVsbA", "W10", "%00", "W251bGwsIDFd"])
def test_a_mark_that_is_none_leads_to_the_first_page(mark: str) -> None:
    ann = cast.ann()
    assert "Ann Okafor" in words(browser(ann).get(f"/members/?after={mark}"))


def test_a_changed_name_is_found_at_once() -> None:
    ann = cast.ann()
    index([ann])
    Member.objects.filter(pk=ann.pk).update(name="Ann Marsh")
    assert found(ann, q="marsh") == ["ann"]
    assert FindableWord.objects.filter(member=ann, word="okafor").exists()
