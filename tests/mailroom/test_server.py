"""A mail server that is slow, or away, is not waited for without end."""

import smtplib
import socket

import pytest

from rapport.mailroom import server


@pytest.fixture(autouse=True)
def nobody_was_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_away_until", 0.0)


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_the_line_is_cut_after_so_long(is_encrypted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "LONGEST", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        host, port = silent.getsockname()
        with pytest.raises((OSError, smtplib.SMTPServerDisconnected)):
            server.EmailBackend(host=host, port=port, timeout=30, use_ssl=is_encrypted).open()


def test_one_that_was_away_is_left_alone_for_a_while() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        host, port = gone.getsockname()
    for error in (ConnectionRefusedError, server.AwayError):
        with pytest.raises(error):
            server.EmailBackend(host=host, port=port).open()
