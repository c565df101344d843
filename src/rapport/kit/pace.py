"""So much in so long: what one reader may turn over before it looks like copying.

Counted in the memory of this process, so that reading a page writes nothing: of several server processes each counts
for itself, and a start begins anew. It slows a copier down; what must never be seen is not shown at all.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock

from rapport.kit import clock

MOST_READERS = 10_000  # remembered at a time, the latest


@dataclass(slots=True)
class _Count:
    window: int
    times: int = 0
    last: str = ""


_ALL: "list[Pace]" = []


def forget_all() -> None:
    """Everybody begins anew everywhere, as after a start."""
    for pace in _ALL:
        pace.forget()


@dataclass(frozen=True)
class Pace:
    """At most so many different things within that time for each reader. The same as just before is not counted."""

    most: int
    within: timedelta
    _counts: OrderedDict[str, _Count] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        _ALL.append(self)

    def is_over(self, reader: str, what: str) -> bool:
        """Count that `reader` turns to `what`; whether that is one too many."""
        window = int(clock.now().timestamp() // self.within.total_seconds())
        with self._lock:
            count = self._counts.pop(reader, None)
            if count is None or count.window != window:
                count = _Count(window)
            self._counts[reader] = count
            if len(self._counts) > MOST_READERS:
                self._counts.popitem(last=False)
            if what != count.last:
                count.times, count.last = count.times + 1, what
            return count.times > self.most

    def forget(self) -> None:
        """Everybody begins anew."""
        with self._lock:
            self._counts.clear()
