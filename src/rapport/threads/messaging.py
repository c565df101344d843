"""Writing to somebody: connections at once, a stranger by a request that may be taken up, left or ended by a block."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.journal.write import record
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.talk.refused import RefusedError
from rapport.talk.writing import written
from rapport.threads.models import Message, Side, Thread

MESSAGES_A_DAY = 500
REQUESTS_A_DAY, REQUESTS_OF_THE_NEW, NEW_FOR = 20, 2, timedelta(days=7)
IGNORED, IGNORED_WITHIN = 10, timedelta(days=30)  # so many left unanswered: somebody writes to those who do not wish it
SAME_TO = 3  # members who got the same words within a day
DAY = timedelta(days=1)


@transaction.atomic
def write_to(*, other: Member, by: Member, body: str, now: datetime) -> Message:
    """`by` writes to `other`, whom they may see: into the thread of the two, which begins with it if need be."""
    if by.pk == other.pk:
        raise RefusedError(_("That is you."))
    if not Member.objects.visible_to(by).filter(pk=other.pk).exists():
        raise RefusedError(_("They are not here any more."))
    side = Side.objects.filter(member=by, other=other).select_related("thread").first()
    if side is None:
        is_request = not Connection.objects.filter(member=by, other=other).exists()
        _allow(by, other, body, now, is_request=is_request)
        return _say(begin(one=by, other=other, is_request=is_request, now=now), by, other, body, now)
    thread = Thread.objects.select_for_update().get(pk=side.thread_id)
    if thread.is_request and Connection.objects.filter(member=by, other=other).exists():
        _open(thread)
    if thread.is_request and thread.asked_by_id == by.pk:
        raise RefusedError(_("One message is on its way to them; when they answer you can go on."))
    if thread.is_request:
        accept(thread=thread, by=by, now=now)
    _allow(by, other, body, now, is_request=False)
    return _say(thread, by, other, body, now)


@transaction.atomic
def begin(*, one: Member, other: Member, is_request: bool, now: datetime) -> Thread:
    """The thread of the two, made if there is none; `one` asks if it is a request. Who may open one for two others
    (an introduction both agreed to) says `is_request=False`."""
    known = Side.objects.filter(member=one, other=other).select_related("thread").first()
    if known is not None:
        if not is_request:
            _open(known.thread)
        return known.thread
    thread: Thread = Thread.objects.create(asked_by=one, is_request=is_request, begun_at=now, last_at=now)
    Side.objects.create(thread=thread, member=one, other=other, last_at=now)
    Side.objects.create(thread=thread, member=other, other=one, last_at=now)
    return thread


@transaction.atomic
def write_to_both(*, by: Member, one: Member, other: Member, body: str, now: datetime) -> Thread:
    """A letter of `by` to two others, who agreed to it, opens their thread; `by` takes no further part in it, and the
    act is theirs to record."""
    thread = begin(one=one, other=other, is_request=False, now=now)
    _put(thread, by, body, now)
    return thread


@transaction.atomic
def accept(*, thread: Thread, by: Member, now: datetime) -> None:
    """`by`, who was asked, takes it up: both write freely from now on."""
    kept = Thread.objects.select_for_update().get(pk=thread.pk)
    if not kept.is_request or kept.asked_by_id in (None, by.pk):
        return
    _open(kept)
    thread.is_request = False
    asker = kept.asked_by
    if asker is not None:
        record(actor=by, verb="message.accept", subject=f"thread:{kept.pk}", towards=[asker], done_at=now)


def ignore(*, thread: Thread, by: Member, now: datetime) -> None:
    """`by` does not answer; whoever asked sees it waiting."""
    if thread.is_request and thread.asked_by_id != by.pk:
        Side.objects.filter(thread=thread, member=by, ignored_at=None).update(ignored_at=now)


def mark_read(*, thread: Thread, by: Member) -> None:
    """`by` has had before them all there is; nobody else is told."""
    newest = thread.messages.order_by("-id").values_list("id", flat=True).first() or 0
    Side.objects.filter(thread=thread, member=by, read_to__lt=newest).update(read_to=newest)


def blank(*, message: Message) -> None:
    """Its words are gone; that it was removed stands in its place."""
    Message.objects.filter(pk=message.pk).update(body="", html="")


def _open(thread: Thread) -> None:
    Thread.objects.filter(pk=thread.pk).update(is_request=False)
    Side.objects.filter(thread=thread).exclude(ignored_at=None).update(ignored_at=None)
    thread.is_request = False


def _put(thread: Thread, by: Member, body: str, now: datetime) -> Message:
    message: Message = Message.objects.create(
        thread=thread, author=by, body=body, html=written(body).html, written_at=now
    )
    Thread.objects.filter(pk=thread.pk).update(last_at=now)
    Side.objects.filter(thread=thread).update(last_at=now, last=message.pk)
    return message


def _say(thread: Thread, by: Member, other: Member, body: str, now: datetime) -> Message:
    message = _put(thread, by, body, now)
    Side.objects.filter(thread=thread, member=by).update(read_to=message.pk)
    verb = "message.request" if thread.is_request else "message"
    record(actor=by, verb=verb, subject=f"thread:{thread.pk}", towards=[other], done_at=now)
    return message


def _allow(by: Member, other: Member, body: str, now: datetime, *, is_request: bool) -> None:
    since = now - DAY
    mine = Message.objects.filter(author=by, written_at__gt=since)
    if mine.count() >= MESSAGES_A_DAY:
        raise RefusedError(_("You have written %(most)s messages since yesterday.") % {"most": MESSAGES_A_DAY})
    same = mine.filter(body=body).exclude(thread__sides__member=other).values("thread").distinct()
    if len(body) > 20 and same.count() >= SAME_TO:
        raise RefusedError(_("You wrote the same to several people today. Write each of them words of their own."))
    if is_request and _asked(by, since) >= _requests_a_day(by, now):
        raise RefusedError(_("That is enough of first messages for today; go on tomorrow."))


def _asked(by: Member, since: datetime) -> int:
    return Thread.objects.filter(asked_by=by, begun_at__gt=since).count()


def _requests_a_day(by: Member, now: datetime) -> int:
    """Few for the new; one for those whose first messages are left unanswered again and again, without saying so."""
    ignored = Side.objects.filter(thread__asked_by=by, ignored_at__gt=now - IGNORED_WITHIN).exclude(member=by)
    if ignored.count() >= IGNORED:
        return 1
    return REQUESTS_OF_THE_NEW if by.account.joined_at > now - NEW_FOR else REQUESTS_A_DAY
