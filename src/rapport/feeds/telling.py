"""Posts and comments as entries of feeds."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from rapport.feeds.atom import Entry, Feed, Replies
from rapport.members.models import Hub, Member
from rapport.talk.addressing import path_of
from rapport.talk.models import Comment, Post, Tag, Tagging
from rapport.talk.models.post import PostQuerySet
from rapport.talk.referents import begun

LONGEST = 30  # entries of a feed
COMMENTS = 100
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the age of a feed without entries


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def comments_of(post: Post, viewer: Member | None = None) -> Feed:
    """The newest comments on a public post, as anybody may read them; to a member without those on either side of a
    block, as in all feeds here."""
    rows = Comment.objects.visible_to(None).filter(post=post).by_visible(viewer).select_related("author")
    entries = [_comment(one, post) for one in rows.order_by("-pk")[:COMMENTS]]
    title = _("Comments on %(title)s") % {"title": post.title or begun(post.body)}
    return Feed(absolute(f"{post.path}comments.atom"), absolute(path_of(post)), title, post.changed_at, entries)


def posts_by(member: Member, viewer: Member | None = None) -> Feed:
    """A member's newest public posts."""
    posts = _public(viewer).filter(author=member)
    return _posts(f"{member.path}posts.atom", member.path, member.name, posts)


def posts_on(tag: Tag, viewer: Member | None = None) -> Feed:
    """The newest public posts that bear a tag."""
    posts = _public(viewer).filter(pk__in=Tagging.objects.filter(tag=tag).values("post"))
    return _posts(f"{tag.path}posts.atom", tag.path, f"#{tag.shown}", posts)


def home_of(posts: Iterable[Post], itself: str) -> Feed:
    """What a member reads, for their own reader: these posts."""
    entries = [_post(post) for post in posts]
    return Feed(absolute(itself), absolute("/talk/"), Hub.this().name, _latest(entries), entries)


def _public(viewer: Member | None) -> PostQuerySet:
    found: PostQuerySet = Post.objects.visible_to(None)
    return found if viewer is None else found.filter(author__in=Member.objects.visible_to(viewer))


def _posts(itself: str, page: str, title: str, posts: Iterable[Post]) -> Feed:
    rows = posts.select_related("author").prefetch_related("taggings__tag")  # type: ignore[attr-defined]
    entries = [_post(post) for post in rows.order_by("-published_at", "-pk")[:LONGEST]]
    return Feed(absolute(itself), absolute(page), title, _latest(entries), entries)


def _latest(entries: list[Entry]) -> datetime:
    return max((entry.updated for entry in entries), default=_NEVER)


def _post(post: Post) -> Entry:
    published = post.published_at or post.written_at
    replies = Replies(absolute(f"{post.path}comments.atom"), post.comments, post.changed_at)
    return Entry(
        ident=absolute(post.path),
        href=absolute(path_of(post)),
        title=post.title or begun(post.body),
        html=_absolute_links(post.html),
        author=post.author.name,
        author_href=absolute(post.author.path),
        published=published,
        updated=post.edited_at or published,
        tags=[tagging.tag.key for tagging in post.taggings.all()],
        replies=replies if post.is_public else None,
    )


def _comment(one: Comment, post: Post) -> Entry:
    if one.parent_id is None:
        answered = absolute(post.path), absolute(path_of(post))
    else:
        above = absolute(f"{post.path}comments/{one.parent_id}/")
        answered = above, above
    author = one.author
    return Entry(
        ident=absolute(one.path),
        href=absolute(one.path),
        title=begun(one.body),
        html=_absolute_links(one.html),
        author=author.name if author is not None else _("former member"),
        author_href=absolute(author.path) if author is not None else "",
        published=one.written_at,
        updated=one.edited_at or one.written_at,
        answers=answered,
    )


def _absolute_links(html: str) -> str:
    """Our own links (tags, mentions) lead here from elsewhere too; what members type never begins so."""
    return html.replace('<a class="tag" href="/', f'<a class="tag" href="{absolute("/")}').replace(
        '<a href="/members/', f'<a href="{absolute("/members/")}'
    )
