"""Every address of the product, found by walking the resolver, so that no page can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# What these words of an address stand for in the full hub (tests/fullhub).
WORDS = {"handle": "bo", "group": "chapter", "tag": "eventprofs"}
# Rows of the hub are numbered for all; who may see them, the tests of their rooms say.
SHARED = (
    "/posts/",
    "/events/",
    "/asks/",
    "/threads/",
    "/notices/",
    "/reports/",
    "/thanks/",
    "/vouches/",
    "/testimonials/",
)
OUTSIDE = ("enter/", "static/", "health/")  # allauth's own pages; the state of the machine, which depends on it


@dataclass(frozen=True)
class Address:
    """A path with every number filled in as 1 and every word by the full hub, else as `x`. `is_numbered`: it names a
    row of a book."""

    path: str
    is_numbered: bool


def addresses() -> list[Address]:
    """All own addresses, in order, each once."""
    return list(dict.fromkeys(_walked(get_resolver().url_patterns, "")))


def _walked(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith(OUTSIDE):
            continue
        if isinstance(pattern, URLResolver):
            yield from _walked(pattern.url_patterns, route)
        else:
            yield _filled(route)


def _filled(route: str) -> Address:
    parts = []
    for part in route.split("/"):
        if part.startswith("<int:"):
            parts.append("1")
        elif part.startswith("<"):
            name = part.strip("<>").rpartition(":")[2]
            parts.append("note" if "kind" in part else WORDS.get(name, "x"))
        else:
            parts.append(part)
    path = "/" + "/".join(parts)
    return Address(path, "<int:" in route and not path.startswith(SHARED))
