"""Which platform and which name on it a web address means."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, quote, unquote

from rapport.handles.weblinks import ascii_host, split_url, web_url
from rapport.kit.cleaning import clean, one_line


class Profile(NamedTuple):
    """A name on a platform: `handle` casefolded as it is compared, `url` where it is seen (http, https or empty)."""

    platform: str
    handle: str
    url: str


def profile(text: str) -> Profile | None:
    """The profile that a web address, `@name@server`, `acct:` or Bluesky name stands for; other pages are platform
    `web` with host and path as handle; None where `text` is no address that can be trusted."""
    text = clean(text).strip()
    if found := _federated(text) or _sky(text):
        return found
    parts = split_url(text)
    if parts is None:
        return None
    return _known(parts) or _page(text, parts)


def linkedin_slug(text: str) -> str:
    """The part after `/in/`, percent-decoded and casefolded, or empty: the key of a person on LinkedIn."""
    plain = _PLAIN_SLUG.fullmatch(text)
    if plain:
        return plain[1].casefold()
    return _odd_slug(text) if "linkedin." in text.casefold() else ""


def linkedin_url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{quote(slug, safe='-._~')}"


def segment(text: str) -> str:
    """A path segment decoded (twice encoded ones too) and cleaned; empty where it hides a separator."""
    for _ in range(2):
        text = unquote(text, errors="replace")
    text = clean(text).strip()
    return "" if re.search(r"[\s/\\?#%<>\"\ufffd]", text) or len(text) > 200 else text


@lru_cache(maxsize=20_000)
def _odd_slug(text: str) -> str:
    parts = split_url(text)
    found = _known(parts) if parts is not None else None
    return found.handle if found is not None and found.platform == "linkedin" else ""


def _known(parts: SplitResult) -> Profile | None:
    host = parts.netloc.partition(":")[0]
    path = [segment(piece) for piece in parts.path.split("/") if piece]
    for domain, reader in _READERS.items():
        if host == domain or host.endswith("." + domain):
            return reader(path, parts)
    return _on_fediverse(path, host)


def _linkedin(path: list[str], _parts: SplitResult) -> Profile | None:
    if path[:1] == ["mwlite"]:
        path = path[1:]
    if len(path) < 2 or path[0].casefold() != "in" or not path[1]:
        return None
    slug = path[1].casefold()
    # LinkedIn's own member ids are the one kind of slug whose case matters when the page is opened.
    return Profile("linkedin", slug, linkedin_url(path[1] if path[1].startswith("ACoA") else slug))


def _facebook(path: list[str], parts: SplitResult) -> Profile | None:
    if path[:1] == ["profile.php"]:
        number = parse_qs(parts.query).get("id", [""])[0]
        is_number = re.fullmatch(r"[0-9]{1,20}", number)
        return Profile("facebook", number, f"https://www.facebook.com/profile.php?id={number}") if is_number else None
    if path[:1] == ["people"] and len(path) >= 3 and re.fullmatch(r"[0-9]{1,20}", path[2]):
        return Profile("facebook", path[2], f"https://www.facebook.com/profile.php?id={path[2]}")
    return _plain_facebook(path, parts)


def _bluesky(path: list[str], _parts: SplitResult) -> Profile | None:
    if len(path) < 2 or path[0] != "profile":
        return None
    name = path[1].casefold()
    return _sky(path[1]) or (_on_sky(name) if ascii_host(name) == name else None)


def _whatsapp(path: list[str], _parts: SplitResult) -> Profile | None:
    number = re.fullmatch(r"\+?([0-9]{7,15})", path[0]) if len(path) == 1 else None
    return Profile("whatsapp", "+" + number[1], f"https://wa.me/{number[1]}") if number else None


def _one_name(platform: str, base: str, name: str, not_names: str = "") -> Callable[..., Profile | None]:
    """A reader for sites whose profiles are the first part of the path, alone."""
    shape, reserved = re.compile(name), frozenset(not_names.split())

    def read(path: list[str], _parts: SplitResult) -> Profile | None:
        if len(path) != 1 or not shape.fullmatch(path[0]):
            return None
        handle = path[0].removeprefix("@").casefold()
        return None if handle in reserved else Profile(platform, handle, base + handle)

    return read


_plain_facebook = _one_name(
    "facebook", "https://www.facebook.com/", r"[A-Za-z0-9.]{3,60}",
    "pages groups events watch marketplace sharer sharer.php share photo.php story.php hashtag help login login.php "
    "dialog home.php messages settings search permalink.php reel public business gaming people stories",
)  # fmt: skip
_x = _one_name(
    "x", "https://x.com/", r"@?[A-Za-z0-9_]{1,15}",
    "i home intent share search hashtag settings messages explore notifications login signup tos privacy about jobs",
)  # fmt: skip
_instagram_name = _one_name(
    "instagram", "https://www.instagram.com/", r"@?[A-Za-z0-9._]{1,30}",
    "p reel reels explore stories accounts direct tv",
)  # fmt: skip


def _instagram(path: list[str], parts: SplitResult) -> Profile | None:
    return _instagram_name(path[1:] if path[:1] == ["_u"] else path, parts)


_READERS: dict[str, Callable[[list[str], SplitResult], Profile | None]] = {
    "linkedin.com": _linkedin,
    "facebook.com": _facebook,
    "fb.com": _facebook,
    "x.com": _x,
    "twitter.com": _x,
    "instagram.com": _instagram,
    "threads.net": _one_name("threads", "https://www.threads.net/@", r"@[A-Za-z0-9._]{1,30}"),
    "threads.com": _one_name("threads", "https://www.threads.net/@", r"@[A-Za-z0-9._]{1,30}"),
    "github.com": _one_name(
        "github", "https://github.com/", r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})",
        "features topics orgs sponsors about settings marketplace explore login notifications join pricing enterprise",
    ),
    "bsky.app": _bluesky,
    "t.me": _one_name("telegram", "https://t.me/", r"[A-Za-z][A-Za-z0-9_]{3,31}", "joinchat addstickers share"),
    "wa.me": _whatsapp,
    "tiktok.com": _one_name("tiktok", "https://www.tiktok.com/@", r"@[A-Za-z0-9._]{2,24}"),
    "youtube.com": _one_name("youtube", "https://www.youtube.com/@", r"@[\w.-]{3,30}"),
    "medium.com": _one_name("medium", "https://medium.com/@", r"@[A-Za-z0-9._-]{1,30}"),
}  # fmt: skip
_PLAIN_SLUG = re.compile(r"https://www\.linkedin\.com/in/((?!ACoA)[A-Za-z0-9_-]+)/?")
_FEDERATED = re.compile(r"(?:acct:@?|@)([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)@([^\s/@:?#]+)")
_SKY = re.compile(r"(?:at://|@)?(did:(?:plc|web):[A-Za-z0-9.:_-]{3,200}|[A-Za-z0-9-]{1,63}\.bsky\.social)/?")


def _federated(text: str) -> Profile | None:
    match = _FEDERATED.fullmatch(text)
    host = ascii_host(match[2]) if match else ""
    if match is None or not host:
        return None
    return Profile("mastodon", f"{match[1]}@{host}".casefold(), f"https://{host}/@{match[1]}")


def _on_fediverse(path: list[str], host: str) -> Profile | None:
    """`https://server/@name` is how nearly all fediverse servers show somebody, also somebody of another server."""
    if len(path) != 1 or not path[0].startswith("@"):
        return None
    return _federated(path[0] if "@" in path[0][1:] else f"{path[0]}@{host}")


def _sky(text: str) -> Profile | None:
    match = _SKY.fullmatch(text)
    if match is None:
        return None
    return _on_sky(match[1] if match[1].startswith("did:") else match[1].casefold())


def _on_sky(name: str) -> Profile:
    return Profile("bluesky", name, f"https://bsky.app/profile/{name}")


def _page(text: str, parts: SplitResult) -> Profile | None:
    url = web_url(text)
    handle = (parts.netloc.removeprefix("www.") + unquote(parts.path, errors="replace")).rstrip("/")
    return Profile("web", one_line(handle)[:300], url) if url else None
