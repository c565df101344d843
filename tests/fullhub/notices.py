"""Ann heard of something."""

from rapport.journal.models import Deed
from rapport.members.models import Member
from rapport.notices.models import Notice

RANK = 80


def fill(members: dict[str, Member]) -> None:
    deed = Deed.objects.filter(towards__member=members["ann"]).first()
    if deed is not None:
        Notice.objects.get_or_create(member=members["ann"], deed=deed, defaults={"made_at": deed.done_at})
