"""What a mail looks like on the wire: plain text, clean headers, and a way to stop it.

One that tells of a date has a part for calendars (RFC 6047): beside the words for programs that act on it, and once
more as a file for those that do not.
"""

import re
import unicodedata
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.signing import Signer
from django.utils.translation import gettext as _

from rapport.kit.stopping import StopLink
from rapport.mailroom.models import Waiting
from rapport.members.models import Account, Hub

_STOP = StopLink("mailroom.stop", "/mail/stop/")
_signer = Signer(salt="mailroom.stop")
METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


def letter(waiting: Waiting, connection: BaseEmailBackend | None = None) -> EmailMessage:
    """The message to send. Its Message-ID is the same at each try, so that a mail sent twice arrives once."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    headers = {
        "Message-ID": f"<{_signer.signature(str(waiting.pk))[:24]}.{waiting.pk}@{host}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    body = waiting.body
    if waiting.stop_path:
        address = settings.BASE_URL + waiting.stop_path
        headers |= {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        body = f"{body.rstrip()}\n\n-- \n{_('No more of these mails, without signing in:')}\n{address}\n"
    sender = formataddr((one_line(Hub.this().name), settings.DEFAULT_FROM_EMAIL))
    message = EmailMultiAlternatives(
        one_line(waiting.subject), body, sender, [waiting.address], headers=headers, connection=connection
    )
    if waiting.calendar:
        method = METHOD.search(waiting.calendar)
        kind = f"text/calendar; method={method[1] if method else 'PUBLISH'}"
        message.attach_alternative(waiting.calendar, kind)
        message.attach("invite.ics", waiting.calendar.encode(), "application/ics")
    return message


def one_line(text: str) -> str:
    """Text fit for a header: control characters and line breaks become spaces."""
    clean = "".join(" " if unicodedata.category(char).startswith(("C", "Zl", "Zp")) else char for char in text)
    return " ".join(clean.split())[:200]


def stop_path(account: Account) -> str:
    """Where `account` stops the morning mail, without signing in."""
    return _STOP.to(account.pk)


def account_of(word: str) -> Account | None:
    """Whom the word in a stop link was signed for; None for any other word."""
    return Account.objects.filter(pk=_STOP.number(word)).first()
