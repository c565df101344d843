"""Thank the speaker: somebody spoke at a gathering where the owner was, and was not thanked yet: a member, or by mail
somebody from outside."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.events.models import Attendance, Speaker
from rapport.help.models import Thanks
from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.members.models import Member
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import hub_act
from rapport.rounds.suggestion import Suggestion, Telling

OWED_FOR = timedelta(days=7)
MOST = 2


def asks(desk: Desk) -> tuple[Query, Query]:
    lately = {"member": desk.member.pk, "now": desk.end_of_day}
    return _there.of(**lately), _unthanked.of(**lately)


def find(desk: Desk) -> Iterator[Candidate]:
    """Checked in, or said afterwards that one was there: an answer alone is no evening."""
    there, unthanked = asks(desk)
    dates = {one.occurrence.event_id: one.occurrence for one in there.rows()}
    for speaker in unthanked.rows() if dates else ():
        kept = (speaker, dates[speaker.event_id])
        yield hub_act(desk, "speaker", speaker.pk, kept, worth=0.7, minutes=2, slot=Slot.OWED)


@prepared(numbers=("member",), moments=("now",))
def _there(member: int, now: datetime) -> Any:
    there = Attendance.objects.filter(member=member, is_asked=False, occurrence__ends_at__range=(now - OWED_FOR, now))
    return there.select_related("occurrence__event")


@prepared(numbers=("member",), moments=("now",))
def _unthanked(member: int, now: datetime) -> Any:
    there = Attendance.objects.filter(member=member, is_asked=False, occurrence__ends_at__range=(now - OWED_FOR, now))
    thanked = Thanks.objects.filter(by=member, given_at__gt=now - OWED_FOR)
    visible = Member.objects.visible_to(Member(pk=member)).exclude(pk=member)
    rows = Speaker.objects.filter(event__in=there.values("occurrence__event"), agreed_at__isnull=False)
    here = Q(member__in=visible) & ~Exists(thanked.filter(to=OuterRef("member")))
    rows = rows.filter(here | Q(member=None) & ~Exists(thanked.filter(to=None, name=OuterRef("name"))))
    return rows.select_related("member").order_by("pk")[:MOST]


def tell(desk: Desk, chosen: Candidate) -> Telling:
    speaker, date = desk.kept[chosen.key]
    name = speaker.member.name if speaker.member else speaker.name
    words = {"name": name, "title": date.event.title, "when": ago(date.starts_at, desk.today)}
    return Telling(
        act=_("Thank %(name)s") % words,
        reason=_("They spoke at %(title)s %(when)s, and you were there.") % words,
        href=f"/thanks/new/?to={speaker.member.handle}" if speaker.member else f"/thanks/new/?name={quote(name)}",
        icon="thank",
    )


SPEAKER = Suggestion("speaker", gettext_lazy("Thank the speaker"), find, tell, rank=2, answers=(), people=0, asks=asks)
