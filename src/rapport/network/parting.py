"""What a block takes back here: everything between the two."""

from datetime import datetime

from django.db.models import Q

from rapport.journal.write import forget
from rapport.members.blocking import Parting
from rapport.members.models import Member
from rapport.network.connect import end_between
from rapport.network.models import Follow, ProfileView, Request


def _part(by: Member, other: Member, now: datetime) -> None:
    end_between(by, other)
    either_way = Q(by=by, other=other) | Q(by=other, other=by)
    for model in (Request, Follow):
        for row in model.objects.filter(either_way):
            forget(row.reference)
            row.delete()
    ProfileView.objects.filter(Q(viewer=by, member=other) | Q(viewer=other, member=by)).delete()


ALL_BETWEEN = Parting(_part)
