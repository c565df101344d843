"""What becomes of a leaving member's mail: it goes, also what was on its way to another address of theirs."""

from typing import Any

from allauth.account.models import EmailAddress

from rapport.kit.leaving import Farewell
from rapport.mailroom.models import Waiting


def _forget(member: Any) -> None:
    addresses = EmailAddress.objects.filter(user=member.account).values_list("email", flat=True)
    Waiting.objects.filter(address__in=[*addresses, member.account.email]).delete()


MAIL = Farewell(before=_forget)
