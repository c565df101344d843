"""Where feeds are found: in the head of the pages they tell of, beside comments, in the settings; and where it stands
what others write elsewhere."""

from typing import Any

from django.http import HttpRequest

from rapport.feeds.asking import is_address
from rapport.feeds.keys import word_of
from rapport.feeds.lately import COLUMNS, by_member, by_person, read_by, with_tag
from rapport.feeds.models import Blog, FeedKey, NoticesKey, ShownArticle, ShownBlog
from rapport.feeds.own import is_readable
from rapport.feeds.telling import absolute
from rapport.kit import clock
from rapport.kit.panels import Panel
from rapport.kit.shows import Shows
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.people.models import Identity, Person
from rapport.people.showing.held import held
from rapport.profiles.hosts import shown_url
from rapport.profiles.models import ProfileLink
from rapport.profiles.seen import Seen
from rapport.talk.models import Post, Tag


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
    sites = [one.url for one in held(person, Identity) if one.platform == "web"]
    known = {blog.url for blog in blogs}
    offered = [url for url in sites[:3] if is_address(url) and url not in known]
    return {"person": person, "blogs": blogs, "articles": by_person(person, blogs), "offered": offered}


def written_outside(request: HttpRequest, seen: Seen) -> dict[str, Any] | None:
    """What a member wrote elsewhere lately, for those who see the link that leads there."""
    rows = by_member(seen.member, seen.level)
    return {"rows": rows} if rows else None


def own_blogs(request: MemberRequest, member: Member) -> dict[str, Any] | None:
    """Links of one's profile from where what one writes could be shown, and what became of it."""
    links = [link for link in ProfileLink.objects.filter(member=member).order_by("pk") if is_readable(link)]
    shown = {blog.link_id: blog for blog in ShownBlog.objects.filter(link__in=links)} if links else {}
    rows = [(link, shown_url(link.url), shown.get(link.pk)) for link in links]
    return {"rows": rows} if rows else None


def beside_talk(request: MemberRequest, member: Member) -> dict[str, Any] | None:
    rows = read_by(member)
    return {"rows": rows} if rows else None


def on_tag(request: HttpRequest, tag: Tag) -> dict[str, Any] | None:
    """What bears the tag on blogs; it makes no page by itself."""
    rows = with_tag(tag, getattr(request, "member", None), clock.now())
    return {"rows": rows, "tag": tag} if rows else None


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
    Panel("profile", 610, written_outside, "feeds/panels/written_outside.html"),
    Panel("own-profile", 10, own_blogs, "feeds/panels/own_blogs.html", "links"),
    Panel("talk", 20, beside_talk, "feeds/panels/beside_talk.html", "aside"),
    Panel("tag", 20, on_tag, "feeds/panels/on_tag.html", "below"),
)

SHOWN_TO_ALL = (
    Shows("profile", ShownBlog, fields=("link",)),
    Shows("profile", ShownArticle, fields=("blog", *COLUMNS)),
)
