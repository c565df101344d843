"""What members write elsewhere is shown here if they say so, to those who see the link that leads there."""

from typing import Any

import pytest
from pytest_httpserver import HTTPServer

import cast
from feeds.test_parse import ATOM, RSS
from rapport.feeds.asking import read_feed
from rapport.feeds.follow import follow
from rapport.feeds.jobs import read_blog
from rapport.feeds.models import Article, ShownArticle, ShownBlog
from rapport.feeds.own import MOST_SHOWN, NotReadError, show_blog
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.profiles.links import link, take_away
from rapport.profiles.models import ProfileLink
from rapport.profiles.same import yes
from rapport.profiles.say import say
from rapport.talk.tags import follow_tag
from talk.saying import LATER, NOW, connected, reading_as

pytestmark = pytest.mark.django_db
TAGGED = RSS.replace(b"</guid>", b"</guid><category>EventProfs</category>")
ENTRY = "https://bo.example/keel"


@pytest.fixture
def bo(settings: Any) -> Member:
    settings.FETCH_ALLOW_NETS = ["127.0.0.0/8"]
    member = cast.bo()
    say(member=member, opens_for=Audience.EVERYONE)
    return member


def writes(member: Member, audience: int = Audience.EVERYONE, body: bytes = TAGGED, server: Any = None) -> ShownBlog:
    """The member shows a blog; what it tells is what `body` tells."""
    blog = show_blog(link=linked(member, audience), now=NOW)
    server.expect_request("/feed").respond_with_data(body)
    ShownBlog.objects.filter(pk=blog.pk).update(feed=server.url_for("/feed"))
    blog.refresh_from_db()
    read_feed(blog, now=LATER)
    return blog


def linked(member: Member, audience: int = Audience.EVERYONE, at: str = "https://bo.example/") -> ProfileLink:
    return link(member=member, text=at, audience=audience)


def says(viewer: Member | None, path: str) -> bool:
    answer = reading_as(viewer).get(path)
    return answer.status_code == 200 and ENTRY in answer.content.decode()


def test_it_stands_on_their_profile_with_the_way_out_and_its_day(bo: Member, httpserver: HTTPServer) -> None:
    writes(bo, server=httpserver)
    page = reading_as(None).get(bo.path).content.decode()
    part = page.partition('id="blog"')[2].partition("</section>")[0]
    assert f'href="{ENTRY}" rel="nofollow ugc noopener noreferrer"' in part
    assert "bo.example" in part
    assert "2026-11-19" in part


@pytest.mark.parametrize(
    ("audience", "seen"), [(Audience.EVERYONE, "nsce"), (Audience.MEMBERS, "sce"), (Audience.CONNECTIONS, "ce")]
)
def test_who_does_not_see_the_link_sees_nothing_of_it(
    bo: Member, httpserver: HTTPServer, audience: int, seen: str
) -> None:
    writes(bo, audience, server=httpserver)
    ann, cy, mo = cast.ann(), cast.cy(), cast.mo()
    connected(bo, ann)
    follow_tag(by=cy, word="eventprofs", now=NOW)
    Follow.objects.create(by=cy, other=bo, since=NOW)
    block(by=bo, other=mo, now=NOW)
    for letter, viewer in (("n", None), ("s", cy), ("c", ann), ("e", bo), ("x", mo)):
        assert says(viewer, bo.path) == (letter in seen), letter
    assert says(cy, "/tags/eventprofs/") == ("s" in seen)
    assert says(cy, "/talk/") == ("s" in seen)
    assert says(ann, "/talk/") is True
    assert not says(mo, "/tags/eventprofs/")


def test_narrowed_taken_away_or_ended_it_is_gone_at_once(bo: Member, httpserver: HTTPServer) -> None:
    blog = writes(bo, server=httpserver)
    assert says(None, bo.path)
    linked(bo, Audience.CONNECTIONS)
    assert not says(None, bo.path)
    reading_as(bo).post(f"/feeds/own/{blog.link_id}/end/")
    assert not ShownArticle.objects.exists()
    show_blog(link=blog.link, now=NOW)
    take_away(row=blog.link)
    assert not ShownBlog.objects.exists()


def test_a_closed_profile_and_a_suspended_member_show_nothing(bo: Member, httpserver: HTTPServer) -> None:
    writes(bo, server=httpserver)
    say(member=bo, opens_for=Audience.MEMBERS)
    assert not ShownArticle.objects.visible_to(None).exists()
    ann = cast.ann()
    assert ShownArticle.objects.visible_to(ann).exists()
    bo.account.is_active = False
    bo.account.save()
    assert not ShownArticle.objects.visible_to(ann).exists()


def test_one_who_is_muted_stands_in_no_list_and_on_their_own_page(bo: Member, httpserver: HTTPServer) -> None:
    writes(bo, server=httpserver)
    ann = cast.ann()
    connected(bo, ann)
    mute(by=ann, other=bo, now=NOW)
    assert not says(ann, "/talk/")
    assert says(ann, bo.path)


def test_all_who_read_it_are_told_by_one_question(bo: Member, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/feed").respond_with_data(ATOM, headers={"ETag": '"1"'})
    address = httpserver.url_for("/feed")
    blog = show_blog(link=linked(bo), now=NOW)
    ShownBlog.objects.update(feed=address)
    for reader in (cast.ann(), cast.mo()):
        follow(person=cast.known(reader, "Bo"), url=address, now=NOW)
    read_blog.call({"blog": blog.pk, "kind": "shown"})
    assert len(httpserver.log) == 1
    assert (ShownArticle.objects.count(), Article.objects.count()) == (1, 2)


def test_it_is_asked_for_on_the_page_of_one_s_profile(bo: Member) -> None:
    row, client = linked(bo), reading_as(bo)
    assert f"/feeds/own/{row.pk}/" in client.get("/profile/?open=links").content.decode()
    client.post(f"/feeds/own/{row.pk}/")
    client.post(f"/feeds/own/{row.pk}/")
    assert ShownBlog.objects.count() == 1
    assert f"/feeds/own/{row.pk}/end/" in client.get("/profile/?open=links").content.decode()


def test_nobody_shows_or_ends_what_another_writes(bo: Member) -> None:
    blog = show_blog(link=linked(bo), now=NOW)
    other = reading_as(cast.cy())
    for path in (f"/feeds/own/{blog.link_id}/", f"/feeds/own/{blog.link_id}/end/"):
        assert other.post(path).status_code == other.post("/feeds/own/99/").status_code == 404
    assert ShownBlog.objects.count() == 1


def test_where_nothing_can_be_read_and_too_many_are_refused(bo: Member) -> None:
    with pytest.raises(NotReadError):
        show_blog(link=linked(bo, at="https://www.linkedin.com/in/bo"), now=NOW)
    for number in range(MOST_SHOWN):
        show_blog(link=linked(bo, at=f"https://bo{number}.example/"), now=NOW)
    with pytest.raises(NotReadError):
        show_blog(link=linked(bo, at="https://one-more.example/"), now=NOW)


def test_no_address_within_is_read_and_the_member_is_told(bo: Member, settings: Any) -> None:
    settings.FETCH_ALLOW_NETS = []
    blog = show_blog(link=linked(bo), now=NOW)
    ShownBlog.objects.update(feed="http://169.254.169.254/latest/")
    blog.refresh_from_db()
    read_feed(blog, now=LATER)
    assert "not open" in reading_as(bo).get("/profile/?open=links").content.decode()


def test_what_would_run_or_mislead_is_shown_as_plain_words(bo: Member, httpserver: HTTPServer) -> None:
    def item(title: str, href: str) -> str:
        return f"<item><title><![CDATA[{title}]]></title><link>{href}</link></item>"

    body = "<rss><channel>" + "".join(
        (
            item("<img src=x onerror=alert(1)>\u202egnp", ENTRY),
            item("run", "javascript:alert(1)"),
            item("user", "https://bank.example@evil.example/"),
            item("look", "https://xn--80ak6aa92e.example/"),
            item("mixed", "https://p\u0430ypal.example/"),
            item("far", "//169.254.169.254/x"),
        )
    )
    writes(bo, body=(body + "</channel></rss>").encode(), server=httpserver)
    page = reading_as(None).get(bo.path).content.decode().partition('id="blog"')[2].partition("</section>")[0]
    assert "<img" not in page
    assert "\u202e" not in page
    assert "javascript:" not in page
    assert "bank.example" not in page
    assert "xn--pypal-4ve.example" in page


def test_a_linked_person_s_page_shows_it_as_far_as_the_owner_sees(bo: Member, httpserver: HTTPServer) -> None:
    writes(bo, Audience.CONNECTIONS, server=httpserver)
    ann = cast.ann()
    person = cast.known(ann, "Bo Lindqvist")
    yes(person=person, member=bo, now=NOW)
    assert not says(ann, person.path)
    connected(bo, ann)
    assert says(ann, person.path)
