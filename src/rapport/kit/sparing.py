"""A log that strangers cannot fill: of lines of one kind the first are written, then how many more there were.

What anybody may bring about as often as they like (a form without its token, a page that fails on a certain address)
would else take the disk, and bury what the host is looking for.
"""

import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from types import TracebackType

MOST, WITHIN = 20, 3600.0  # lines of one kind, and in how many seconds
MOST_KINDS = 500


@dataclass(slots=True)
class _Count:
    since: float
    written: int = 0
    left_out: int = 0


class Sparing(logging.Filter):
    """Counts in the memory of this process. Lines are of one kind when one place of the code writes them about
    failures at one place: another mistake is always heard of."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: OrderedDict[object, _Count] = OrderedDict()
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        kind = (record.name, record.pathname, record.lineno, str(record.msg), _failed_at(record))
        with self._lock:
            count, before = self._counted(kind)
        if before:
            record.msg = f"{record.getMessage()} (and {before:,} more like the one before)"
            record.args = None
        return count.written <= MOST

    def _counted(self, kind: object) -> tuple[_Count, int]:
        """This line counted, and how many were left out since the last that was written."""
        now = time.monotonic()
        count, before = self._counts.pop(kind, None), 0
        if count is None or now - count.since >= WITHIN:
            count, before = _Count(now), count.left_out if count is not None else 0
        self._counts[kind] = count
        if len(self._counts) > MOST_KINDS:
            self._counts.popitem(last=False)
        count.written += 1
        count.left_out += count.written > MOST
        return count, before


def _failed_at(record: logging.LogRecord) -> object:
    """The innermost place of the failure that the line tells of."""
    frames: TracebackType | None = record.exc_info[2] if record.exc_info else None
    while frames is not None and frames.tb_next is not None:
        frames = frames.tb_next
    return (frames.tb_frame.f_code.co_filename, frames.tb_lineno) if frames is not None else None
