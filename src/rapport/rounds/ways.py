"""The way to say it: mail, telephone, profile, with the first words filled in where the way allows."""

from dataclasses import dataclass
from urllib.parse import quote

from rapport.people.models import Identity

# In this order unless the owner marked a way by hand: what carries first words comes before what only opens a page.
ORDER = (
    "email",
    "phone",
    "linkedin",
    "whatsapp",
    "telegram",
    "mastodon",
    "bluesky",
    "x",
    "facebook",
    "instagram",
    "web",
)


@dataclass(frozen=True)
class Way:
    """`url` is safe to stand in a link: mailto, tel, http or https."""

    channel: str
    url: str
    shown: str


def best_way(ways: list[Identity], subject: str, opener: str) -> Way | None:
    """The first usable way of somebody (`ways` in the order in which they stand), or None."""
    for way in sorted(ways, key=lambda way: _rank(way.platform)):
        url = url_of(way, subject, opener)
        if url:
            return Way(way.platform, url, way.handle)
    return None


def url_of(way: Identity, subject: str, opener: str) -> str:
    if way.platform == "email":
        return f"mailto:{quote(way.handle, safe='@+')}?subject={quote(subject)}&body={quote(opener)}"
    if way.platform == "phone":
        return f"tel:{quote(way.handle, safe='+')}"
    return way.url if way.url.startswith(("https://", "http://")) else ""


def _rank(platform: str) -> int:
    return ORDER.index(platform) if platform in ORDER else len(ORDER)
