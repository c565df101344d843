"""Feeds for everybody: comments on a post, a member's posts, a tag."""

import pytest
from django.test import Client

import cast
from feeds.validating import ATOM, THREADS, feed_of
from rapport.kit.cleaning import clean
from rapport.members.audience import Audience
from rapport.talk.commenting import comment, remove
from rapport.talk.models import Post
from rapport.talk.posting import Wording, edit
from talk.saying import LATER, NOW, reading_as, wrote

pytestmark = pytest.mark.django_db
HOSTILE = 'a ]]> <b>&amp; "x" \x0b\x00\ud800 #boats @bo'


@pytest.fixture
def nobody() -> Client:
    return reading_as(None)


@pytest.fixture
def post() -> Post:
    return wrote(cast.ann(), "Who paints #boats?", Audience.EVERYONE)


def test_the_comments_of_a_post_are_a_valid_feed_of_answers(nobody: Client, post: Post) -> None:
    bo = cast.bo()
    first = comment(post=post, author=bo, body="I do", now=LATER)
    comment(post=post, author=bo, body="and my son", parent=first, now=LATER)
    feed = feed_of(nobody.get(f"{post.path}comments.atom").content)
    answers = [entry.find(f"{THREADS}in-reply-to") for entry in feed.findall(f"{ATOM}entry")]
    refs = [answer.get("ref", "") for answer in answers if answer is not None]
    assert [ref.partition("/posts/")[2] for ref in refs] == [f"{post.pk}/comments/{first.pk}/", f"{post.pk}/"]


def test_a_post_in_a_feed_says_where_its_comments_are(nobody: Client, post: Post) -> None:
    comment(post=post, author=cast.bo(), body="I do", now=LATER)
    for path in ("/members/ann/posts.atom", "/tags/boats/posts.atom"):
        feed = feed_of(nobody.get(path).content)
        replies = feed.find(f"{ATOM}entry/{ATOM}link[@rel='replies']")
        assert replies is not None
        assert replies.get("href", "").endswith(f"{post.path}comments.atom")
        assert replies.get(f"{THREADS}count") == "1"


def test_pages_say_where_their_feeds_are(nobody: Client, post: Post) -> None:
    assert f'type="application/atom+xml" title="Comments" href="{post.path}comments.atom"' in str(
        nobody.get(post.path).content
    )
    assert 'href="/tags/boats/posts.atom"' in str(nobody.get("/tags/boats/").content)


@pytest.mark.parametrize("path", ["/posts/{}/comments.atom", "/members/ann/posts.atom", "/tags/boats/posts.atom"])
def test_who_has_it_already_gets_nothing_again(nobody: Client, post: Post, path: str) -> None:
    had = nobody.get(path.format(post.pk))
    by_tag = nobody.get(path.format(post.pk), HTTP_IF_NONE_MATCH=had["ETag"])
    by_date = nobody.get(path.format(post.pk), HTTP_IF_MODIFIED_SINCE=had["Last-Modified"])
    assert (by_tag.status_code, by_tag.content, by_date.status_code) == (304, b"", 304)


def test_a_new_comment_is_there_and_a_deleted_one_is_not(nobody: Client, post: Post) -> None:
    path = f"{post.path}comments.atom"
    had = nobody.get(path)
    made = comment(post=post, author=cast.bo(), body="I do", now=LATER)
    more = nobody.get(path, HTTP_IF_NONE_MATCH=had["ETag"])
    assert b"I do" in more.content
    remove(comment=made, now=LATER)
    again = nobody.get(path, HTTP_IF_NONE_MATCH=more["ETag"])
    assert (again.status_code, b"I do" in again.content) == (200, False)


@pytest.mark.parametrize("audience", [Audience.MEMBERS, Audience.CONNECTIONS, Audience.LIVING_ROOM])
def test_narrowed_it_is_in_no_feed_at_once(nobody: Client, post: Post, audience: Audience) -> None:
    paths = (f"{post.path}comments.atom", "/members/ann/posts.atom", "/tags/boats/posts.atom")
    tags = {path: nobody.get(path)["ETag"] for path in paths}
    edit(post=post, wording=Wording(post.body, audience=audience), now=LATER)
    for path, etag in tags.items():
        assert nobody.get(path, HTTP_IF_NONE_MATCH=etag).status_code == 404, path
        assert reading_as(post.author).get(path).status_code == 404, path


def test_a_suspended_member_is_in_no_feed(nobody: Client, post: Post) -> None:
    bo = cast.bo()
    comment(post=post, author=bo, body="I do", now=LATER)
    path = f"{post.path}comments.atom"
    had = nobody.get(path)
    bo.account.is_active = False
    bo.account.save()
    again = nobody.get(path, HTTP_IF_NONE_MATCH=had["ETag"])
    assert (again.status_code, b"I do" in again.content) == (200, False)


def test_whatever_is_typed_the_feed_stays_valid(nobody: Client) -> None:
    ann = cast.member("ann", 'Ann "<&>" \x1f')
    bo = cast.bo()
    post = wrote(ann, clean(HOSTILE), Audience.EVERYONE, title="<title> & \x02")
    comment(post=post, author=bo, body=clean(HOSTILE), now=LATER)
    Post.objects.filter(pk=post.pk).update(html="<p>\x0b\x1f ]]></p>", title="\x02 & <i>")
    for path in (f"{post.path}comments.atom", "/members/ann/posts.atom", "/tags/boats/posts.atom"):
        feed_of(nobody.get(path).content)


def test_there_is_no_feed_of_who_writes_nothing_for_everyone(nobody: Client) -> None:
    wrote(cast.ann(), at=NOW)
    for path in ("/members/ann/posts.atom", "/members/nobody/posts.atom", "/tags/nothing/posts.atom"):
        assert nobody.get(path).status_code == 404
