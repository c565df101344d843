"""Messages that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.members.removable import Removable
from rapport.threads.messaging import blank
from rapport.threads.models import Message


def _message(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    """This one alone: what else the two wrote the host neither sees nor touches."""
    message = Message.objects.filter(pk=key).exclude(body="").select_related("author").first()
    if message is None:
        return None
    blank(message=message)
    return [message.author] if message.author else []


MESSAGE = Removable("message", _("a message"), _message)
