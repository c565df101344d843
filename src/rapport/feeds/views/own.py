"""A member's own feeds, each by a key that can be taken back: what they read, and what is new for them."""

from hashlib import blake2b

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.feeds.atom import KIND, document
from rapport.feeds.keys import (
    end_key,
    end_notices_key,
    make_key,
    make_notices_key,
    notices_reader_of,
    reader_of,
)
from rapport.feeds.telling import absolute, home_of
from rapport.feeds.telling_notices import notices_of
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.talk.home import newest
from rapport.talk.models import Post


@require_safe
def mine(request: HttpRequest, key: str) -> HttpResponse:
    """What the key's member reads on talk's first page: for their reader's eyes, kept by nobody on the way."""
    reader = reader_of(key)
    if reader is None:
        raise Http404
    ids = [row.id for row in newest(reader, now=clock.now()).rows]
    posts = Post.objects.visible_to(reader).filter(pk__in=ids).select_related("author")
    rows = posts.prefetch_related("taggings__tag").order_by("-published_at", "-pk")
    return _for_one(HttpResponse(document(home_of(rows, request.path)), f"{KIND}; charset=utf-8"))


@require_safe
def notices(request: HttpRequest, key: str) -> HttpResponse:
    """What is new for the key's member. Who has the newest is told so; on the way it is kept by nobody."""
    reader = notices_reader_of(key)
    if reader is None:
        raise Http404
    with translation.override(reader.language):
        body = document(notices_of(reader, request.path))
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    answer = get_conditional_response(request, etag=etag, response=HttpResponse(body, f"{KIND}; charset=utf-8"))
    answer = answer or HttpResponse(body, f"{KIND}; charset=utf-8")
    answer["ETag"] = etag
    return _for_one(answer)


def _for_one(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@for_members
@require_POST
def make(request: MemberRequest) -> HttpResponse:
    """A new address, said once; the one before is dead."""
    word = make_key(member=request.member, now=clock.now())
    address = absolute(f"/feeds/mine/{word}/")
    messages.success(request, _("Your feed, shown this once: %(address)s") % {"address": address})
    return redirect("/settings/#feeds")


@for_members
@require_POST
def end(request: MemberRequest) -> HttpResponse:
    end_key(member=request.member)
    messages.success(request, _("The address opens nothing any more."))
    return redirect("/settings/#feeds")


@for_members
@require_POST
def make_notices(request: MemberRequest) -> HttpResponse:
    """A new address of the feed of what is new; the one before is dead."""
    make_notices_key(member=request.member, now=clock.now())
    messages.success(request, _("The feed has a new address; it stands below."))
    return redirect("/settings/#notices-feed")


@for_members
@require_POST
def end_notices(request: MemberRequest) -> HttpResponse:
    end_notices_key(member=request.member)
    messages.success(request, _("The address opens nothing any more."))
    return redirect("/settings/#notices-feed")
