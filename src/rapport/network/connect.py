"""Connecting: asked with a note if one likes, accepted, ignored in silence, withdrawn, ended."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from rapport.journal.write import forget, record, take_back
from rapport.members.models import Member
from rapport.network.asking import AGAIN, may_ask
from rapport.network.models import Connection, Request
from rapport.network.not_this_one import not_this_one
from rapport.network.pairs import hold
from rapport.network.wiring import tie, untie


@transaction.atomic
def ask(*, by: Member, other: Member, note: str = "", now: datetime) -> bool:
    """Ask to connect; True when the two are connected now, because the other had asked as well. Whoever asks again
    while it waits, or after it was ignored, sees the same as before and nobody hears of it.

    Raises AskingError when it is too much for one day, Member.DoesNotExist for whom the asker may not find.
    """
    hold(by, other)
    if Connection.objects.filter(member=by, other=other).exists():
        return True
    theirs = Request.objects.standing().filter(by=other, other=by).first()
    if theirs is not None:
        _meet(theirs, now)
        return True
    known = Request.objects.filter(by=by, other=other).first()
    if known is None or known.withdrawn_at is not None:
        may_ask(by, note, now)
        _ask(known or Request(by=by, other=other, asked_at=now - AGAIN), note, now)
    return False


def _ask(request: Request, note: str, now: datetime) -> None:
    """Who takes a request back and asks anew is heard once a week; who was ignored, not at all."""
    is_heard = request.ignored_at is None and now - request.asked_at >= AGAIN
    request.note, request.asked_at, request.withdrawn_at = note, now, None
    request.save()
    if is_heard:
        record(actor=request.by, verb="connect.ask", subject=request.reference, towards=[request.other], done_at=now)


@transaction.atomic
def accept(*, by: Member, asker: Member, now: datetime) -> bool:
    """Say yes to what `asker` asked, also if it was ignored before; whether the two are connected now."""
    hold(by, asker)
    request = Request.objects.standing().filter(by=asker, other=by).first()
    if request is not None:
        _meet(request, now)
        return True
    return Connection.objects.filter(member=by, other=asker).exists()


def _meet(request: Request, now: datetime) -> None:
    """The other side says yes, by answering or by asking as well."""
    asker, by = request.by, request.other
    between = Request.objects.filter(Q(by=asker, other=by) | Q(by=by, other=asker))
    for one in between:
        forget(one.reference)
    between.delete()
    tie(by, asker, now)
    mine = Connection.objects.get(member=by, other=asker)
    record(actor=by, verb="connect.accept", subject=mine.reference, towards=[asker], done_at=now)


@transaction.atomic
def ignore(*, by: Member, asker: Member, now: datetime) -> None:
    """Leave it unanswered: it no longer waits here, and to the one who asked nothing has changed."""
    hold(by, asker)
    request = Request.objects.standing().filter(by=asker, other=by, ignored_at=None).first()
    if request is not None:
        request.ignored_at = now
        request.save(update_fields=["ignored_at"])
        take_back(actor=asker, verb="connect.ask", subject=request.reference)


@transaction.atomic
def withdraw(*, by: Member, other: Member, now: datetime) -> None:
    """Take back what one asked, as if one had not."""
    hold(by, other)
    request = Request.objects.filter(by=by, other=other, withdrawn_at=None).first()
    if request is not None:
        request.withdrawn_at = now
        request.save(update_fields=["withdrawn_at"])
        take_back(actor=by, verb="connect.ask", subject=request.reference)


@transaction.atomic
def disconnect(*, by: Member, other: Member, now: datetime) -> None:
    """End the connection, on both sides at once; nobody is told, and for a while neither is suggested to the other."""
    hold(by, other)
    if not Connection.objects.filter(member=by, other=other).exists():
        return
    end_between(by, other)
    for one, far in ((by, other), (other, by)):
        not_this_one(by=one, other=far, for_good=False, now=now)


def end_between(one: Member, other: Member) -> None:
    """Both rows, and what the journal said of them."""
    for row in Connection.objects.filter(Q(member=one, other=other) | Q(member=other, other=one)):
        forget(row.reference)
    untie(one, other)
