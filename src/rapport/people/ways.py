"""The way to say it: mail, telephone, profile, with the first words filled in where the way allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from rapport.people.models import Identity

# What carries first words comes before what only opens a page; what the owner typed comes first within each.
ORDER = (
    *("email", "phone", "linkedin", "whatsapp", "telegram", "mastodon", "bluesky", "x", "facebook", "instagram"),
    "web",
)


@dataclass(frozen=True)
class Way:
    """`url` is safe to stand in a link: mailto, tel, http or https."""

    channel: str
    url: str
    shown: str


def best_way(ways: Sequence[Identity], subject: str, opener: str) -> Way | None:
    """The first usable way of somebody (`ways` in the order in which they stand), or None."""
    for way in sorted(ways, key=lambda way: _rank(way.platform)):
        url = url_of(way, subject, opener)
        if url:
            return Way(way.platform, url, way.handle)
    return None


def url_of(way: Identity, subject: str, opener: str) -> str:
    """Where this way leads, empty if nowhere."""
    if way.platform == "email":
        return mailto((way.handle,), subject, opener)
    if way.platform == "phone":
        return f"tel:{quote(way.handle.partition(';')[0], safe='+')}"
    return way.url if way.url.startswith(("https://", "http://")) else ""


def mailto(addresses: Sequence[str], subject: str, body: str) -> str:
    """One mail to all of them; lines end as RFC 6068 wants them."""
    to = ",".join(quote(address, safe="@+") for address in addresses)
    return f"mailto:{to}?subject={quote(subject)}&body={quote(body.replace(chr(10), chr(13) + chr(10)))}"


def _rank(platform: str) -> int:
    return ORDER.index(platform) if platform in ORDER else len(ORDER)
