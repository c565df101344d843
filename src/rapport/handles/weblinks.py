"""Web addresses as found in archives: made whole, freed of tracking, or refused."""

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

import idna

from rapport.kit.cleaning import clean

LONGEST = 2000

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):(?!\d)")
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_TRACKING = {"fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok"}
_TRACKING |= {"_hsenc", "_hsmi", "vero_id", "trk", "trkinfo", "trackingid", "lipi", "licu", "miniprofileurn", "rcm"}
_TRACKING |= {"ref_src", "ref_url", "originalsubdomain", "spm", "wt_mc", "cmpid", "__tn__", "__cft__", "eav", "paipv"}
_KEPT = "/%:@!$&'()*+,;=~-._"


def web_url(text: str) -> str:
    """`text` as a whole http or https address, or empty where it is none or cannot be trusted.

    A missing scheme becomes https; the host is lower case and in its ASCII form (IDNA 2008); tracking parameters go.
    Refused: other schemes (javascript, data, file ...), white space, backslashes, user names, over-long addresses.
    """
    parts = split_url(text)
    if parts is None:
        return ""
    query = parts.query
    if any(_is_tracking(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not _is_tracking(name)])
    path, query, fragment = (quote(part, safe=_KEPT + "?#[]") for part in (parts.path, query, parts.fragment))
    url = SplitResult(parts.scheme, parts.netloc, path, query, fragment).geturl()
    return url if len(url) <= LONGEST else ""


def split_url(text: str) -> SplitResult | None:
    """The parts of `text` as an http or https address with a real host, or None."""
    text = clean(text).strip().strip("<>\"'")
    if not 3 < len(text) <= LONGEST or "\\" in text or any(sign.isspace() for sign in text):
        return None
    has_scheme = "://" in text[:12]
    if not has_scheme and _SCHEME.match(text):
        return None
    try:
        parts = urlsplit(text if has_scheme else "https://" + text.lstrip("/"))
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not host:
        return None
    if not has_scheme and host.rpartition(".")[2].isdecimal():  # 12.50 is a price
        return None
    is_usual = port is None or port == (443 if parts.scheme == "https" else 80)
    return SplitResult(parts.scheme, host if is_usual else f"{host}:{port}", parts.path, parts.query, parts.fragment)


def ascii_host(name: str) -> str:
    """A host or mail domain in the form it has on the wire, or empty where it is no such name."""
    try:
        return _host(name)
    except ValueError:
        return ""


def _host(name: str) -> str:
    name = name.rstrip(".")
    if len(name) > 253:
        return ""
    if not name.isascii():
        name = idna.encode(name, uts46=True).decode()
    name = name.lower()
    return name if _HOST.fullmatch(name) else ""


def _is_tracking(name: str) -> bool:
    return name.casefold() in _TRACKING or name.casefold().startswith("utm_")
