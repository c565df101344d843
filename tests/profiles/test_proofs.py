"""Proofs against a server of this machine: links both ways, a file on the site, a confirmed address; found and lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django_tasks_db.models import DBTaskResult
from pytest_httpserver import HTTPServer

import cast
from profiles.showing import browser, words
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.jobs import check_link, recheck
from rapport.profiles.links import show_way, take_away
from rapport.profiles.looking import look_soon
from rapport.profiles.models import ProfileLink, Proof, Way
from rapport.profiles.proofs import WELL_KNOWN, Looked, home_of, keep, look
from rapport.profiles.say import say

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
HOME = "http://127.0.0.1:8000/members/bo/"


@pytest.fixture
def site(settings) -> Iterator[HTTPServer]:
    settings.FETCH_ALLOW_NETS = ["127.0.0.0/8"]
    with HTTPServer() as started:
        yield started


def page(site: HTTPServer, html: str, path: str = "/") -> str:
    site.expect_request(path).respond_with_data(html, content_type="text/html")
    return site.url_for(path)


@pytest.mark.parametrize(
    "html",
    [
        f'<a rel="me" href="{HOME}">me</a>',
        f'<a href="{HOME}#about" rel="nofollow ME noopener">me</a>',
        f'<link rel=me href="{HOME.rstrip("/")}">',
        f"<A REL=me HREF=' {HOME} '>",
    ],
)
def test_a_page_that_links_back_is_the_member_s(site: HTTPServer, html: str) -> None:
    assert look(page(site, html), HOME).means == "link"


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{HOME}">me</a>',
        f'<a rel="me" href="{HOME}2/">me</a>',
        '<a rel="me" href="http://127.0.0.1.evil.example/members/bo/">me</a>',
        '<a rel="me" href="http://127.0.0.1:8000@evil.example/members/bo/">me</a>',
        f'<!-- <a rel="me" href="{HOME}"> -->',
        '<a rel="me" href="http://[::1">',
        f"&lt;a rel=me href={HOME}&gt;",
    ],
)
def test_a_page_that_does_not_proves_nothing(site: HTTPServer, html: str) -> None:
    assert look(page(site, html), HOME).means == ""


def test_a_site_is_proven_by_a_file_on_it(site: HTTPServer) -> None:
    address = page(site, "nothing")
    site.expect_request(WELL_KNOWN).respond_with_data(f"hello\n{HOME}\n", content_type="text/plain")
    assert look(address, HOME).means == "file"
    assert look(page(site, "nothing", "/people/bo"), HOME).means == ""


def test_a_redirect_to_another_site_does_not_speak_for_this_one(site: HTTPServer, settings) -> None:
    with HTTPServer() as other:
        there = page(other, f'<a rel="me" href="{HOME}">me</a>')
        site.expect_request("/go").respond_with_data(status=302, headers={"Location": there})
        assert look(site.url_for("/go"), HOME) == Looked()


def test_a_redirect_without_end_proves_nothing(site: HTTPServer) -> None:
    site.expect_request("/ring").respond_with_data(status=302, headers={"Location": "/ring"})
    assert look(site.url_for("/ring"), HOME) == Looked()


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://169.254.169.254/", "http://localhost:5432/"])
def test_no_link_makes_the_server_look_inside(url: str) -> None:
    assert look(url, HOME) == Looked()


def linked(member: Member) -> ProfileLink:
    return ProfileLink.objects.create(
        member=member, platform="web", handle="bo.example", url="https://bo.example/", key="web:bo.example"
    )


def test_a_proof_has_its_day_and_its_end() -> None:
    bo = cast.bo()
    link, day = linked(bo), cast.MORNING
    assert keep(link=link, looked=Looked(), now=day) is None
    keep(link=link, looked=Looked("link"), now=day)
    proof = keep(link=link, looked=Looked("link"), now=day + WEEK)
    assert (proof.proved_at, proof.lost_at, proof.checked_at) == (day, None, day + WEEK)
    proof = keep(link=link, looked=Looked(), now=day + 2 * WEEK)
    assert proof.lost_at == day + 2 * WEEK
    proof = keep(link=link, looked=Looked("file"), now=day + 3 * WEEK)
    assert (proof.proved_at, proof.lost_at, proof.means) == (day + 3 * WEEK, None, "file")


def test_a_site_that_is_silent_once_has_lost_nothing_yet() -> None:
    link, day = linked(cast.bo()), cast.MORNING
    keep(link=link, looked=Looked("link"), now=day)
    assert keep(link=link, looked=Looked(is_silent=True), now=day + WEEK).lost_at is None
    assert keep(link=link, looked=Looked(is_silent=True), now=day + 2 * WEEK).lost_at == day + 2 * WEEK


def test_the_job_looks_and_the_page_says_so(site: HTTPServer) -> None:
    bo = cast.bo()
    say(member=bo, opens_for=Audience.EVERYONE)
    address = page(site, f'<a rel="me" href="{home_of(bo)}">me</a>')
    link = ProfileLink.objects.create(member=bo, platform="web", handle="x", url=address, key="web:x", audience=0)
    check_link.func({"link": link.pk})
    assert "Proven since" in words(browser(None).get(bo.path))
    Proof.objects.update(lost_at=cast.MORNING)
    page_now = words(browser(None).get(bo.path))
    assert "Proven since" not in page_now
    assert "Was proven until 19 November 2026" in page_now
    check_link.func({"link": 999})


def test_old_proofs_are_looked_at_again() -> None:
    bo = cast.bo()
    link = linked(bo)
    Proof.objects.create(
        member=bo, key=link.key, means="link", proved_at=cast.MORNING, checked_at=cast.MORNING - 500 * WEEK
    )
    recheck.func({})
    assert DBTaskResult.objects.filter(task_path__endswith="check_link").count() == 1


def test_an_address_confirmed_by_mail_is_proven_and_lost_with_it() -> None:
    bo = cast.bo()
    confirmed = EmailAddress.objects.create(user=bo.account, email="Bo@harbour.example", verified=True)
    way = show_way(member=bo, text="bo@harbour.example", audience=1, now=cast.MORNING)
    assert Proof.objects.get(key=way.key).means == "mail"
    confirmed.delete()
    recheck.func({})
    assert Proof.objects.get(key=way.key).lost_at is not None
    take_away(row=Way.objects.get())
    assert not Proof.objects.exists()


def test_an_address_of_somebody_else_proves_nothing() -> None:
    EmailAddress.objects.create(user=cast.ann().account, email="bo@harbour.example", verified=True)
    show_way(member=cast.bo(), text="bo@harbour.example", audience=1, now=cast.MORNING)
    assert not Proof.objects.exists()


def test_a_link_is_not_looked_at_over_and_over() -> None:
    bo = cast.bo()
    link = linked(bo)
    assert look_soon(link)
    assert not look_soon(link)
    client = browser(bo)
    client.post(f"/profile/links/{link.pk}/", {"look": "1"})
    assert "looked at just now" in words(client.get("/profile/"))


def test_who_looked_in_vain_reads_when_and_why() -> None:
    bo = cast.bo()
    link = linked(bo)
    for looked, says in (
        (Looked(), "on 19 November 2026 no link back was found"),
        (Looked(is_silent=True), "on 19 November 2026 the other side did not answer"),
    ):
        keep(link=link, looked=looked, now=cast.MORNING)
        assert says in words(browser(bo).get("/profile/"))
