"""Django's PostgreSQL, but with one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def reading() -> Iterator[None]:
    """Transactions begun in here only read, all of one moment, and wait for nobody."""
    found: Any = connection
    found.is_reading = True
    try:
        yield
    finally:
        found.is_reading = False
