"""What a room must do besides, when people are erased: rows that are about them without pointing at them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Erasure:
    """`erase(book, people)` runs in the erasing transaction, before the rows that point at these persons (ids) go."""

    erase: Callable[[Any, Sequence[int]], None]


@cache
def erasures() -> tuple[Erasure, ...]:
    return gather("erasing", Erasure)
