"""Asking a question."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.groups.models import Group
from rapport.help.asking import TooManyError, ask
from rapport.help.forms import AskForm
from rapport.kit import clock
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.profiles.meant import UnclearError, meant


@for_members
@require_http_methods(["GET", "POST"])
@once
def new(request: MemberRequest) -> HttpResponse:
    """`to` (a handle) or `group` (one of mine) in the address are filled in."""
    groups = list(Group.objects.of(request.member).unclosed().order_by("name"))
    form = AskForm(request.POST or None, groups=groups, initial=_initial(request, groups))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            to = list(dict.fromkeys(one for part in given["named"] for one in _meant(request.member, part)))
        except UnclearError as unclear:
            form.add_error("to", str(unclear))
        else:
            return _asked(request, form, to)
    return render(request, "help/ask.html", {"form": form}, status=422 if form.errors else 200)


def _meant(asker: Member, part: str) -> list[Member]:
    """One by name or handle, or several by their handles alone. Raises UnclearError."""
    handles = part.replace("@", " ").lower().split()
    found = list(Member.objects.visible_to(asker).filter(handle__in=handles)) if len(handles) > 1 else []
    return found if found and len(found) == len(set(handles)) else [meant(asker, part)]


def _asked(request: MemberRequest, form: AskForm, to: list[Member]) -> HttpResponse:
    given = form.cleaned_data
    try:
        question = ask(
            asker=request.member,
            title=given["title"],
            text=given["text"],
            group=given["group"],
            to=to,
            is_anonymous=given["is_anonymous"],
            now=clock.now(),
        )
    except TooManyError:
        messages.error(request, _("That is enough for one day. Tomorrow you can ask again."))
        return render(request, "help/ask.html", {"form": form}, status=429)
    return redirect(question.path)


def _initial(request: MemberRequest, groups: list[Group]) -> dict[str, str]:
    to, group = request.GET.get("to", "")[:30], request.GET.get("group", "")
    if to:
        return {"whom": "few", "to": to}
    return next(({"whom": f"group:{one.pk}"} for one in groups if one.handle == group), {})
