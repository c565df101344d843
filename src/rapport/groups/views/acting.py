"""What the small forms of this room have in common: do it or say why not, and go back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from rapport.groups.refused import Refused
from rapport.kit.returning import back_to
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest
from rapport.members.models import Member
from rapport.profiles.meant import UnclearError, meant


def done(request: HttpRequest, act: Callable[[], object], says: str, where: str) -> HttpResponse:
    """Do `act` and say so, or say what it does not allow; then the page the form stood on, else `where`."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, says)
    return redirect(back_to(request, where))


def with_whom_is_meant(
    request: MemberRequest, act: Callable[[Member], object], says: str, where: str, field: str = "member"
) -> HttpResponse:
    """The same with the member whose name or handle was typed, said as %(name)s; or whom else it may mean."""
    try:
        member = meant(request.member, request.POST.get(field, ""))
    except UnclearError as unclear:
        messages.error(request, str(unclear))
        return redirect(back_to(request, where))
    return done(request, lambda: act(member), says % {"name": member.name}, where)


def named(request: HttpRequest, field: str = "member") -> Member:
    """The member whose handle the form carries; 404 alike for who is not there and who may not be seen."""
    return member_of(request, request.POST.get(field, "").strip().removeprefix("@")[:40])
