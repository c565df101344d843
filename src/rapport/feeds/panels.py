"""Where feeds are found: in the head of the pages they tell of, beside comments, in the settings."""

from typing import Any

from django.http import HttpRequest

from rapport.feeds.follow import is_address
from rapport.feeds.keys import word_of
from rapport.feeds.models import Article, Blog, FeedKey, NoticesKey
from rapport.feeds.telling import absolute
from rapport.kit.panels import Panel
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.people.models import Identity, Person
from rapport.people.showing.held import held
from rapport.talk.models import Post, Tag

FEW = 5


def of_post(request: HttpRequest, post: Post) -> dict[str, Any] | None:
    return {"post": post} if post.is_public else None


def of_tag(request: HttpRequest, tag: Tag) -> dict[str, Any]:
    return {"tag": tag}


def of_member(request: HttpRequest, subject: Any) -> dict[str, Any] | None:
    """Of a member who wrote something for everyone."""
    is_told = Post.objects.visible_to(None).filter(author=subject.member).exists()
    return {"member": subject.member} if is_told else None


def own_key(request: HttpRequest, member: Member) -> dict[str, Any]:
    return {"key": FeedKey.objects.filter(member=member).first()}


def notices_key(request: HttpRequest, member: Member) -> dict[str, Any]:
    key = NoticesKey.objects.filter(member=member).first()
    return {"key": key, "address": absolute(f"/feeds/notices/{word}/") if key and (word := word_of(key)) else ""}


def notices_link(request: HttpRequest, member: Member) -> dict[str, Any] | None:
    """In the head of one's own pages, so that a reader in the browser finds it."""
    found = notices_key(request, member)
    return found if found["address"] else None


def blogs_of(request: MemberRequest, person: Person) -> dict[str, Any] | None:
    """What they wrote elsewhere lately, and a line to follow a blog of theirs."""
    blogs = sorted(held(person, Blog), key=lambda blog: blog.number)
    articles = Article.objects.filter(blog__in=blogs).order_by("-published_at", "pk")[:FEW] if blogs else ()
    sites = [one.url for one in held(person, Identity) if one.platform == "web"]
    known = {blog.url for blog in blogs}
    offered = [url for url in sites[:3] if is_address(url) and url not in known]
    return {"person": person, "blogs": blogs, "articles": list(articles), "offered": offered}


FEEDS = (
    Panel("post", 10, of_post, "feeds/panels/post_links.html", "head"),
    Panel("post", 20, of_post, "feeds/panels/comments.html", "comments"),
    Panel("tag", 10, of_tag, "feeds/panels/tag_link.html", "head"),
    Panel("profile", 10, of_member, "feeds/panels/member_link.html", "head"),
    Panel("settings", 700, own_key, "feeds/panels/key.html"),
    Panel("settings", 45, notices_key, "feeds/panels/notices_key.html"),
    Panel("settings", 10, notices_link, "feeds/panels/notices_link.html", "head"),
    Panel("notices", 10, notices_link, "feeds/panels/notices_link.html", "head"),
    Panel("person", 650, blogs_of, "feeds/panels/blogs.html"),
)
