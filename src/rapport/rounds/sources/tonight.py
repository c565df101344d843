"""Tonight: the owner goes to a gathering of the hub today; a look at who comes makes it a better one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.events.models import Occurrence, Rsvp
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import hub_act
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 1


def find(desk: Desk) -> Iterator[Candidate]:
    """What stands beside the cards anyway is a card only for who said yes, and only where a place is left."""
    going = Rsvp.objects.filter(member=desk.member, answer="yes").values("occurrence")
    dates = Occurrence.objects.visible_to(desk.member).held().filter(pk__in=going)
    today = dates.filter(starts_at__gte=desk.start_of_day, starts_at__lte=desk.end_of_day)
    for date in today.select_related("event").order_by("starts_at", "pk")[:MOST]:
        slot = Slot.TOGETHER
        yield hub_act(desk, "tonight", date.pk, date, worth=0.3, minutes=3, slot=slot, lane="worth_it")


def tell(desk: Desk, chosen: Candidate) -> Telling:
    date: Occurrence = desk.kept[chosen.key]
    return Telling(
        act=_("Look at who comes to %(title)s") % {"title": date.event.title},
        reason=_("It is today. Three names and one opening line are enough."),
        href=f"{date.event.path}brief/?on={date.day.isoformat()}",
        icon="events",
    )


TONIGHT = Suggestion("tonight", gettext_lazy("Tonight"), find, tell, rank=24, answers=(), people=0)
