"""Which open questions a member could answer, for the morning."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import Case, When

from rapport.help.models import Answer, Question
from rapport.kit.prepared import Prepared, Query
from rapport.members.models import Member, Mute

NEW_FOR = timedelta(days=14)


def open_for(member: Member, now: datetime, most: int = 20) -> list[Question]:
    """Open questions of others that the member may see and has not answered, of the last fortnight: those put to the
    member alone first, then those of their groups, then the rest, the newest first in each. Whoever left needs no
    answer."""
    return open_query(member, now, most).rows()


def open_query(member: Member, now: datetime, most: int) -> Query:
    return _open(most).of(member=member.pk, now=now)


@cache
def _open(most: int) -> Prepared:
    def build(member: int, now: datetime) -> Any:
        rows = Question.objects.visible_to(Member(pk=member)).open().filter(asked_at__gt=now - NEW_FOR)
        muted = Mute.objects.filter(by=member).values("other")
        answered = Answer.objects.filter(author=member).values("question")
        rows = rows.exclude(asker=None).exclude(asker=member).exclude(asker__in=muted, is_anonymous=False)
        rows = rows.exclude(pk__in=answered)
        nearness = Case(When(is_to_chosen=True, then=0), When(group__isnull=False, then=1), default=2)
        return rows.select_related("asker", "group").order_by(nearness, "-asked_at", "-pk")[:most]

    return Prepared(build, numbers=("member",), moments=("now",))
