"""Looks whether a worker is wanted, on a connection of its own beside Django's.

A supervisor shares nearly all its memory with its children, and a page that it touches is copied: so it asks with as
little as it can.
"""

import os
import sqlite3
import threading
from typing import Any

from django.db import DatabaseError, connection

from rapport.kit.waiting import questions

PATIENCE = 1.0  # seconds that a look may wait for the database


class Lookout:
    """Asked by one thread, while another may fork."""

    def __init__(self) -> None:
        self._kept: Any = None
        self._errors = (DatabaseError, _own_error())
        self._looking = threading.Lock()
        os.register_at_fork(
            before=self._pause, after_in_parent=self._looking.release, after_in_child=self._looking.release
        )

    def is_wanted(self) -> bool:
        """False, too, where the database does not answer: whoever asks for a page says so."""
        with self._looking:
            try:
                if self._kept is None:
                    self._kept = _connection()
                return any(self._kept.execute(_marked(sql), params).fetchone() for sql, params in questions())
            except self._errors:
                self._close()
                return False

    def _pause(self) -> None:
        """No connection may cross a fork, and none be at work in the moment of it."""
        self._looking.acquire()
        self._close()

    def _close(self) -> None:
        if self._kept is not None:
            self._kept.close()
            self._kept = None


def _connection() -> Any:
    if connection.vendor == "sqlite":
        return sqlite3.connect(connection.settings_dict["NAME"], timeout=PATIENCE, check_same_thread=False)
    return connection.get_new_connection(connection.get_connection_params() | {"autocommit": True})


def _own_error() -> type[Exception]:
    """What a connection raises that is not wrapped by Django."""
    driver: Any = connection
    error: type[Exception] = driver.Database.Error
    return error


def _marked(sql: str) -> str:
    return sql.replace("%s", "?") if connection.vendor == "sqlite" else sql
