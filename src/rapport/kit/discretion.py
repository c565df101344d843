"""What a log may say: where something went wrong, never what was in it."""

import logging
import re
import traceback
from copy import copy
from types import TracebackType

from rapport.kit.room_left import why

# What stands behind these opens something for whoever holds it.
_WORDS = (
    *("invitations", "first-run", "mail/stop", "notices/stop", "thanks/letters", "introductions/answers"),
    *("calendars", "feeds/mine", "feeds/notices", "enter/password/reset/key", "enter/confirm-email"),
)
_PATH = re.compile(rf"(/(?:{'|'.join(_WORDS)})/)[^\s?]+")
_QUERY = re.compile(r"(/[^\s?]*)\?\S+")
_ADDRESS = re.compile(r"[^\s/'\"<>@]+@[^\s/'\"<>@]+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")  # begins another line, or tells a terminal what to do
_LONGEST = 500  # signs: what strangers send may be quoted, and must not fill the disk


class Discreet(logging.Formatter):
    """Leaves out the words of exceptions, which may quote a book, the secret parts of addresses, and mail addresses. A
    message is one line."""

    def format(self, record: logging.LogRecord) -> str:
        """What lies outside, as a full disk, is told in the same line: no place of the code is to be looked at."""
        reason = why(record.exc_info[1]) if record.exc_info else ""
        if not reason:
            return super().format(record)
        bare = copy(record)
        bare.exc_info = bare.exc_text = None
        return f"{super().format(bare)} ({reason})"

    def formatException(  # noqa: N802 - the name is logging's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _, frames = ei
        if kind is None:
            return ""
        return "".join(traceback.format_tb(frames)) + kind.__qualname__

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        said = _UNSEEN.sub(" ", super().formatMessage(record)[:_LONGEST])
        return _ADDRESS.sub("...", _QUERY.sub(r"\1", _PATH.sub(r"\1...", said)))
