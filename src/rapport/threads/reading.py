"""Reading one's threads: the list, one of them, and whether one may write in it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from rapport.kit.pages import Page, page_of
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.threads.models import Side, Thread

SIZE, MESSAGES = 30, 50


@dataclass(frozen=True)
class Standing:
    """What the viewer may do in a thread. `other` is None where they left, were suspended, or one blocked the other:
    these look alike."""

    side: Side
    other: Member | None
    is_asked: bool  # a stranger's first message to the viewer, not taken up yet
    is_waiting: bool  # the viewer's own first message, not taken up yet
    may_write: bool


def threads_of(member: Member, *, show: str = "", after: str = "", before: str = "") -> Page:
    """Threads of a member, the latest first; `show` is "requests" for those not taken up yet, "ignored" for those
    left alone."""
    asked = _asked(member)
    wanted = {
        "requests": asked & Q(ignored_at=None),
        "ignored": asked & Q(ignored_at__isnull=False),
    }.get(show, ~asked)
    rows = Side.objects.filter(wanted, member=member).select_related("other", "thread")
    return page_of(rows, ("-last_at", "-id"), after=after, before=before, size=SIZE)


def kinds_of(member: Member) -> dict[str, bool]:
    """Whether first messages wait for the member, and whether some were left alone."""
    asked = Side.objects.filter(_asked(member), member=member)
    found = asked.aggregate(asked=Count("pk"), ignored=Count("ignored_at"))
    return {"has_requests": found["asked"] > found["ignored"], "has_ignored": found["ignored"] > 0}


def _asked(member: Member) -> Q:
    return Q(thread__is_request=True) & ~Q(thread__asked_by=member)


def present(member: Member, sides: list[Side]) -> set[int]:
    """Those on the other sides (ids) whom the member may still see."""
    others = [side.other_id for side in sides if side.other_id]
    return set(Member.objects.visible_to(member).filter(pk__in=others).values_list("pk", flat=True))


def standing(member: Member, number: int) -> Standing | None:
    """The member's own side of a thread; None where they have none."""
    named = Thread.objects.filter(pk=number)  # asked by its own number, one too large for the database is none
    side = Side.objects.filter(member=member, thread__in=named).select_related("thread", "other").first()
    if side is None:
        return None
    other = side.other if side.other_id in present(member, [side]) else None
    is_open = not side.thread.is_request
    if not is_open and other is not None:
        is_open = Connection.objects.filter(member=member, other=other).exists()
    is_mine = side.thread.asked_by_id == member.pk
    return Standing(
        side=side,
        other=other,
        is_asked=not is_open and not is_mine,
        is_waiting=not is_open and is_mine,
        may_write=other is not None and (is_open or not is_mine),
    )


def messages_in(side: Side, *, after: str = "", before: str = "") -> Page:
    """Messages of a thread, the newest page first; within a page the oldest stands above."""
    rows: Any = side.thread.messages.select_related("author")
    page = page_of(rows, ("-id",), after=after, before=before, size=MESSAGES)
    return Page(page.rows[::-1], page.after, page.before)
