"""Mail that no person wrote to the owner: lists, robots, broadcasts, and what was filed away."""

import re

from rapport.readers.sources.mbox.headers import Headers, Mailbox
from rapport.readers.sources.mbox.labels import Role

MOST_RECIPIENTS = 50
_ROBOT = re.compile(
    r"(.*[._+-])?(no-?_?reply|do-?not-?reply|donot-?reply|noresponse|mailer-?daemon|postmaster|bounces?|notifications?"
    r"|notify|newsletters?|unsubscribe|auto-?(mailer|confirm|reply|responder)|listserv|majordomo)([._+=-].*)?",
    re.IGNORECASE,
)
_HEX = re.compile(r"[0-9A-Fa-f]{4}")
_HERE = re.compile(r"(localhost|.*\.(localdomain|local|invalid))", re.IGNORECASE)
_FILED: tuple[tuple[Role, str], ...] = (
    ("spam", "spam"),
    ("trash", "trash"),
    ("promotions", "promotions"),
    ("drafts", "drafts"),
    ("chat", "chat entries in the mailbox"),
)


def filed_away(roles: frozenset[Role]) -> str:
    """Why a mail with these labels is left out, or nothing."""
    return next((why for role, why in _FILED if role in roles), "")


def is_deleted(headers: Headers) -> bool:
    """Thunderbird leaves deleted mails in the file until it is compacted, with this bit set."""
    status = headers.raw("x-mozilla-status")[:4]
    return _HEX.fullmatch(status) is not None and int(status, 16) & 0x8 != 0


def is_robot(address: str) -> bool:
    """Whether nobody reads what is sent there."""
    local, _, domain = address.rpartition("@")
    return _ROBOT.fullmatch(local) is not None or _HERE.fullmatch(domain) is not None


def impersonal(headers: Headers, sender: Mailbox, recipients: int) -> str:
    """Why a mail is no exchange between people, or nothing."""
    if recipients > MOST_RECIPIENTS:
        return "mails to more than 50 people"
    if any(name in headers for name in ("list-id", "list-unsubscribe", "list-post")):
        return "newsletters and mailing lists"
    if headers.raw("precedence").lower() in ("bulk", "list", "junk"):
        return "newsletters and mailing lists"
    if is_robot(sender.address) or _is_automatic(headers):
        return "automatic mail"
    return ""


def _is_automatic(headers: Headers) -> bool:
    submitted = headers.raw("auto-submitted", "no").split(";")[0].strip().lower()
    is_report = headers.raw("content-type").lower().startswith("multipart/report")
    is_bounce = headers.raw("return-path") == "<>"
    return submitted not in ("no", "") or "x-autoreply" in headers or is_report or is_bounce
