"""A member leaves: nobody's packed neighbours lead to them any longer."""

from django.db.models import Q

from rapport.kit.leaving import Farewell
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.network.wiring import pack_again


def _leave(member: Member) -> None:
    left = list(Connection.objects.filter(member=member).values_list("other_id", flat=True))
    Connection.objects.filter(Q(member=member) | Q(other=member)).delete()
    pack_again(left)


UNTIED = Farewell(before=_leave)
