"""Public pages for people who are not signed in: kept ready in each process, and answered by ETag without rendering.

Whether a page may be seen, and whether it changed, is asked of the database each time, in one query made ready once.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Count, F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import translation
from django.utils.cache import patch_vary_headers

from rapport.kit import clock
from rapport.kit.prepared import Prepared
from rapport.members.models import Hub
from rapport.talk.models import Comment, Post

MOST_PAGES, LASTS = 300, 60.0  # seconds: after these, what no version tells (a new name, "today") is drawn again


@dataclass(frozen=True)
class _Ready:
    etag: str
    body: bytes
    until: float


_ready: OrderedDict[tuple[Any, ...], _Ready] = OrderedDict()


def is_plain_visit(request: HttpRequest) -> bool:
    """Nobody signed in, nothing set: all who ask so get the same page."""
    return not request.COOKIES and not settings.DEMO


def state_of(number: int) -> Any:
    """What the page of this post depends on, for somebody who is not signed in (its `slug` and its author's `handle`
    among it); None if they may not see it."""
    return next(iter(_STATE.rows(number=number)), None)


def answered(request: HttpRequest, state: tuple[Any, ...], render: Callable[[], HttpResponse]) -> HttpResponse:
    """The page in this state: 304 to who has it already, else as kept, else rendered and kept."""
    etag = _etag(request, state)
    if etag in request.headers.get("If-None-Match", ""):
        return _marked(HttpResponseNotModified(), etag)
    key = (request.path, request.META.get("QUERY_STRING", ""))
    kept = _ready.get(key)
    if kept is None or kept.etag != etag or kept.until < time.monotonic():
        kept = _Ready(etag, render().content, time.monotonic() + LASTS)
        _ready[key] = kept
        if len(_ready) > MOST_PAGES:
            _ready.popitem(last=False)
    return _marked(HttpResponse(kept.body), etag)


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    """Who keeps it asks each time whether it may still be shown."""
    response["ETag"], response["Cache-Control"] = etag, "no-cache"
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def _etag(request: HttpRequest, state: tuple[Any, ...]) -> str:
    told = repr((request.get_full_path(), state, translation.get_language(), clock.now().date(), _edition()))
    return f'"{blake2b(told.encode(), digest_size=12).hexdigest()}"'


@cache
def _edition() -> str:
    """Changes with our templates."""
    digest = blake2b(digest_size=8)
    for path in sorted(Path(__file__).resolve().parents[1].glob("*/templates/**/*.html")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _state(number: int) -> Any:
    suspended = Comment.objects.filter(post=OuterRef("pk"), author__account__is_active=False)
    hidden = suspended.order_by().values("post").annotate(n=Count("pk")).values("n")
    posts = Post.objects.visible_to(None).filter(pk=number)
    posts = posts.annotate(hub=Subquery(Hub.objects.filter(pk=1).values("name")), hidden=Subquery(hidden))
    return posts.annotate(name=F("author__name"), handle=F("author__handle")).values_list(
        "version", "slug", "hub", "hidden", "name", "handle"
    )


_STATE = Prepared(_state, numbers=("number",))
