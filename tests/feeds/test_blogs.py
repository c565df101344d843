"""Outside blogs of people in one's book: followed, asked hourly, and whatever they answer, nothing breaks."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

import cast
from feeds.test_parse import ATOM, JSON, RSS
from rapport.feeds.asking import HOUR, STALE, read_feed
from rapport.feeds.follow import NotFollowedError, follow
from rapport.feeds.jobs import read_blogs
from rapport.feeds.models import Article, Blog
from rapport.feeds.news import wrote_since
from rapport.feeds.soon import READS_A_DAY, read_soon
from rapport.people.models import Person
from talk.saying import LATER, NOW, reading_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo(settings: Any) -> Person:
    settings.FETCH_ALLOW_NETS = ["127.0.0.0/8"]
    return cast.known(cast.ann(), "Bo Lindqvist")


def asked(blog: Blog) -> Blog:
    read_feed(blog, now=LATER)
    blog.refresh_from_db()
    return blog


@pytest.mark.parametrize("body", [RSS, ATOM, JSON])
def test_what_they_wrote_stands_on_their_page(httpserver: HTTPServer, bo: Person, body: bytes) -> None:
    httpserver.expect_request("/feed").respond_with_data(body)
    blog = asked(follow(person=bo, url=httpserver.url_for("/feed"), now=NOW))
    assert (blog.trouble, blog.due_at) == ("", LATER + HOUR)
    page = reading_as(bo.book.owner).get(bo.path).content.decode()
    assert 'href="https://bo.example/keel"' in page
    assert wrote_since(bo.book, NOW - timedelta(days=1), LATER)[bo.pk].url == "https://bo.example/keel"


def test_read_twice_nothing_is_doubled(httpserver: HTTPServer, bo: Person) -> None:
    httpserver.expect_request("/feed").respond_with_data(RSS)
    blog = follow(person=bo, url=httpserver.url_for("/feed"), now=NOW)
    asked(asked(blog))
    assert Article.objects.count() == 1


def test_of_a_page_the_feed_it_names_is_read(httpserver: HTTPServer, bo: Person) -> None:
    page = '<html><link rel="alternate" type="application/rss+xml" href="feed"></html>'
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html")
    httpserver.expect_request("/feed").respond_with_data(RSS)
    asked(follow(person=bo, url=httpserver.url_for("/"), now=NOW))
    assert Article.objects.count() == 1


def test_moved_for_good_is_remembered_and_moved_for_now_is_not(httpserver: HTTPServer, bo: Person) -> None:
    httpserver.expect_request("/new").respond_with_data(RSS)
    for name, status in (("good", 301), ("now", 302)):
        moved = Response(status=status, headers={"Location": "/new"})
        httpserver.expect_request(f"/{name}").respond_with_response(moved)
    good = asked(follow(person=bo, url=httpserver.url_for("/good"), now=NOW))
    now = asked(follow(person=bo, url=httpserver.url_for("/now"), now=NOW))
    assert (good.feed, now.feed) == (httpserver.url_for("/new"), httpserver.url_for("/now"))


def test_gone_for_good_is_asked_no_more(httpserver: HTTPServer, bo: Person) -> None:
    httpserver.expect_request("/feed").respond_with_data("", status=410)
    blog = asked(follow(person=bo, url=httpserver.url_for("/feed"), now=NOW))
    assert blog.due_at is None
    assert "gone for good" in blog.trouble


def test_who_has_it_already_is_told_so(httpserver: HTTPServer, bo: Person) -> None:
    def answer(request: Request) -> Response:
        has_it = request.headers.get("If-None-Match") == '"1"'
        return Response(b"" if has_it else RSS, status=304 if has_it else 200, headers={"ETag": '"1"'})

    httpserver.expect_request("/feed").respond_with_handler(answer)
    blog = asked(follow(person=bo, url=httpserver.url_for("/feed"), now=NOW))
    assert asked(blog).trouble == ""
    assert [log[1].status_code for log in httpserver.log] == [200, 304]


def test_a_page_that_names_a_page_leads_nowhere(httpserver: HTTPServer, bo: Person) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        page = f'<html><link rel="alternate" type="application/rss+xml" href="{other}"></html>'
        httpserver.expect_request(f"/{name}").respond_with_data(page, content_type="text/html")
    assert "no feed" in asked(follow(person=bo, url=httpserver.url_for("/one"), now=NOW)).trouble
    assert len(httpserver.log) == 2


def test_a_feed_that_moved_without_a_word_is_found_by_its_page(httpserver: HTTPServer, bo: Person) -> None:
    blog = follow(person=bo, url=httpserver.url_for("/"), now=NOW)
    Blog.objects.update(feed=httpserver.url_for("/old"), misses=STALE - 1)
    blog.refresh_from_db()
    page = '<html><link rel="alternate" type="application/rss+xml" href="new"></html>'
    httpserver.expect_request("/").respond_with_data(page, content_type="text/html")
    httpserver.expect_request("/new").respond_with_data(RSS)
    assert asked(blog).feed == blog.url
    assert asked(blog).feed == httpserver.url_for("/new")


def test_nobody_makes_the_server_ask_without_end(bo: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    queued: list[int] = []
    monkeypatch.setattr("rapport.feeds.soon.later", lambda what, blog, kind: queued.append(blog))
    blog = follow(person=bo, url="https://a.example/", now=NOW)
    for _ in range(READS_A_DAY + 3):
        read_soon(blog, bo.book.owner)
    assert len(queued) == READS_A_DAY


@pytest.mark.parametrize("body", [b"<rss", b"no feed", b"<rss>" + b"a" * 2_500_000])
def test_what_cannot_be_read_waits_longer_each_time(httpserver: HTTPServer, bo: Person, body: bytes) -> None:
    httpserver.expect_request("/feed").respond_with_data(body)
    blog = asked(follow(person=bo, url=httpserver.url_for("/feed"), now=NOW))
    assert blog.trouble
    assert blog.due_at == LATER + HOUR
    assert asked(blog).due_at == LATER + 2 * HOUR
    assert not Article.objects.exists()


def test_an_address_that_cannot_be_read_is_left_out_and_keeps_nothing_else(httpserver: HTTPServer, bo: Person) -> None:
    page = '<html><link rel="alternate" type="application/rss+xml" href="http://["></html>'
    httpserver.expect_request("/page").respond_with_data(page, content_type="text/html")
    entries = "<item><title>a</title><link>http://[</link></item><item><title>b</title><link>https://a.example/b</link></item>"
    httpserver.expect_request("/feed").respond_with_data(f"<rss><channel>{entries}</channel></rss>")
    assert asked(follow(person=bo, url=httpserver.url_for("/page"), now=NOW)).due_at == LATER + HOUR
    assert not asked(follow(person=bo, url=httpserver.url_for("/feed"), now=NOW)).trouble
    assert [one.title for one in Article.objects.all()] == ["b"]


def test_no_address_within_is_ever_asked(bo: Person, settings: Any) -> None:
    settings.FETCH_ALLOW_NETS = []
    for url in ("http://127.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/"):
        assert "not open" in asked(follow(person=bo, url=url, now=NOW)).trouble, url
    with pytest.raises(NotFollowedError):
        follow(person=bo, url="http://127.0.0.1:1/", now=NOW)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "x" * 600, "ftp://x.example"]
)
def test_what_is_no_address_of_a_page_is_refused(bo: Person, url: str) -> None:
    with pytest.raises(NotFollowedError):
        follow(person=bo, url=url, now=NOW)


def test_nobody_else_reads_or_ends_it(bo: Person) -> None:
    blog = follow(person=bo, url="https://bo.example/", now=NOW)
    for other in (cast.bo(), cast.mo()):
        client = reading_as(other)
        assert client.get(bo.path).status_code == 404
        assert client.post(f"{bo.path}blogs/{blog.number}/end/").status_code == 404
    reading_as(bo.book.owner).post(f"{bo.path}blogs/{blog.number}/end/")
    assert not Blog.objects.exists()


def test_the_hour_queues_only_what_is_due(bo: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(person=bo, url="https://a.example/", now=NOW)
    follow(person=bo, url="https://b.example/", now=LATER)
    follow(person=cast.known(bo.book.owner, "Cy Park"), url="https://a.example/", now=NOW)  # one address, one question
    queued: list[int] = []
    monkeypatch.setattr("rapport.feeds.jobs.later", lambda what, blog, kind: queued.append(blog))
    monkeypatch.setattr("rapport.kit.clock.now", lambda: NOW)
    read_blogs.call({})
    assert len(queued) == 1
