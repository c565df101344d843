"""Somebody of the book asked this place not to be kept: what the owner says to it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.rights.objecting import keep as keep_all_the_same


@for_members
@require_POST
def keep(request: MemberRequest, number: int) -> HttpResponse:
    """They stay all the same; to erase them is `erase/`."""
    person = person_of(request, number)
    keep_all_the_same(person)
    messages.info(request, _("They stay in your book. Nobody is told."))
    return redirect(f"{person.path}about/")
