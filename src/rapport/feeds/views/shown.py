"""A member says of a link of their profile that what they write there is shown, or no more."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.feeds.own import NotReadError, hide_blog, show_blog
from rapport.feeds.soon import read_soon
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.profiles.models import ProfileLink

BACK = "/profile/?open=links#blogs"


@for_members
@require_POST
def show(request: MemberRequest, link: int) -> HttpResponse:
    try:
        blog = show_blog(link=_own(request, link), now=clock.now())
    except NotReadError as refused:
        messages.error(request, str(refused))
    else:
        read_soon(blog, request.member)
        messages.success(request, _("It is looked at in a moment; then it stands on your profile."))
    return redirect(BACK)


@for_members
@require_POST
def end(request: MemberRequest, link: int) -> HttpResponse:
    hide_blog(link=_own(request, link))
    messages.success(request, _("It is shown no more."))
    return redirect(BACK)


def _own(request: MemberRequest, number: int) -> ProfileLink:
    found: ProfileLink | None = ProfileLink.objects.filter(member=request.member, pk=number).first()
    if found is None:
        raise Http404
    return found
