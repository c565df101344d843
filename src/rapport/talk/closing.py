"""What was written in a group keeps it from being deleted."""

from rapport.groups.closing import Closing
from rapport.groups.models import Group
from rapport.talk.models import Post, Revision


def _holds(group: Group) -> bool:
    return any(model.objects.filter(group=group).exists() for model in (Post, Revision))


CLOSED = Closing(_holds)
