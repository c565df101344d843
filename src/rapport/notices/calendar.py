"""Whether a member wants the dates they come to by mail, for their own calendar, and how they stop it."""

from rapport.kit.stopping import StopLink
from rapport.members.models import Member
from rapport.notices.models import Hearing
from rapport.notices.way import USUAL

_STOP = StopLink("notices.calendar.stop", "/notices/stop/calendar/")


def wants_calendar_mail(member: Member) -> bool:
    """As they chose; as long as they chose nothing: yes, unless they want no mail of what is new either."""
    hearing = Hearing.objects.filter(member=member).first()
    if hearing is None:
        return True
    return hearing.way != "never" if hearing.is_calendar_mailed is None else hearing.is_calendar_mailed


def choose_calendar_mail(member: Member, *, is_wanted: bool) -> None:
    Hearing.objects.update_or_create(
        member=member,
        defaults={"is_calendar_mailed": is_wanted},
        create_defaults={"is_calendar_mailed": is_wanted, "way": USUAL},
    )


def stop_path(member: Member) -> str:
    return _STOP.to(member.pk)


def member_to_stop(word: str) -> Member | None:
    """Whom the word in a link was signed for; None for any other word."""
    found: Member | None = Member.objects.filter(pk=_STOP.number(word)).first()
    return found
