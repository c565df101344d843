"""So much in so long: what one reader may turn over before it looks like copying.

Counted in the memory of this process, so that reading a page writes nothing. Only who turns over much is told to the
other processes: in lumps of a twentieth of what is allowed, by the database. So a cap is at most one lump higher for
each further process or start. It slows a copier down; what must never be seen is not shown at all.
"""

import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from threading import Lock

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F

from rapport.kit import clock

log = logging.getLogger(__name__)
MOST_READERS = 10_000  # remembered at a time, the latest
LUMPS = 20


@dataclass(slots=True)
class _Count:
    """`untold` of these times no other process knows; `elsewhere` are those that others told."""

    window: int
    times: int = 0
    untold: int = 0
    elsewhere: int = 0
    last: str = ""


_ALL: "list[Pace]" = []


def forget_all() -> None:
    """Everybody begins anew everywhere, as after a start."""
    for pace in _ALL:
        pace.forget()


@dataclass(frozen=True)
class Pace:
    """At most so many different things within that time for each reader. The same as just before is not counted. By its
    `name` it is known to all processes of the server; without one each counts for itself."""

    most: int
    within: timedelta
    name: str = ""
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
                count.times, count.untold, count.last = count.times + 1, count.untold + 1, what
            lump = count.untold if self.name and count.untold >= max(self.most // LUMPS, 1) else 0
            count.untold -= lump
        if lump:
            self._tell(reader, count, lump)
        return count.times + count.elsewhere > self.most

    def forget(self) -> None:
        """Everybody begins anew."""
        with self._lock:
            self._counts.clear()

    def _tell(self, reader: str, count: _Count, lump: int) -> None:
        """Add a lump to what all processes know, and hear what the others told."""
        told = {"pace": self.name, "reader": _digest(reader), "window": count.window}
        ends = datetime.fromtimestamp((count.window + 1) * self.within.total_seconds(), UTC)
        tally = apps.get_model("kit", "Tally")  # this file is read before there are any models
        rows = tally.objects.filter(**told)
        try:
            with transaction.atomic():
                tally.objects.bulk_create([tally(**told, ends_at=ends)], ignore_conflicts=True)
                rows.update(times=F("times") + lump)
                together = rows.values_list("times", flat=True).first() or 0
        except DatabaseError:  # a full disk keeps nobody from reading
            log.warning("what was turned over could not be told to other processes", exc_info=True)
            return
        with self._lock:
            count.elsewhere = max(together - (count.times - count.untold), 0)


def _digest(reader: str) -> str:
    """Neither addresses nor numbers of members stand in the table."""
    return blake2b(reader.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16).hexdigest()
