"""Today: the few cards of the morning, and their answers. Who is not signed in sees the way in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_GET, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import whole
from rapport.kit.opening import open_next, opening, way_to_open
from rapport.kit.panels import queries, rendered, styles
from rapport.kit.prepared import asking_once
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Hub, Member
from rapport.people.book import book_of
from rapport.people.face import faces
from rapport.people.models import Book
from rapport.rounds.answered import answered_on, answered_query
from rapport.rounds.answers import answer, take_back
from rapport.rounds.beside import Morning
from rapport.rounds.greeting import greeting
from rapport.rounds.keeping import keep_anew
from rapport.rounds.models import Answer
from rapport.rounds.today import Act, the_round

MINUTES = (5, 10, 15, 30, 60)
KEYS = [
    (("j",), __("The next card")),
    (("k",), __("The card before")),
    (("w",), __("On a card: I wrote")),
    (("c",), __("On a card: I called")),
    (("m",), __("On a card: we met")),
    (("d",), __("On a card: done")),
    (("l",), __("On a card: later")),
    (("x",), __("On a card: not this")),
]
CALLED_BY = frozenset(("phone",))


@require_GET
@asking_once()
def today(request: HttpRequest) -> HttpResponse:
    member: Member | None = getattr(request, "member", None)
    if member is None:
        return render(request, "rounds/front.html", {"hub": Hub.this()})
    return _todays_page(request, member)


def _todays_page(request: HttpRequest, member: Member) -> HttpResponse:
    on = clock.today(member.zone)
    book, morning = Book.of(member), Morning(on)
    along = [answered_query(book, on), *queries("today", "aside", request, morning)]
    found = the_round(member, on=on, minutes=member.minutes, now=clock.now(), along=along)
    way = way_to_open(request)
    photos = faces([person for act in found.acts for person in act.people])
    page = render(
        request,
        "rounds/today.html",
        {
            "round": found,
            "greeting": greeting(member.name, clock.now(), member.zone),
            "cards": [(act, [photos.get(person.pk, "") for person in act.people]) for act in found.acts],
            "answered": answered_on(book, on),
            "choices": sorted({*MINUTES, member.minutes}),
            "way": way,
            "keys_here": KEYS if found.acts else [],
            "styles": _styles(),
            "main": rendered("today", "main", request, found),
            "aside": rendered("today", "aside", request, morning),
        },
    )
    return opening(page, way)


@for_members
@require_GET
def beside(request: MemberRequest) -> HttpResponse:
    """What else there is beside the cards: parts that the page of today fetches once it is there. As a page of its own
    it has all that stands beside them."""
    morning = Morning(clock.today(request.member.zone))
    panels = rendered("today", "later", request, morning)
    if request.headers.get("HX-Request"):
        return HttpResponse("".join(panels))
    panels = [*rendered("today", "aside", request, morning), *panels]
    return render(request, "rounds/beside.html", {"panels": panels, "styles": _styles()})


def _styles() -> dict[str, None]:
    return dict.fromkeys(("css/rounds.css", *styles("today")))


@for_members
@require_POST
def answered(request: MemberRequest) -> HttpResponse:
    """`key` is the card's, `answer` one of the answers; `say` opens the card's own way and counts as used."""
    key, said, on = request.POST.get("key", ""), request.POST.get("answer", ""), clock.today(request.member.zone)
    act = _act(request.member, key) if said == "say" else None
    if act is not None:
        said = "called" if act.channel in CALLED_BY else "wrote"
    given = answer(book_of(request), key, said, on=on, now=clock.now(), channel=act.channel if act else "")
    if given is None:
        messages.warning(request, _("That card is no longer on today's list; nothing was changed."))
        return redirect("/")
    page = redirect("/")
    return open_next(page, request, act.url) if act is not None and act.channel else page


@for_members
@require_POST
def undone(request: MemberRequest) -> HttpResponse:
    """Take back the answer given today to the card `key`."""
    on = clock.today(request.member.zone)
    given = Answer.objects.filter(book=book_of(request), day=on.toordinal(), subject=request.POST.get("key", ""))
    latest = given.order_by("-pk").first()
    if latest is not None:
        take_back(latest)
    return redirect("/")


@for_members
@require_POST
def minutes(request: MemberRequest) -> HttpResponse:
    """How much time there is, for today and from now on."""
    there = whole(request.POST.get("minutes", ""))
    if there is not None and 1 <= there <= 120:
        request.member.minutes = there
        request.member.save(update_fields=["minutes"])
        keep_anew(request.member, on=clock.today(request.member.zone), minutes=there)
    return redirect("/")


def _act(member: Member, key: str) -> Act | None:
    found = the_round(member, on=clock.today(member.zone), minutes=member.minutes, now=clock.now())
    return next((act for act in found.acts if act.key == key), None)
