"""One fact: written, changed, taken away. Two windows that change the same are both heard."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rapport.facts.asking.form import FactForm, version
from rapport.facts.edit import change, remove_fact, write
from rapport.facts.kinds import KINDS, Kind
from rapport.kit import clock
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.models import Claim, Person


@for_members
@require_http_methods(["GET", "POST"])
@once
def new(request: MemberRequest, number: int, word: str) -> HttpResponse:
    """One field (`line`), or the whole form."""
    person, kind = person_of(request, number), _kind(word)
    if request.method == "GET":
        return _asked(request, person, kind, _form(request, kind, person))
    if "line" in request.POST and "whole" not in request.POST:
        return _from_line(request, person, kind, request.POST["line"])
    form = _form(request, kind, person, request.POST)
    if not form.is_valid():
        return _asked(request, person, kind, form)
    key, values = form.fact()
    write(person=person, kind=kind, key=key, values=values, now=clock.now())
    return redirect(f"{person.path}#{word}")


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int, word: str, fact: int) -> HttpResponse:
    person, kind = person_of(request, number), _kind(word)
    claim = kind.model.objects.shown().filter(person=person, number=fact).first()
    if request.method == "GET":
        if claim is None:
            raise Http404
        form = _form(request, kind, person, initial=kind.form.answers(claim))
        return _asked(request, person, kind, form, claim=claim)
    form = _form(request, kind, person, request.POST)
    if not form.is_valid():
        return _asked(request, person, kind, form, claim=claim)
    if claim is None or request.POST.get("was") != version(claim):
        if "both" not in request.POST:
            return _asked(request, person, kind, form, claim=claim, is_late=True)
        claim = None
    key, values = form.fact()
    if claim is None:
        write(person=person, kind=kind, key=key, values=values, now=clock.now())
    else:
        change(claim=claim, kind=kind, key=key, values=values, now=clock.now())
    return redirect(f"{person.path}#{word}")


@for_members
@require_POST
def remove(request: MemberRequest, number: int, word: str, fact: int) -> HttpResponse:
    person, kind = person_of(request, number), _kind(word)
    claim = kind.model.objects.shown().filter(person=person, number=fact).first()
    if claim is not None:
        remove_fact(claim=claim, kind=kind, now=clock.now())
        messages.success(request, _("Taken away."))
    return redirect(f"{person.path}#{word}")


def _from_line(request: MemberRequest, person: Person, kind: Kind, line: str) -> HttpResponse:
    """Each fact of the line; what cannot be read as it is comes back as the whole form, nothing lost."""
    today = clock.today(request.member.zone)
    for answers in kind.read(line[:20_000], today) if line.strip() else ():
        form = _form(request, kind, person, answers)
        if not form.is_valid():
            return _asked(request, person, kind, form)
        key, values = form.fact()
        write(person=person, kind=kind, key=key, values=values, now=clock.now())
    return redirect(f"{person.path}#{kind.word}")


def _form(request: MemberRequest, kind: Kind, person: Person, answers: Any = None, initial: Any = None) -> FactForm:
    return kind.form(answers, initial=initial, person=person, today=clock.today(request.member.zone))


def _asked(
    request: MemberRequest,
    person: Person,
    kind: Kind,
    form: FactForm,
    *,
    claim: Claim | None = None,
    is_late: bool = False,
) -> HttpResponse:
    there = kind.form(kind.form.answers(claim), person=person, today=form.today) if claim and is_late else None
    return render(
        request,
        "facts/fact.html",
        {
            "person": person,
            "kind": kind,
            "form": form,
            "claim": claim,
            "was": version(claim) if claim else "",
            "is_late": is_late,
            "there": there,
        },
        status=422 if form.errors else 409 if is_late else 200,
    )


def _kind(word: str) -> Kind:
    if word not in KINDS:
        raise Http404
    return KINDS[word]
