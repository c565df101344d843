"""What the host may remove once it was reported: each room offers its own kinds, and how one of them goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Removable:
    """`remove(key, part, host, now)` takes it from every page, index and deed, in the transaction of the host's act,
    and returns those whom it concerns; None when there is no such thing any more. `says` is the words for one ("a
    post"); `parts` those of which one is named, where the whole is not removed. Offered in `<room>/removable.py`."""

    kind: str
    says: Any
    remove: Callable[[str, str, Member, datetime], list[Member] | None]
    parts: Mapping[str, Any] = field(default_factory=dict)


@cache
def removables() -> dict[str, Removable]:
    return {one.kind: one for one in gather("removable", Removable)}
