"""What one member does about another: each address is a thing between the two, `act` says what becomes of it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import clean
from rapport.kit.returning import back_to
from rapport.members import blocking
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.network import connect, livingroom
from rapport.network.asking import AskingError
from rapport.network.follow import FollowingError, follow, unfollow
from rapport.network.models import Connection
from rapport.network.not_this_one import not_this_one
from rapport.network.showing import bond

P = ParamSpec("P")
LONGEST = 500


def towards_another(
    view: Callable[[MemberRequest, Member], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """The other is found through permission, and is not oneself; gone in this moment is as if never there."""

    @for_members
    def guarded(request: MemberRequest, handle: str) -> HttpResponse:
        other = member_of(request, handle)
        if other.pk == request.member.pk:
            raise Http404
        try:
            return view(request, other)
        except Member.DoesNotExist:
            raise Http404 from None

    return guarded  # type: ignore[return-value]


@require_http_methods(["GET", "POST"])
@towards_another
def connection(request: MemberRequest, other: Member) -> HttpResponse:
    """Asking with a note; and ask, accept, ignore, withdraw, end."""
    if request.method == "POST":
        return _connected(request, other)
    return render(request, "network/connection.html", {"bond": bond(request.member, other), "note": ""})


def _connected(request: MemberRequest, other: Member) -> HttpResponse:
    act, me, now = request.POST.get("act", ""), request.member, clock.now()
    if act == "ask":
        return _asked(request, other)
    if act == "accept" and connect.accept(by=me, asker=other, now=now):
        messages.success(request, _("You and %(name)s are connected now.") % {"name": other.name})
    elif act == "accept":
        messages.warning(request, _("That request is no longer there; nothing was changed."))
    elif act == "ignore":
        connect.ignore(by=me, asker=other, now=now)
        messages.success(request, _("Left at that. %(name)s is not told.") % {"name": other.name})
    elif act == "withdraw":
        connect.withdraw(by=me, other=other, now=now)
        messages.success(request, _("Taken back."))
    elif act == "end":
        connect.disconnect(by=me, other=other, now=now)
        messages.success(request, _("You and %(name)s are no longer connected; nobody is told.") % {"name": other.name})
    return redirect(back_to(request, other.path))


def _asked(request: MemberRequest, other: Member) -> HttpResponse:
    note = clean(request.POST.get("note", "")).strip()
    if len(note) > LONGEST:
        messages.error(request, _("A note has at most 500 letters. Nothing was sent."))
        return render(request, "network/connection.html", {"bond": bond(request.member, other), "note": note[:5000]})
    were_connected = Connection.objects.filter(member=request.member, other=other).exists()
    try:
        is_met = connect.ask(by=request.member, other=other, note=note, now=clock.now())
    except AskingError as enough:
        messages.error(request, str(enough))
        return render(request, "network/connection.html", {"bond": bond(request.member, other), "note": note})
    says = _("%(name)s is asked.")
    if is_met:  # by asking: the other had asked before, which one may have forgotten, or had left at that
        says = (
            _("You and %(name)s are connected now.")
            if were_connected
            else _("%(name)s had asked you; you are connected.")
        )
    messages.success(request, says % {"name": other.name})
    return redirect(back_to(request, other.path))


@require_POST
@towards_another
def living_room(request: MemberRequest, other: Member) -> HttpResponse:
    """`act`: in or out."""
    change = livingroom.let_in if request.POST.get("act") == "in" else livingroom.show_out
    if not change(by=request.member, other=other):
        messages.error(request, _("Only somebody you are connected with can be in your living room."))
    return redirect(back_to(request, other.path))


@require_POST
@towards_another
def following(request: MemberRequest, other: Member) -> HttpResponse:
    """`act`: follow or unfollow."""
    if request.POST.get("act") == "unfollow":
        unfollow(by=request.member, other=other)
    else:
        try:
            follow(by=request.member, other=other, now=clock.now())
        except FollowingError as enough:
            messages.error(request, str(enough))
    return redirect(back_to(request, other.path))


@require_POST
@towards_another
def mute(request: MemberRequest, other: Member) -> HttpResponse:
    """`act`: mute or unmute."""
    if request.POST.get("act") == "unmute":
        blocking.unmute(by=request.member, other=other)
        messages.success(request, _("You read %(name)s again.") % {"name": other.name})
    else:
        blocking.mute(by=request.member, other=other, now=clock.now())
        says = _("You read nothing more of %(name)s, who is not told. Under Settings you can undo it.")
        messages.success(request, says % {"name": other.name})
    return redirect(back_to(request, other.path))


@require_POST
@towards_another
def block(request: MemberRequest, other: Member) -> HttpResponse:
    """From here there is no way back to the other's page; undoing stands in the settings."""
    blocking.block(by=request.member, other=other, now=clock.now())
    messages.success(request, _("%(name)s and you no longer see each other here.") % {"name": other.name})
    return redirect("/settings/blocks/")


@require_POST
@towards_another
def suggestion(request: MemberRequest, other: Member) -> HttpResponse:
    """`act`: not_now, or never."""
    not_this_one(by=request.member, other=other, for_good=request.POST.get("act") == "never", now=clock.now())
    return redirect(back_to(request, "/connections/suggested/"))
