"""Stopping the mails by the link in them, without signing in."""

from django.core.signing import BadSignature, Signer

from rapport.members.models import Member
from rapport.notices.models import Hearing

_signer = Signer(salt="notices.stop")


def stop_path(member: Member) -> str:
    return f"/notices/stop/{_signer.sign(str(member.pk))}/"


def member_of_word(word: str) -> Member | None:
    """Whom the word in a link was signed for; None for any other word."""
    try:
        number = _signer.unsign(word)
    except BadSignature:
        return None
    found: Member | None = Member.objects.filter(pk=int(number)).first()
    return found


def hear_by(member: Member, way: str) -> None:
    Hearing.objects.update_or_create(member=member, defaults={"way": way})
