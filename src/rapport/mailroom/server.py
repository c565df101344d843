"""The mail server, which may be away, or slow: for each mail it has a minute, however it spends it.

One that was away just now is not asked again for each mail that waits: they would stand for hours in the way of what
else is to be asked of others.
"""

import smtplib
import socket
import time
from contextlib import suppress
from functools import cached_property
from threading import Timer
from typing import Any

from django.core.mail.backends import smtp

LONGEST, AWAY = 60.0, 30.0  # seconds
_away_until = 0.0


class AwayError(OSError):
    """The server did not answer just now."""


class _Brief:
    """Of a connection that lasts too long, the line is cut: whatever is waited for then fails."""

    _over: Timer | None = None
    _line: socket.socket | None = None

    def _get_socket(self, *told: Any) -> socket.socket:
        found: socket.socket = super()._get_socket(*told)  # type: ignore[misc]
        self._line = found.dup()  # the same line, also once it is encrypted
        self._over = Timer(LONGEST, _cut, [self._line])
        self._over.daemon = True
        self._over.start()
        return found

    def close(self) -> None:
        super().close()  # type: ignore[misc]
        if self._over is not None and self._line is not None:
            self._over.cancel()
            self._line.close()


class _Plain(_Brief, smtplib.SMTP):
    pass


class _Encrypted(_Brief, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    @cached_property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _Encrypted if self.use_ssl else _Plain

    def open(self) -> bool | None:
        """Raises AwayError within half a minute after the server was away."""
        global _away_until  # noqa: PLW0603 - known to the whole worker
        if time.monotonic() < _away_until:
            raise AwayError
        try:
            return super().open()
        except (OSError, smtplib.SMTPServerDisconnected):
            _away_until = time.monotonic() + AWAY
            raise


def _cut(line: socket.socket) -> None:
    with suppress(OSError):  # it was over just before
        line.shutdown(socket.SHUT_RDWR)
