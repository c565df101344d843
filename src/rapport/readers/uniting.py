"""What several places of an archive say about one person, as one fact."""

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

from rapport.formats.facts import NameForm, PersonFact

H = TypeVar("H", bound=Hashable)

_MOST = 500  # of each kind: nobody has more jobs or telephones, and a hostile file would


def unite(first: PersonFact, second: PersonFact) -> PersonFact:
    """Both facts as one: parts in the order met, without repeats; the first name stays, others become aliases.

    The result is faint only if both were. The keys must be equal.
    """
    if second == first or (second.is_faint and second.name == first.name and _is_bare(second)):
        return first
    parts: dict[str, Any] = {}
    for name in PersonFact.__struct_fields__:
        here, there = getattr(first, name), getattr(second, name)
        parts[name] = _joined(here, there) if isinstance(here, tuple) else here or there
    parts["names"] = _aliased(parts["name"], _joined(parts["names"], _alias(second.name)))
    parts["is_faint"] = first.is_faint and second.is_faint
    return PersonFact(**parts)


def _is_bare(fact: PersonFact) -> bool:
    return not any(getattr(fact, name) for name in PersonFact.__struct_fields__[2:-1])


def _alias(name: str) -> tuple[NameForm, ...]:
    return (NameForm(name, "alias"),) if name else ()


def _aliased(name: str, forms: tuple[NameForm, ...]) -> tuple[NameForm, ...]:
    """Without aliases that only repeat the name, or one another."""
    seen = {name.casefold()}
    kept = []
    for form in forms:
        if form.kind != "alias" or form.text.casefold() not in seen:
            kept.append(form)
        seen.add(form.text.casefold())
    return tuple(kept)


def _joined(here: tuple[H, ...], there: Iterable[H]) -> tuple[H, ...]:
    return tuple(dict.fromkeys((*here, *there)))[:_MOST] if there else here
