"""Who looks after the place: at least one host, as long as others are here."""

from rapport.members.models import Member


def is_needed(member: Member) -> bool:
    """Whether the others here would be left without a host."""
    if not member.is_host:
        return False
    others = Member.objects.active().exclude(pk=member.pk)
    return others.exists() and not others.filter(is_host=True).exists()
