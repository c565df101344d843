"""Ways to somebody one does not know, over at most three steps of connections whose both ends allow it.

Of a way only the first step is told, a connection of one's own: who else is on it, nobody learns before they agreed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Case, Exists, OuterRef, Q, When

from rapport.introductions.models import Introduction, PathQuestion, Reach
from rapport.introductions.steps import begin, move
from rapport.journal.models import Deed
from rapport.journal.write import record
from rapport.kit.aftermath import settle
from rapport.kit.prepared import prepared
from rapport.members.models import Block, Member
from rapport.network.models import Connection
from rapport.people.add import make
from rapport.people.models import Book, Link, Person
from rapport.ties.linking import link

MOST = 6  # ways shown
FAN_OUT = 600  # connections of one member looked at
A_DAY = 5


class NoWayError(Exception):
    """There is no such way, or the day's questions are used up."""


@dataclass(frozen=True)
class Step:
    """Whom to ask, over how many connections the way leads (2 or 3), whether they were asked already, and whether
    they brought whoever asked together with somebody since: the one asked for, or one who is nearer."""

    member: Member
    steps: int
    is_asked: bool = False
    is_taken: bool = False


def ways_to(viewer: Member, target: Member) -> list[Step]:
    """The shortest first; none to oneself, to a connection, to somebody who has not opened a way to themselves."""
    if viewer.pk == target.pk:
        return []
    found = _ways.rows(viewer=viewer.pk, target=target.pk)
    return [Step(middle, 2 if middle.is_near else 3, middle.is_asked, middle.is_taken) for middle in found]


def open_reach(member: Member, *, is_open: bool) -> None:
    Reach.objects.update_or_create(member=member, defaults={"is_open": is_open})


@transaction.atomic
def ask_for_way(*, asker: Member, middle: Member, target: Member, words: str, now: datetime) -> PathQuestion:
    """Ask a connection privately. Asked before, it stays as it is. NoWayError if no way leads over them."""
    known: PathQuestion | None = PathQuestion.objects.filter(asker=asker, middle=middle, target=target).first()
    if known is not None:
        return known
    asked = PathQuestion.objects.filter(asker=asker, asked_at__gt=now - timedelta(days=1)).count()
    if asked >= A_DAY or middle.pk not in {step.member.pk for step in ways_to(asker, target)}:
        raise NoWayError
    question: PathQuestion = PathQuestion.objects.create(
        asker=asker, middle=middle, target=target, words=words, asked_at=now
    )
    record(actor=asker, verb="path.ask", subject=question.reference, towards=[middle], done_at=now)
    return question


@transaction.atomic
def take_up(question: PathQuestion, *, now: datetime) -> Introduction:
    """The one in the middle will ask: both stand in their book, and who asked has agreed already."""
    book = Book.of(question.middle)
    first, second = (_in_book(book, member, now) for member in (question.asker, question.target))
    introduction = begin(first=first, second=second, topic="", now=now)
    if introduction.state == "idea" and introduction.first_id == first.pk:
        for step in ("first_asked", "first_agreed"):
            move(introduction, step, now=now, is_logged=False)
    question.state = "taken"
    question.save(update_fields=["state"])
    return introduction


def next_ones(question: PathQuestion) -> list[Member]:
    """Where the one in the middle does not know the target either: those of their connections who do, as the middle
    may learn it on the target's page."""
    if Connection.objects.filter(member=question.middle, other=question.target).exists():
        return []
    others = {question.asker_id, *Block.of(question.asker)}
    steps = ways_to(question.middle, question.target)
    return [step.member for step in steps if step.steps == 2 and step.member.pk not in others]


@transaction.atomic
def pass_on(question: PathQuestion, *, over: Member, now: datetime) -> Introduction:
    """The middle thinks of bringing the asker together with somebody who is a step nearer. Nobody was asked for that
    yet, the asker neither. NoWayError for anybody else."""
    if over.pk not in {member.pk for member in next_ones(question)}:
        raise NoWayError
    book = Book.of(question.middle)
    first, second = (_in_book(book, member, now) for member in (question.asker, over))
    question.state = "taken"
    question.save(update_fields=["state"])
    return begin(first=first, second=second, topic="", now=now)


def refuse(question: PathQuestion) -> None:
    """To who asked it goes on waiting."""
    question.state = "refused"
    question.save(update_fields=["state"])


def _in_book(book: Book, member: Member, now: datetime) -> Person:
    known = Link.objects.filter(book=book, member=member).select_related("person").first()
    if known is not None:
        return known.person
    person = make(book=book, name=member.name, now=now)
    settle(book, [person.pk])
    link(person=person, member=member, now=now)
    return person


@prepared(numbers=("viewer", "target"))
def _ways(viewer: int, target: int) -> Any:
    """Connections of the viewer who are also some of the target's (`is_near`), or are connected with one of those whom
    the viewer does not know; all in one question, and for most members it ends with whether the target allows it."""
    mine, theirs = _open_connections(viewer), _open_connections(target)
    is_open = Exists(Reach.objects.filter(member=target, is_open=True))
    is_connected = Exists(Connection.objects.filter(member=viewer, other=target))
    between = Connection.objects.filter(member=OuterRef("pk"), other__in=theirs).exclude(other__in=mine)
    asked = PathQuestion.objects.filter(asker=viewer, target=target, middle=OuterRef("pk"))
    told = Deed.objects.filter(verb="introduce", actor=OuterRef("middle"), done_at__gte=OuterRef("asked_at"))
    is_taken = Exists(asked.filter(Exists(told.filter(towards__member=viewer))))
    found: Any = Member.objects.visible_to(Member(pk=viewer)).filter(is_open, ~is_connected, pk__in=mine)
    found = found.exclude(pk__in=Block.of(Member(pk=target))).annotate(is_asked=Exists(asked), is_taken=is_taken)
    found = found.annotate(is_near=Case(When(pk__in=theirs, then=True), default=False))
    return found.filter(Q(is_near=True) | Exists(between)).order_by("-is_near", "pk")[:MOST]


def _open_connections(member: int) -> Any:
    """Ids of connections over which a way may lead."""
    reach = Reach.objects.filter(is_open=True).values("member")
    rows = Connection.objects.filter(member=member, other__in=reach, other__account__is_active=True)
    return rows.order_by("-since").values("other")[:FAN_OUT]
