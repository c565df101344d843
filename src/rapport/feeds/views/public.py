"""Feeds for everybody: they show what somebody without an account may read, to whoever asks; to a member nothing of
those on either side of a block."""

from hashlib import blake2b

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from rapport.feeds.atom import KIND, Feed, document
from rapport.feeds.telling import comments_of, posts_by, posts_on
from rapport.members.blocking import is_between
from rapport.members.models import Member
from rapport.talk.anonymous import state_of
from rapport.talk.models import Post, Tag
from rapport.talk.writing import tag_key


@require_safe
def comments(request: HttpRequest, number: int) -> HttpResponse:
    """The comments on a public post. Who has the newest is told so from the post's row alone."""
    state = state_of(number)
    post = Post.objects.visible_to(None).filter(pk=number).select_related("author").first() if state else None
    if post is None:
        raise Http404
    viewer = _viewer(request)
    if viewer is not None:
        is_hidden = is_between(viewer, post.author)
        return _listed(request, None if is_hidden else comments_of(post, viewer), may_be_empty=True)
    etag = f'"{blake2b(repr((number, state)).encode(), digest_size=12).hexdigest()}"'
    if _has_it(request, etag, post.changed_at.timestamp()):
        return _marked(request, HttpResponseNotModified(), etag, post.changed_at.timestamp())
    return _marked(request, _answer(comments_of(post)), etag, post.changed_at.timestamp())


@require_safe
def member(request: HttpRequest, handle: str) -> HttpResponse:
    """A member's public posts; nothing is said of who has none."""
    found = Member.objects.visible_to(None).filter(handle=handle).first()
    return _listed(request, posts_by(found, _viewer(request)) if found is not None else None)


@require_safe
def tag(request: HttpRequest, tag: str) -> HttpResponse:
    """Public posts with a tag."""
    found = Tag.objects.filter(key=tag_key(tag)).first()
    return _listed(request, posts_on(found, _viewer(request)) if found is not None else None)


def _viewer(request: HttpRequest) -> Member | None:
    return getattr(request, "member", None)


def _listed(request: HttpRequest, feed: Feed | None, *, may_be_empty: bool = False) -> HttpResponse:
    if feed is None or not (feed.entries or may_be_empty):
        raise Http404
    body = document(feed)
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    at = feed.updated.timestamp()
    answer = HttpResponseNotModified() if _has_it(request, etag, at) else HttpResponse(body, f"{KIND}; charset=utf-8")
    return _marked(request, answer, etag, at)


def _answer(feed: Feed) -> HttpResponse:
    return HttpResponse(document(feed), f"{KIND}; charset=utf-8")


def _has_it(request: HttpRequest, etag: str, at: float) -> bool:
    named = request.headers.get("If-None-Match")
    if named is not None:
        return etag in named or named.strip() == "*"
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(at) <= since


def _marked(request: HttpRequest, response: HttpResponse, etag: str, at: float) -> HttpResponse:
    response["ETag"], response["Last-Modified"] = etag, http_date(at)
    if _viewer(request) is None:
        response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response
