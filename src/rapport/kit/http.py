"""The one door for every request that leaves this server.

A name is looked up once, every answer checked, and the connection made to the address that was checked; each redirect
is a new request. Time, size and kind of the answer are bounded, whatever the other side does.
"""

from __future__ import annotations  # what is imported later is named in signatures

import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from urllib.parse import urldefrag, urljoin

import requests
from django.conf import settings

from rapport.kit import http_connecting
from rapport.kit.reachable import Target, target

REDIRECTS = 3
SECONDS = 10.0
MOST_BYTES = 1_000_000
AGENT = "Rapport"
_CHUNK = 1 << 13
_MOVED = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}


class NotFetched(Exception):
    """Nothing usable came. `is_passing`: it may be better another time (no connection, too slow, the server's own
    trouble); else asking again is of no use."""

    def __init__(self, why: str, *, is_passing: bool = False) -> None:
        super().__init__(why)
        self.is_passing = is_passing


@dataclass(frozen=True)
class Fetched:
    """An answer. `url` is where it came from after redirects, `kind` its media type without parameters; `body` is
    unpacked, and empty unless the status is a success. `moved_to` is where to ask from now on, if it moved for good."""

    url: str
    status: int
    kind: str = ""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str = ""

    @property
    def text(self) -> str:
        """The body as text: in the encoding the answer names, else UTF-8; what cannot be read is replaced."""
        named = requests.utils.get_encoding_from_headers(requests.structures.CaseInsensitiveDict(self.headers))
        try:
            return self.body.decode(named if named and named != "ISO-8859-1" else "utf-8", "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


def fetch(
    url: str,
    *,
    accept: Collection[str],
    most_bytes: int = MOST_BYTES,
    headers: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
) -> Fetched:
    """What `url` (http or https) answers to a GET, in at most `seconds` with all redirects.

    A success is of one of the media types in `accept` ("text/html"; empty: any) and unpacked at most `most_bytes`
    long. `headers` go along ("If-None-Match"). Answers that are no success come without a body. Raises `NotFetched`.
    """
    ends = time.monotonic() + seconds
    asked = {"Accept": ", ".join([*accept, "*/*;q=0.1"]) if accept else "*/*", **(headers or {})}
    moved_to, is_for_good = "", True
    for _ in range(REDIRECTS + 1):
        with requests.Session() as session, closing(_asked(session, _target(url), asked, ends)) as answer:
            further = answer.headers.get("Location", "") if answer.status_code in _MOVED else ""
            if not further:
                return replace(_read(answer, url, accept, most_bytes, ends), moved_to=moved_to)
            url = urljoin(url, further)
            is_for_good = is_for_good and answer.status_code in _FOR_GOOD
            moved_to = url if is_for_good else moved_to
    raise NotFetched("It leads from one address to the next without end.")


def _target(url: str) -> Target:
    try:
        return target(url)
    except ValueError as wrong:
        raise NotFetched("This is no address that can be asked.") from wrong


def _asked(session: requests.Session, where: Target, headers: Mapping[str, str], ends: float) -> requests.Response:
    session.trust_env = False  # no proxy, no password file: the check would be of another host
    session.headers.clear()
    door = http_connecting.Door(where, settings.FETCH_ALLOW_NETS, ends)
    session.mount(f"{where.parts.scheme}://", door)
    left = max(ends - time.monotonic(), 0.01)
    url = urldefrag(where.parts.geturl()).url
    plain = {"User-Agent": f"{AGENT} (+{settings.BASE_URL})", "Accept-Encoding": "gzip", **headers}
    try:
        return session.get(url, headers=plain, timeout=left, allow_redirects=False, stream=True)
    except http_connecting.LeftUnreached as refused:
        raise NotFetched("This address is not open to requests from here.") from refused
    except (requests.RequestException, http_connecting.HTTPError, OSError, ValueError) as trouble:
        raise NotFetched("No answer came.", is_passing=True) from trouble


def _read(answer: requests.Response, url: str, accept: Collection[str], most_bytes: int, ends: float) -> Fetched:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if answer.status_code >= 500 or answer.status_code == 429:
        raise NotFetched("The other server is in trouble.", is_passing=True)
    if not answer.ok or answer.status_code == 304:
        return Fetched(url, answer.status_code, kind, headers=answer.headers)
    if accept and kind not in accept:
        raise NotFetched(f"What came is {kind or 'of no kind'}, which is not asked for.")
    body = bytearray()
    try:
        for piece in _unpacked(answer, most_bytes, ends):
            body += piece
            if len(body) > most_bytes:
                raise NotFetched("What came is too long.")
    except (http_connecting.HTTPError, OSError, zlib.error) as trouble:
        raise NotFetched("The answer broke off.", is_passing=True) from trouble
    return Fetched(url, answer.status_code, kind, bytes(body), answer.headers)


def _unpacked(answer: requests.Response, most_bytes: int, ends: float) -> Iterator[bytes]:
    """The body piece by piece, none longer than what may still be kept: a little that unpacks to very much stops."""
    packing = answer.headers.get("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise NotFetched("The answer is packed in a way that was not asked for.")
    unpack = zlib.decompressobj(31) if "gzip" in packing else None
    while piece := answer.raw.read(_CHUNK, decode_content=False):
        if time.monotonic() > ends:
            raise NotFetched("The answer took too long.", is_passing=True)
        yield unpack.decompress(piece, most_bytes + 1) if unpack else piece
    if time.monotonic() > ends:  # the connection was cut by our own watch
        raise NotFetched("The answer took too long.", is_passing=True)
