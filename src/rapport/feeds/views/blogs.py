"""Following a blog of somebody in one's book, from their page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.feeds import follow as following
from rapport.feeds.models import Blog
from rapport.feeds.soon import read_soon
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of


@for_members
@require_POST
def follow(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    try:
        blog = following.follow(person=person, url=request.POST.get("url", "")[:2000], now=clock.now())
    except following.NotFollowedError as refused:
        messages.error(request, str(refused))
    else:
        read_soon(blog, request.member)
        messages.success(request, _("Followed; what they wrote stands here soon. They are not told."))
    return redirect(f"{person.path}#blogs")


@for_members
@require_POST
def end(request: MemberRequest, number: int, blog: int) -> HttpResponse:
    person = person_of(request, number)
    Blog.objects.filter(person=person, number=blog).delete()
    return redirect(f"{person.path}#blogs")
