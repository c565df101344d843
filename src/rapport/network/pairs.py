"""Two members between whom something begins: held together, and nothing for those who are not there for each other."""

from rapport.members.blocking import hold_both, is_between
from rapport.members.models import Member


def hold(by: Member, other: Member) -> None:
    """Hold both until the transaction ends. ValueError for oneself; Member.DoesNotExist where one of them has left, is
    suspended, or a block stands between them, which may have come in this moment."""
    if by.pk == other.pk:
        raise ValueError("It takes two.")
    hold_both(by, other)
    here = Member.objects.active().filter(pk__in=(by.pk, other.pk)).count()
    if here < len((by, other)) or is_between(by, other):
        raise Member.DoesNotExist
