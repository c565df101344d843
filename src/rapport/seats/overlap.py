"""Which professions come too near one another for two seats in one group: by the tree alone, and a person decides."""

from collections.abc import Iterable, Mapping
from typing import Literal

Nearness = Literal["wider", "narrower", "beside"]
Tree = Mapping[int, int | None]


def nearness(tree: Tree, one: int, other: int) -> Nearness | None:
    """What `other` is to `one`: wider (an ancestor), narrower (a descendant), or beside it (of the same parent). None:
    far enough. Sectors, which have no parent, are too wide to count; so is standing beside one another under them."""
    if one == other:
        return None
    above, below = ancestors(tree, one), ancestors(tree, other)
    if other in above:
        return "wider" if tree.get(other) is not None else None
    if one in below:
        return "narrower" if tree.get(one) is not None else None
    parent = tree.get(one)
    is_beside = parent is not None and parent == tree.get(other) and tree.get(parent) is not None
    return "beside" if is_beside else None


def overlaps(tree: Tree, one: int, others: Iterable[int]) -> dict[int, Nearness]:
    """Those of `others` that come too near `one`, and how."""
    found = ((other, nearness(tree, one, other)) for other in others)
    return {other: near for other, near in found if near is not None}


def ancestors(tree: Tree, one: int) -> list[int]:
    """From the parent upwards; a tree that turns in a circle ends where it began."""
    above: list[int] = []
    at = tree.get(one)
    while at is not None and at not in above:
        above.append(at)
        at = tree.get(at)
    return above
