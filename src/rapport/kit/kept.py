"""Pages for people who are not signed in: kept ready in each process, and answered by ETag without rendering.

Whether a page may be seen, and whether it changed, is asked of the database each time, in one query made ready once:
the page's state. It holds the page's versions (kit/shows.py) and all else that the page depends on, save the address,
the language, the day and our own files.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.utils.cache import patch_vary_headers

from rapport.kit import clock

MOST_PAGES = 300
_OURS = {".py", ".html", ".css", ".js", ".svg", ".mo"}  # files that pages are made of


@dataclass(frozen=True)
class _Ready:
    etag: str
    body: bytes
    headers: dict[str, str]


_ready: OrderedDict[tuple[str, str], _Ready] = OrderedDict()


def is_plain_visit(request: HttpRequest) -> bool:
    """Nobody signed in, nothing set: all who ask so get the same page."""
    return not request.COOKIES and not settings.DEMO


def answered(request: HttpRequest, state: tuple[Any, ...], render: Callable[[], HttpResponse]) -> HttpResponse:
    """The page in this state: 304 to who has it already, else as kept, else rendered and kept."""
    etag = _etag(request, state)
    if etag in request.headers.get("If-None-Match", ""):
        return _marked(HttpResponseNotModified(), etag)
    key = (request.path, request.META.get("QUERY_STRING", ""))
    kept = _ready.get(key)
    if kept is None or kept.etag != etag:
        made = render()
        kept = _Ready(etag, made.content, dict(made.items()))
        _ready[key] = kept
        if len(_ready) > MOST_PAGES:
            _ready.popitem(last=False)
    return _marked(HttpResponse(kept.body, headers=kept.headers), etag)


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    """Who keeps it asks each time whether it may still be shown."""
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def _etag(request: HttpRequest, state: tuple[Any, ...]) -> str:
    told = repr((request.get_full_path(), state, translation.get_language(), clock.now().date(), edition()))
    return f'"{blake2b(told.encode(), digest_size=12).hexdigest()}"'


@cache
def edition() -> str:
    """Another one for another version of our own files, or another address of the hub."""
    digest = blake2b(settings.BASE_URL.encode(), digest_size=8)
    for path in sorted(Path(__file__).resolve().parents[1].rglob("*")):
        if path.suffix in _OURS:
            digest.update(path.read_bytes())
    return digest.hexdigest()
