"""Stopping the mails by the link in them, without signing in."""

from rapport.kit.stopping import StopLink
from rapport.members.models import Member
from rapport.notices.models import Hearing

_STOP = StopLink("notices.stop", "/notices/stop/")


def stop_path(member: Member) -> str:
    return _STOP.to(member.pk)


def member_of_word(word: str) -> Member | None:
    """Whom the word in a link was signed for; None for any other word."""
    found: Member | None = Member.objects.filter(pk=_STOP.number(word)).first()
    return found


def hear_by(member: Member, way: str) -> None:
    Hearing.objects.update_or_create(member=member, defaults={"way": way})
