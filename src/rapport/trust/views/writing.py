"""Vouching for somebody, and writing a testimonial."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit import clock
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members
from rapport.trust.forms import TestimonialForm, VouchForm
from rapport.trust.models import Testimonial, Vouch
from rapport.trust.vouching import NotConnectedError, TooManyError, is_connected, said_before, testify, vouch


@for_members
@require_http_methods(["GET", "POST"])
def vouching(request: MemberRequest, handle: str) -> HttpResponse:
    form = VouchForm(request.POST or None, initial=_said(request, handle, Vouch, "skill", "how"))
    return _written(request, handle, form, vouch, _("Vouch for %(name)s"))


@for_members
@require_http_methods(["GET", "POST"])
def testifying(request: MemberRequest, handle: str) -> HttpResponse:
    form = TestimonialForm(request.POST or None, initial=_said(request, handle, Testimonial, "context", "text"))
    return _written(request, handle, form, testify, _("Write about %(name)s"))


def _said(
    request: MemberRequest, handle: str, model: type[Vouch | Testimonial], topic: str, words: str
) -> dict[str, str]:
    """What the form begins with: the topic of the address, and what the member said of it before."""
    named = request.GET.get(topic, "")[:80]
    said = said_before(model, by=request.member, about=member_of(request, handle), topic=named) if named else None
    return {topic: named, words: said.words} if said else {topic: named}


def _written(
    request: MemberRequest, handle: str, form: forms.Form, act: Callable[..., Any], title: str
) -> HttpResponse:
    about = member_of(request, handle)
    context = {"form": form, "about": about, "title": title % {"name": about.name}}
    context["may"], context["is_change"] = is_connected(request.member, about), len(form.initial) > 1
    if request.method != "POST" or not form.is_valid():
        return render(request, "trust/write.html", context, status=422 if form.errors else 200)
    try:
        act(by=request.member, about=about, now=clock.now(), **form.cleaned_data)
    except NotConnectedError:
        messages.error(request, _("Only those who are connected write about one another."))
        return render(request, "trust/write.html", context, status=422)
    except TooManyError:
        messages.error(request, _("That is enough for one day. Tomorrow you can write again."))
        return render(request, "trust/write.html", context, status=429)
    messages.success(request, _("Sent. Others see it once %(name)s shows it.") % {"name": about.name})
    return redirect(about.path)
