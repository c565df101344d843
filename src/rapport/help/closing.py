"""What was asked in a group, or thanked for before it, keeps it from being deleted; its questions end with it."""

from datetime import datetime

from rapport.groups.closing import Closing
from rapport.groups.models import Group
from rapport.help.models import Question, Thanks
from rapport.members.models import Member


def _close(group: Group, _by: Member, now: datetime) -> None:
    Question.objects.filter(group=group, closed_at=None).update(closed_at=now)


def _reopen(group: Group, _now: datetime) -> None:
    Question.objects.filter(group=group, closed_at=group.closed_at).update(closed_at=None)


def _holds(group: Group) -> bool:
    return any(model.objects.filter(group=group).exists() for model in (Question, Thanks))


CLOSED = Closing(_holds, _close, _reopen)
