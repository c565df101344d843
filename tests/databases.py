"""A database for a process of its own, beside the one of the tests."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection


@contextmanager
def own_database() -> Iterator[dict[str, str]]:
    """Settings that lead a process to an empty database. SQLite's lies in the data folder and needs none."""
    if connection.vendor == "sqlite":
        yield {}
        return
    server, name = os.environ["RAPPORT_DATABASE_URL"].rpartition("/")[0], f"own_{secrets.token_hex(6)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as opened:
        opened.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield {"RAPPORT_DATABASE_URL": f"{server}/{name}"}
        finally:
            opened.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
