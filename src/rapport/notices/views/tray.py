"""What is new, newest first, and putting it aside."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from rapport.kit import clock
from rapport.kit.live import live
from rapport.kit.pages import page_of
from rapport.kit.panels import rendered
from rapport.kit.returning import back_to
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.notices.models import Notice
from rapport.notices.panels import freshest, mark_of
from rapport.notices.saying import said


@for_members
@require_GET
def tray(request: MemberRequest) -> HttpResponse:
    rows = Notice.objects.of(request.member).select_related("deed__actor")
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ["-pk"], after=after, before=before, size=40)
    spoken = said(request.member, page.rows)
    show_faces(request.member, [one.actor for one in spoken])
    newest = max((notice.pk for notice in page.rows), default=0)
    head = rendered("notices", "head", request, request.member)
    return render(request, "notices/tray.html", {"spoken": spoken, "page": page, "newest": newest, "head": head})


@for_members
@require_GET
def fresh(request: MemberRequest) -> HttpResponse:
    """The part of a page that tells what has just come, for pages that stay open."""
    mark = mark_of(request.member)
    return live(request, mark, "notices/panels/fresh.html", lambda: freshest(request, request.member))


@for_members
@require_POST
def seen(request: MemberRequest) -> HttpResponse:
    """Everything up to the newest that was shown is no news any more."""
    newest = request.POST.get("newest", "")
    if newest.isdecimal() and len(newest) < 19:
        rows = Notice.objects.fresh().filter(member=request.member, pk__lte=int(newest))
        rows.update(seen_at=clock.now())
    return redirect(back_to(request, "/notices/"))
