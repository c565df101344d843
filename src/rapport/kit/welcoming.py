"""What rooms prepare for a new member."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Welcome:
    """`prepare(member)` runs inside the transaction that makes the member."""

    prepare: Callable[[Any], object]


def welcome(member: Any) -> None:
    for offer in gather("welcoming", Welcome):
        offer.prepare(member)
