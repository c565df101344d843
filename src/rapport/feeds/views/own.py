"""A member's own feed, by a key that can be taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.feeds.atom import KIND, document
from rapport.feeds.keys import end_key, make_key, reader_of
from rapport.feeds.telling import absolute, home_of
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
    response = HttpResponse(document(home_of(rows, request.path)), f"{KIND}; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response


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
