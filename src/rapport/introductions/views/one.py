"""One introduction: why these two, what to write now, and who said what."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.introductions.asking import NotHereError, TooManyError, ask_by_mail, ask_here
from rapport.introductions.bringing import both_are_here, bring_together
from rapport.introductions.evidence import evidence
from rapport.introductions.letters import Letter, letter_of
from rapport.introductions.models import Introduction
from rapport.introductions.shared import shared_topics
from rapport.introductions.steps import (
    NEXT,
    StepError,
    begin,
    is_confided,
    may_step_back,
    move,
    step_back,
    tell_outcome,
    waits_by_mail,
    waits_here,
)
from rapport.kit import clock
from rapport.kit.cleaning import clean
from rapport.kit.once import once
from rapport.kit.opening import open_next, opening, way_to_open
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of, row_of
from rapport.people.face import faces
from rapport.people.here import member_behind

WRITTEN = frozenset(("first_asked", "second_asked", "made"))


@for_members
@require_http_methods(["GET", "POST"])
@once
def idea(request: MemberRequest, first: int, second: int) -> HttpResponse:
    """Two people who could be brought together; posting begins it. One that was begun is gone on with."""
    one, other = person_of(request, first), person_of(request, second)
    if one.pk == other.pk:
        raise Http404
    known = Introduction.objects.filter(first__in=(one, other), second__in=(one, other)).first()
    if known is not None:
        return redirect(known.path)
    topics = shared_topics(one, other)
    wanted = request.POST.get("topic") or request.GET.get("topic", "")
    topic = wanted if wanted in topics else next(iter(topics), "")
    if is_confided(other, topic) and not is_confided(one, topic):
        one, other = other, one  # who told it in confidence is asked first
    if request.method == "POST":
        begun = begin(first=one, second=other, topic=topic, now=clock.now())
        return redirect(begun.path) if request.POST.get("only") else _step(request, begun, "first_asked")
    thought = Introduction(
        book=book_of(request),
        first=one,
        second=other,
        topic=topic,
        is_confided_first=is_confided(one, topic),
        is_confided_second=is_confided(other, topic),
    )
    return _page(request, thought, action=request.path)


@for_members
@require_GET
def introduction(request: MemberRequest, number: int) -> HttpResponse:
    found = _found(request, number)
    return _page(request, found, action=f"{found.path}step/")


@for_members
@require_POST
@once
def step(request: MemberRequest, number: int) -> HttpResponse:
    return _step(request, _found(request, number), request.POST.get("to", ""))


@for_members
@require_POST
def back(request: MemberRequest, number: int) -> HttpResponse:
    found = _found(request, number)
    try:
        step_back(found, now=clock.now())
    except StepError:
        messages.error(request, _("That cannot be taken back any more."))
    return redirect(found.path)


@for_members
@require_POST
def outcome(request: MemberRequest, number: int) -> HttpResponse:
    found = _found(request, number)
    tell_outcome(found, request.POST.get("outcome", ""))
    messages.success(request, _("Kept."))
    return redirect(found.path)


def _found(request: MemberRequest, number: int) -> Introduction:
    return row_of(request, Introduction, number, "first", "second", "book__owner")


def _step(request: MemberRequest, found: Introduction, to: str) -> HttpResponse:
    letter, through = letter_of(found), request.POST.get("through", "")
    try:
        if letter is not None and through in ("here", "mail"):
            return _step_through(request, found, letter, through)
        move(found, to, now=clock.now())
    except StepError:
        messages.error(request, _("Somebody was quicker: this page shows where it stands now."))
        return redirect(found.path)
    page = redirect(found.path)
    opens = to in WRITTEN and letter is not None and letter.way is not None and "by_hand" not in request.POST
    return open_next(page, request, letter.way.url) if opens and letter and letter.way else page


def _step_through(request: MemberRequest, found: Introduction, letter: Letter, through: str) -> HttpResponse:
    """By the hub's own hand: asked here, or by a mail with a link to answer by; or both brought together here."""
    words = clean(request.POST.get("words", "")).strip() or letter.body
    try:
        if len(letter.to) == 2:
            bring_together(found, now=clock.now())
        elif through == "here":
            ask_here(found, words=words, now=clock.now())
        else:
            ask_by_mail(found, address=_address(letter), words=words, now=clock.now())
    except NotHereError:
        messages.error(request, _("They cannot be asked this way."))
    except TooManyError:
        messages.error(request, _("That is enough for one day. Tomorrow you can ask again."))
    return redirect(found.path)


def _address(letter: Letter) -> str:
    """The mail address of the one who is asked; NotHereError without one."""
    if letter.way is None or letter.way.channel != "email":
        raise NotHereError
    return letter.way.shown


def _is_here(found: Introduction, letter: Letter | None) -> bool:
    if letter is None:
        return False
    return both_are_here(found) if len(letter.to) == 2 else member_behind(letter.to[0]) is not None


def _page(request: MemberRequest, found: Introduction, action: str) -> HttpResponse:
    today, pair = clock.today(request.member.zone), [found.first, found.second]
    told = evidence(pair, found.topic, today) if found.topic else {}
    way, letter = way_to_open(request), letter_of(found)
    is_one = letter is not None and len(letter.to) == 1
    page = render(
        request,
        "introductions/introduction.html",
        {
            "one": found,
            "photos": faces(pair),
            "letter": letter,
            "here": _is_here(found, letter),
            "address": is_one and letter is not None and letter.way is not None and letter.way.channel == "email",
            "waits_here": waits_here(found) if found.pk else False,
            "waits_by_mail": waits_by_mail(found) if found.pk else False,
            "evidence": [(person, told.get(person.pk, [])) for person in pair],
            "action": action,
            "next": NEXT[found.state],
            "may_go_back": found.pk is not None and may_step_back(found),
            "way": way,
            "outcomes": (_("They are in touch"), _("Nothing came of it"), _("I never heard")),
        },
    )
    return opening(page, way)
