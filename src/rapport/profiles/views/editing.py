"""One's own profile: sections, each saved by itself, and how it looks to others."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.kit.clock import now
from rapport.kit.panels import rendered
from rapport.kit.pictures.redraw import PictureRefusedError
from rapport.members.may import MemberRequest, for_members
from rapport.profiles.asking import asked
from rapport.profiles.forms import RowForm
from rapport.profiles.links import NotShown, take_away
from rapport.profiles.looking import look_soon
from rapport.profiles.models import OfferedFile, Portrait, Profile, ProfileLink, Proof
from rapport.profiles.offered import show_to, withdraw
from rapport.profiles.portrait import take_down
from rapport.profiles.proofs import WELL_KNOWN, home_of
from rapport.profiles.sections import SECTIONS, Section
from rapport.profiles.seen import PREVIEWS, as_seen_at
from rapport.profiles.showing import photo_path
from rapport.profiles.views.profile import drawn


@for_members
@require_GET
def editing(request: MemberRequest) -> HttpResponse:
    return _page(request)


@for_members
@require_POST
def save(request: MemberRequest, part: str) -> HttpResponse:
    section = _section(part)
    if part == "photo" and "remove" in request.POST:
        take_down(member=request.member)
        return _kept(request, part)
    form = section.form(request.POST, request.FILES)
    if form.is_valid():
        try:
            section.keep(request.member, form.cleaned_data, now())
        except (NotShown, PictureRefusedError) as refusal:
            form.add_error(next(iter(form.fields)), str(refusal.sentence))
        else:
            return _kept(request, part)
    return _page(request, part, form)


@for_members
@require_POST
def row(request: MemberRequest, part: str, number: int) -> HttpResponse:
    """One link, way or file: for others than before, looked at again, or taken away."""
    section = _section(part)
    rows: Any = section.rows
    found = rows.objects.filter(**{section.number: number, "member": request.member}).first() if rows else None
    if found is None:
        raise Http404
    if "remove" in request.POST:
        if isinstance(found, OfferedFile):
            withdraw(files=[found], member=request.member)
        else:
            take_away(row=found)
    elif "look" in request.POST and isinstance(found, ProfileLink):
        looks = look_soon(found)
        said = _("It is looked at in a moment.") if looks else _("It was looked at just now. Try again later.")
        messages.success(request, said)
        return redirect(f"/profile/?open={part}#{part}")
    else:
        form = RowForm(request.POST)
        if not form.is_valid():
            return _page(request, part, section.form())
        if isinstance(found, OfferedFile):
            show_to(file=found, audience=form.cleaned_data["audience"])
        else:
            rows.objects.filter(pk=found.pk).update(audience=form.cleaned_data["audience"])
    return _kept(request, part)


@for_members
@require_GET
def preview(request: MemberRequest, audience: str) -> HttpResponse:
    if audience not in PREVIEWS:
        raise Http404
    level, who = PREVIEWS[audience]
    whole = Profile.of(request.member)
    seen = as_seen_at(request.member, level)
    tabs = [(one.label, f"/profile/seen/{word}/", word == audience) for word, (_level, one) in PREVIEWS.items()]
    if not seen.may_see(whole.opens_for):
        return render(request, "profiles/closed.html", {"tabs": tabs})
    return drawn(request, seen, whole, tabs=tabs, who=who.label)


def _section(part: str) -> Section:
    if part not in SECTIONS:
        raise Http404
    return SECTIONS[part]


def _kept(request: MemberRequest, part: str) -> HttpResponse:
    messages.success(request, _("Kept."))
    return redirect(f"/profile/?open={part}#{part}")


def _page(request: MemberRequest, part: str = "", wrong: Any = None) -> HttpResponse:
    member = request.member
    is_open = part or request.GET.get("open", "")
    mark = Portrait.objects.filter(member=member).values_list("mark", flat=True).first() or ""
    return render(
        request,
        "profiles/editing.html",
        {
            "member": member,
            "sections": asked(member, is_open, part, wrong),
            "photo": photo_path(member.path, mark) if mark else "",
            "proofs": {proof.key: proof for proof in Proof.objects.filter(member=member)},
            "previews": [(one.label, f"/profile/seen/{word}/") for word, (_level, one) in PREVIEWS.items()],
            "home": home_of(member),
            "well_known": WELL_KNOWN,
            "of_links": rendered("own-profile", "links", request, member),
        },
        status=422 if wrong is not None else 200,
    )
