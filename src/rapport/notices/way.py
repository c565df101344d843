"""The plug of a way to hear: one `Way` per file in `ways/`, found by scanning."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.utils.functional import Promise

from rapport.kit.offers import offers

USUAL = "daily"


@dataclass(frozen=True)
class Way:
    """`is_due(told_on, since, local, hour)`: whether a mail with what is new may go now; `told_on` is the day of the
    last one, `since` when the oldest came that it would tell, `local` the present, both on the member's wall, and
    `hour` the hour of their morning."""

    name: str
    label: str | Promise
    hint: str | Promise
    is_due: Callable[[date | None, datetime, datetime, int], bool]
    rank: int


@cache
def ways() -> dict[str, Way]:
    return {way.name: way for way in offers("rapport.notices.ways", Way)}
