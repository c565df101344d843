"""Whom one could introduce, what is under way, and what came of it."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.introductions.evidence import evidence
from rapport.introductions.ideas import ideas
from rapport.introductions.models import Introduction
from rapport.introductions.steps import by_need
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.face import faces
from rapport.people.models import Person

IDEAS, CLOSED = 8, 30
WAITS = timedelta(days=30)  # after this long without an answer the page says so


@for_members
@require_GET
def introductions(request: MemberRequest) -> HttpResponse:
    book, today = book_of(request), clock.today(request.member.zone)
    found = ideas(book, day=today.toordinal(), limit=IDEAS)
    people = Person.objects.in_bulk([who for idea in found for who in (idea.first, idea.second)])
    rows = []
    for idea in found:
        pair = [people[idea.first], people[idea.second]]
        told = evidence(pair, idea.topics[0], today)
        rows.append((*pair, idea.topics[0], told[idea.first], told[idea.second]))
    kept = Introduction.objects.filter(book=book).select_related("first", "second").order_by("-moved_at", "-number")
    here = kept.filter(first__trashed_at=None, second__trashed_at=None)
    closed = ("made", "declined", "dropped")
    return render(
        request,
        "introductions/introductions.html",
        {
            "ideas": rows,
            "photos": faces(people.values()),
            "open": by_need(here.exclude(state__in=closed)),
            "closed": list(here.filter(state__in=closed)[:CLOSED]),
            "long_ago": clock.now() - WAITS,
        },
    )
