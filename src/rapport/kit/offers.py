"""Plug folders: a new kind is one new file, found by scanning its package."""

import pkgutil
from importlib import import_module
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")

_found: dict[tuple[str, type], tuple[object, ...]] = {}


class OfferError(Exception):
    """A plug folder holds a file that offers nothing, or too much; raised when the folder is first asked."""


def offers(package: str, of: type[T]) -> tuple[T, ...]:
    """The one object of type `of` that each module of `package` (a dotted name) offers, scanned once.

    A sub-package counts as one plug and offers in its `__init__`. Lower `rank` comes first, then the module's name.
    Raises `OfferError` for a module that offers none or several.
    """
    if (package, of) not in _found:
        _found[package, of] = _scan(package, of)
    kept: tuple[T, ...] = _found[package, of]  # type: ignore[assignment]
    return kept


def _scan(package: str, of: type[T]) -> tuple[T, ...]:
    folder = import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(folder.__path__))
    plugs = [(_rank(offer), name, offer) for name in names for offer in [_one(import_module(f"{package}.{name}"), of)]]
    return tuple(offer for _, _, offer in sorted(plugs, key=lambda plug: plug[:2]))


def _one(module: ModuleType, of: type[T]) -> T:
    offered = {id(value): value for value in vars(module).values() if isinstance(value, of)}
    if len(offered) != 1:
        amount = "no" if not offered else f"{len(offered)} objects of type"
        raise OfferError(f"{module.__name__} offers {amount} {of.__name__}: a plug offers exactly one")
    return next(iter(offered.values()))


def _rank(offer: object) -> int:
    return int(getattr(offer, "rank", 0))
