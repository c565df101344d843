"""What rooms wish to know of the door: that somebody asks to come in, was answered, or came by an invitation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rapport.kit.rooms import gather


@dataclass(frozen=True)
class Doorbell:
    """Rooms offer theirs in `doorbell.py`; each runs inside the transaction of the act. `asks(number, now)` and
    `is_answered(number)` are about a request, `comes_in(member, by, now)` about whom the member `by` had invited."""

    asks: Callable[[int, datetime], object]
    is_answered: Callable[[int], object]
    comes_in: Callable[[Any, Any, datetime], object]


def asks(number: int, now: datetime) -> None:
    for bell in gather("doorbell", Doorbell):
        bell.asks(number, now)


def is_answered(number: int) -> None:
    for bell in gather("doorbell", Doorbell):
        bell.is_answered(number)


def comes_in(member: Any, *, by: Any, now: datetime) -> None:
    for bell in gather("doorbell", Doorbell):
        bell.comes_in(member, by, now)
