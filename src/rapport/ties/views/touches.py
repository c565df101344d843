"""Touches written down by hand: with one tap, changed, taken away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.once import once
from rapport.kit.versions import is_late, standing, version
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of
from rapport.people.models import Person
from rapport.ties.forms import TouchForm
from rapport.ties.models import Interaction
from rapport.ties.record import amend, log, unlog


@for_members
@require_POST
@once
def tap(request: MemberRequest, number: int) -> HttpResponse:
    """One button, with a day and a few words if the owner likes."""
    person = person_of(request, number)
    form = TouchForm(request.POST, today=clock.today(request.member.zone))
    if not form.is_valid():
        return _asked(request, person, form, f"{person.path}touches/")
    meant = form.tap()
    log(
        people=[person],
        kind=meant.kind,
        channel=meant.channel,
        direction=meant.direction,
        now=clock.now(),
        on=form.cleaned_data["on"],
        text=form.cleaned_data["text"],
    )
    messages.success(request, _("Noted: %(what)s.") % {"what": str(meant.label)})
    return redirect(f"{person.path}#touch")


@for_members
@require_http_methods(["GET", "POST"])
def touch(request: MemberRequest, number: int, touched: int) -> HttpResponse:
    """Change one that was written down by hand."""
    person, interaction = _of(request, number, touched)
    form = TouchForm.of(interaction, request.POST or None, today=clock.today(request.member.zone))
    if request.method == "GET" or not form.is_valid() or is_late(form, request.POST):
        return _asked(request, person, form, f"{person.path}touches/{touched}/", interaction)
    meant = form.tap()
    amend(
        interaction,
        kind=meant.kind,
        channel=meant.channel,
        direction=meant.direction,
        on=form.cleaned_data["on"],
        text=form.cleaned_data["text"],
    )
    return redirect(f"{person.path}#timeline")


@for_members
@require_POST
def remove(request: MemberRequest, number: int, touched: int) -> HttpResponse:
    person, interaction = _of(request, number, touched)
    unlog(interaction)
    messages.success(request, _("Taken away."))
    return redirect(f"{person.path}#timeline")


def _of(request: MemberRequest, number: int, touched: int) -> tuple[Person, Interaction]:
    person = person_of(request, number)
    mine = Interaction.objects.filter(book=book_of(request), is_hand=True, touches__person=person, number=touched)
    interaction = mine.first()
    if interaction is None:
        raise Http404
    return person, interaction


def _asked(
    request: MemberRequest, person: Person, form: TouchForm, action: str, interaction: Interaction | None = None
) -> HttpResponse:
    others = interaction.touches.exclude(person=person).count() if interaction else 0
    late = standing(form) if is_late(form, request.POST) else []
    context = {"person": person, "form": form, "action": action, "interaction": interaction, "others": others}
    context |= {"was": version(form) if interaction else "", "late": late}
    return render(request, "ties/touch.html", context, status=422 if form.errors else 409 if late else 200)
