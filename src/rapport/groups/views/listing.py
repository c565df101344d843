"""All groups: mine first, then those that may suit me, then all that are listed, by their axes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rapport.groups.axes import in_short, looking_for
from rapport.groups.forms import AxesForm, GroupForm
from rapport.groups.invited import invitations_of
from rapport.groups.kinds import KINDS, kind_of
from rapport.groups.models import Group
from rapport.groups.refused import Refused
from rapport.groups.shared import groups_of
from rapport.groups.starting import start
from rapport.groups.suiting import Suiting, suiting
from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.profiles.models import Profile, ShownInterest

A_PAGE = 30


@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """Filters look among what is listed and what the viewer is in; no figure or order tells of hidden groups."""
    viewer: Member | None = getattr(request, "member", None)
    visible = Group.objects.visible_to(viewer).unclosed()
    form = AxesForm(request.GET, among=visible)
    wanted = form.wanted()
    page = page_of(looking_for(visible, wanted), ("name", "id"), after=request.GET.get("after", ""), size=A_PAGE)
    asked = request.GET.copy()
    asked.pop("after", None)
    is_first = not wanted and "after" not in request.GET
    mine = list(groups_of(viewer)) if viewer is not None and is_first else []
    return render(
        request,
        "groups/groups.html",
        {
            "viewer": viewer,
            "axes": form.choices_of(wanted),
            "wants_seats": "seats" in wanted,
            "is_looking": bool(wanted),
            "invited": invitations_of(viewer, clock.now()) if viewer is not None and is_first else [],
            "mine": [(group, in_short(group)) for group in mine],
            "suiting": _suiting(viewer) if viewer is not None and is_first else [],
            "rows": [(group, in_short(group)) for group in page.rows],
            "after": page.after,
            "query": asked.urlencode(),
        },
    )


def _suiting(viewer: Member) -> list[Suiting]:
    """By what the viewer says of themselves on their own profile."""
    place = Profile.of(viewer).place
    interests = ShownInterest.objects.filter(member=viewer).values_list("key", flat=True)
    return suiting(viewer, place=place, interests=list(interests))


@for_members
@require_http_methods(["GET", "POST"])
def start_a_group(request: MemberRequest) -> HttpResponse:
    """First the kind, then its name; the kind sets the axes, which stand under "more"."""
    kind = kind_of(request.POST.get("kind", "") or request.GET.get("kind", ""))
    if kind is None:
        return render(request, "groups/kinds.html", {"kinds": KINDS})
    form = GroupForm(request.POST or None, initial=dict(kind.axes))
    if request.method == "POST" and form.is_valid():
        try:
            made = start(by=request.member, group=form.save(commit=False), now=clock.now())
            return redirect(made.path)
        except Refused as refused:
            messages.error(request, str(refused))
    return render(request, "groups/start.html", {"kind": kind, "form": form})
