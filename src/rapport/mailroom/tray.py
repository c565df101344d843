"""The backend behind Django's own `send_mail`, by which sign-in mails come: they are written down like all others."""

from collections.abc import Sequence
from hashlib import sha256

from django.core.cache import cache
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from rapport.kit.clock import now
from rapport.mailroom.models import Waiting
from rapport.mailroom.send import write_down
from rapport.members.models import Account

A_DAY = 20  # mails of one kind an address gets in a day, whoever asks for them: news never stand before a way in


class TrayBackend(BaseEmailBackend):
    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many were taken. What is too much for one address in one day, and what would go to somebody who is
        suspended, is dropped silently."""
        taken = 0
        for message in email_messages:
            for address in message.recipients():
                taken += _take(message, address)
        return taken


def _take(message: EmailMessage, address: str) -> bool:
    kind = str(message.extra_headers.get("X-Rapport-Kind", ""))
    if not _is_within_bounds(address, kind):
        return False
    account = _recipient(message)
    if not _may_get_mail(account, address):
        return False
    calendar = next((str(said) for said, kind in getattr(message, "alternatives", ()) if "/calendar" in kind), "")
    stop = str(message.extra_headers.get("X-Rapport-Stop", ""))
    subject, body = str(message.subject), str(message.body)
    by = message.extra_headers.get("X-Rapport-By")
    mail = Waiting(account=account, by_id=by, address=address, subject=subject, body=body, kind=kind, stop_path=stop)
    mail.calendar = calendar
    write_down(mail, now())
    return True


def _recipient(message: EmailMessage) -> Account | None:
    """Whose mail it is, where whoever writes it says so. The address alone does not tell: nobody has to prove theirs to
    come in, and what is written to it by others is not to be read by whoever says that it is theirs."""
    number = message.extra_headers.get("X-Rapport-To")
    return Account.objects.filter(pk=number).first() if number else None


def _may_get_mail(account: Account | None, address: str) -> bool:
    if account is not None:
        return account.is_active
    here = set(Account.objects.filter(email=address.lower()).values_list("is_active", flat=True))
    return here != {False}


def _is_within_bounds(address: str, kind: str) -> bool:
    """Plus-addresses count as the address they lead to."""
    name, _, host = address.lower().rpartition("@")
    whose = sha256(f"{name.partition('+')[0]}@{host}".encode()).hexdigest()
    counted = f"mail:{now():%j}:{kind}:{whose}"
    taken = int(cache.get(counted, 0))
    if taken < A_DAY:
        cache.set(counted, taken + 1, 24 * 3600)
    return taken < A_DAY
