"""Addresses of our own style, script and picture files, each with the hash of its content, so that they may be kept."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders


def static(path: str) -> str:
    """`/static/css/base.css?v=1f0c…` for `css/base.css`. A file that is not there is an error of ours: LookupError."""
    return _watched(path) if settings.DEBUG else _kept(path)


@cache
def _kept(path: str) -> str:
    return _watched(path)


def _watched(path: str) -> str:
    found = finders.find(path)
    if found is None:
        raise LookupError(f"no static file {path}")
    return f"{settings.STATIC_URL}{path}?v={blake2b(Path(found).read_bytes(), digest_size=6).hexdigest()}"
