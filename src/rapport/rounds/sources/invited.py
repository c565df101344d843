"""Invited: somebody would have the owner in a group, and waits."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.groups.invited import invitations_of, invitations_query
from rapport.kit.prepared import Query
from rapport.kit.wording import ago
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import falling, hub_act
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 3


def asks(desk: Desk) -> tuple[Query]:
    return (invitations_query(desk.member, desk.end_of_day),)


def find(desk: Desk) -> Iterator[Candidate]:
    found = invitations_of(desk.member, desk.end_of_day)[:MOST]
    for place, one in enumerate(found):
        yield hub_act(desk, "invited", one.pk, one, worth=falling(0.5, place, found), minutes=1)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    one = desk.kept[chosen.key]
    words = {"name": one.by.name, "group": one.group.name, "when": ago(one.made_at, desk.today), "note": one.note}
    asked = (
        _("They invited you into %(group)s %(when)s: “%(note)s”")
        if one.note
        else _("They invited you into %(group)s %(when)s.")
    )
    return Telling(act=_("Answer %(name)s") % words, reason=asked % words, href=one.group.path, icon="people")


INVITED = Suggestion("invited", gettext_lazy("You are invited"), find, tell, rank=12, answers=(), people=0, asks=asks)
