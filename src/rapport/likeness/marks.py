"""E-mail addresses and handles: which are personal, and what name they spell."""

import re
from functools import lru_cache
from urllib.parse import unquote

from rapport.likeness.names import fold

SHORTEST_HANDLE = 5
ROLES = frozenset(
    "info office hello contact kontakt contacto mail email post admin administrator webmaster postmaster hostmaster "
    "root support help helpdesk service services team staff sales marketing press media pr billing accounts "
    "accounting finance invoice invoices orders order shop store booking bookings reservations reservation events "
    "event jobs careers hr recruiting legal privacy security abuse noreply donotreply notifications notification "
    "news newsletter members membership reception enquiries enquiry inquiries general home family familie web me my "
    "test user none unknown spam public social community studio gallery cafe hotel restaurant kitchen school church "
    "parish secretary treasurer president chair board committee director manager ceo buchhaltung verwaltung "
    "sekretariat praxis buero info1 github git dev code linux opensource localhost nobody".split()
)
PUBLIC_HOSTS = frozenset(
    "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com hotmail.com hotmail.co.uk "
    "hotmail.de hotmail.fr outlook.com outlook.de live.com live.co.uk msn.com aol.com icloud.com me.com mac.com "
    "proton.me protonmail.com pm.me gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de "
    "mailbox.org fastmail.com zoho.com yandex.ru yandex.com mail.ru bk.ru inbox.ru qq.com 163.com 126.com sina.com "
    "naver.com daum.net orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it tin.it telenet.be ziggo.nl "
    "xs4all.nl btinternet.com sky.com virginmedia.com comcast.net verizon.net att.net sbcglobal.net cox.net "
    "bigpond.com optusnet.com.au hey.com duck.com tutanota.com rediffmail.com uol.com.br bol.com.br terra.com.br "
    "online.no telia.com eircom.net users.noreply.github.com".split()
)
# Platforms on which one person keeps one page; two different pages there are two people, or one who was renamed.
ONE_PAGE_EACH = frozenset({"linkedin", "facebook", "x", "twitter", "instagram", "xing", "bni", "meetup", "luma"})
_SLUG_TAIL = re.compile(r"(?:-[0-9a-f]*\d[0-9a-f]*)+$")


def plain_email(email: str) -> str:
    """Lower case; empty if it is no address."""
    email = email.strip().lower()
    local, _, host = email.rpartition("@")
    return email if local and "." in host else ""


@lru_cache(maxsize=1 << 15)
def local_words(email: str) -> tuple[str, ...]:
    """The folded words before the @, without "+tag" and GitHub's number: ann.berg+list@x.org is ann, berg."""
    local = email.rpartition("@")[0]
    local = local.split("+")[-1] if email.endswith("noreply.github.com") else local.split("+")[0]
    return tuple(fold(local).split())


@lru_cache(maxsize=1 << 15)
def is_role(email: str) -> bool:
    """Whether nobody's own name stands before the @ (info@, sales.team@): such a box is read by several."""
    words = local_words(email)
    return all(word in ROLES or word.isdigit() for word in words) or "".join(words).startswith(
        ("noreply", "donotreply")
    )


def company_host(email: str) -> str:
    """What stands after the @, unless anybody can have an address there."""
    host = email.rpartition("@")[2]
    return "" if host in PUBLIC_HOSTS or host.endswith(".edu") else host


@lru_cache(maxsize=1 << 14)
def is_host_of(host: str, company: str) -> bool:
    """Whether a host's first label is made of the company's words, in order: coastalfund, Coastal Enterprise Fund."""
    label = host.split(".")[0].replace("-", "")
    if len(label) < SHORTEST_HANDLE:
        return False
    for word in fold(company.replace("&", " and ")).split():
        label = label.removeprefix(word)
    return label in ("", "s")


@lru_cache(maxsize=1 << 15)
def handle_words(key: str) -> tuple[str, ...]:
    """The folded words of a profile key's handle: "linkedin:oystein-braten-1a2b" and "x:Oystein_Braten" alike."""
    platform, _, handle = key.partition(":")
    handle = unquote(handle).strip("@/ ").rpartition("/")[2]
    if handle.startswith("did:"):
        return ()
    if platform == "linkedin":
        handle = _SLUG_TAIL.sub("", handle)
    return tuple(fold(handle.split("@")[0].removesuffix(".bsky.social")).split())


def platform_of(key: str) -> str:
    """The platform if people have one page each there, else empty."""
    platform = key.partition(":")[0]
    platform = "x" if platform == "twitter" else platform
    return platform if platform in ONE_PAGE_EACH else ""


def spellings(given: str, family: str) -> frozenset[str]:
    """The usual ways a full name is run together: oysteinbraten, obraten, oysteinb, bratenoystein."""
    ways = {given + family, family + given, given[:1] + family, given + family[:1], family + given[:1]}
    return frozenset(way for way in ways if len(way) >= SHORTEST_HANDLE)
