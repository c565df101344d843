"""What the rooms offer one another without knowing one another: holdings, panels, places and verbs.

Each room may hold a module of the offer's name; every module-level object of the offered type in it counts.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from django.conf import settings

T = TypeVar("T")


def gather(module: str, of: type[T]) -> tuple[T, ...]:
    """All offers of type `of` found in `<room>.<module>` of every installed room, in the rooms' order."""
    found: list[T] = []
    for room in rooms():
        if find_spec(f"{room}.{module}") is None:
            continue
        names = vars(import_module(f"{room}.{module}")).values()
        found.extend(offer for value in names for offer in _unpacked(value, of) if offer not in found)
    return tuple(found)


@cache
def rooms() -> tuple[str, ...]:
    """Dotted names of the installed rooms, lowest floor first."""
    return tuple(app for app in settings.INSTALLED_APPS if app.startswith("rapport."))


def _unpacked(value: object, of: type[T]) -> list[T]:
    if isinstance(value, of):
        return [value]
    if isinstance(value, tuple):
        return [item for item in value if isinstance(item, of)]
    return []
