"""What rooms do when a member leaves, beyond the rows that go by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapport.kit.rooms import gather


def _nothing(*_: Any) -> None:
    return None


@dataclass(frozen=True)
class Farewell:
    """`before(member)` runs inside the transaction that deletes, `after()` once it is committed."""

    before: Callable[[Any], None] = _nothing
    after: Callable[[], None] = _nothing


@cache
def farewells() -> tuple[Farewell, ...]:
    return gather("farewell", Farewell)
