"""Whether a link is the member's own: it links back with rel=me, or its site carries a file that names the profile,
or its domain has a record (DNS TXT) that does."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction

from rapport.kit.http import NotFetched, fetch
from rapport.kit.reachable import target
from rapport.members.models import Member
from rapport.profiles.models import ProfileLink, Proof, Way
from rapport.profiles.rel_me import says_me
from rapport.profiles.txt import NotTold, records

WELL_KNOWN = "/.well-known/rapport.txt"
RECORD = "_rapport."
"""Stands before the domain in the name of its record."""
MISSES = 2
"""Times in a row that a site may be silent before the proof is lost."""
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class Looked:
    """What was found: by which means it is proven (empty: by none), or that nobody answered."""

    means: str = ""
    is_silent: bool = False


def home_of(member: Member) -> str:
    """The address that others link back to."""
    return f"{settings.BASE_URL}{member.path}"


def look(url: str, home: str) -> Looked:
    """Ask the other side; outside of any transaction."""
    ways = [_by_link(url, home)]
    if not ways[0].means and urlsplit(url).path in ("", "/"):
        ways.append(_by_file(url, home))
        if not ways[1].means:
            ways.append(_by_record(url, home))
    proven = next((way for way in ways if way.means), None)
    return proven or Looked(is_silent=any(way.is_silent for way in ways))


def _by_link(url: str, home: str) -> Looked:
    try:
        page = fetch(url, accept=_HTML)
    except NotFetched as nothing:
        return Looked(is_silent=nothing.is_passing)
    if not _is_same_site(url, page.url):  # an open redirect would let anybody's page speak for this one
        return Looked()
    return Looked("link" if _plain(home) in map(_plain, says_me(page.text, page.url)) else "")


def _by_file(url: str, home: str) -> Looked:
    where = urljoin(url, WELL_KNOWN)
    try:
        file = fetch(where, accept=("text/plain",), most_bytes=10_000)
    except NotFetched as nothing:
        return Looked(is_silent=nothing.is_passing)
    told = {_plain(line) for line in file.text.splitlines()}
    return Looked("file" if _is_same_site(url, file.url) and _plain(home) in told else "")


def _by_record(url: str, home: str) -> Looked:
    """Whoever has the domain may write its records: so it speaks for the site at its usual door alone."""
    name = record_of(url)
    if not name:
        return Looked()
    try:
        told = {_plain(line) for line in records(name)}
    except NotTold:
        return Looked(is_silent=True)
    return Looked("dns" if _plain(home) in told else "")


def record_of(url: str) -> str:
    """The name of the record that proves this site, in the letters of the wire; empty where none could."""
    try:
        where = target(url)
    except ValueError:
        return ""
    host = where.host.removeprefix("www.")
    is_usual = where.address is None and where.parts.port in (None, 80, 443) and where.parts.path in ("", "/")
    return f"{RECORD}{host}" if is_usual and "." in host and len(host) <= 240 else ""


def _is_same_site(url: str, other: str) -> bool:
    """One host, with or without www; http may lead to https and not back."""
    one, two = urlsplit(url), urlsplit(other)
    is_kept = one.scheme == two.scheme or (one.scheme, two.scheme) == ("http", "https")
    hosts = [(parts.hostname or "").removeprefix("www.") for parts in (one, two)]
    return is_kept and hosts[0] == hosts[1] and (one.port == two.port or one.scheme != two.scheme)


def _plain(url: str) -> str:
    return url.strip().partition("#")[0].rstrip("/").casefold()


@transaction.atomic
def keep(*, link: ProfileLink, looked: Looked, now: datetime) -> Proof | None:
    """Write down what a look found: proven since, still proven, or lost and since when; and that one has looked."""
    ProfileLink.objects.filter(pk=link.pk).update(looked_at=now, was_silent=looked.is_silent)
    known = Proof.objects.select_for_update().filter(member=link.member_id, key=link.key).first()
    if known is None:
        if not looked.means:
            return None
        return Proof.objects.create(
            member_id=link.member_id, key=link.key, means=looked.means, proved_at=now, checked_at=now
        )
    known.checked_at = now
    if looked.means:
        known.proved_at = known.proved_at if known.lost_at is None else now
        known.means, known.misses, known.lost_at = looked.means, 0, None
    else:
        known.misses += 1
        if not looked.is_silent or known.misses >= MISSES:
            known.lost_at = known.lost_at or now
    known.save()
    return known


def prove_by_mail(*, member: Member, way: Way, now: datetime) -> None:
    """Bring the proof of an address in line with what the member confirmed."""
    confirmed = EmailAddress.objects.filter(user=member.account_id, email__iexact=way.handle, verified=True).exists()
    known = Proof.objects.filter(member=member, key=way.key).first()
    if known is None and confirmed:
        Proof.objects.create(member=member, key=way.key, means="mail", proved_at=now, checked_at=now)
    elif known is not None:
        if confirmed and known.lost_at is not None:
            known.proved_at = now
        known.lost_at = None if confirmed else known.lost_at or now
        known.checked_at = now
        known.save()
