"""SQLite: an FTS5 table of three-letter pieces."""

import sqlite3
from collections.abc import Sequence

CREATE = [
    "CREATE VIRTUAL TABLE kit_found USING fts5(name, words, near, kept UNINDEXED, tokenize='trigram case_sensitive 1')"
]
if sqlite3.sqlite_version_info >= (3, 42):  # removed text leaves the index at once, not when its parts are merged
    CREATE.append("INSERT INTO kit_found(kit_found, rank) VALUES ('secure-delete', 1)")
DROP = ["DROP TABLE kit_found"]
COLUMNS = ("rowid", "name", "words", "near", "kept")
INSERT = "INSERT INTO kit_found (rowid, name, words, near, kept) VALUES (%s, %s, %s, %s, %s)"
FORGET = ["INSERT INTO kit_found(kit_found) VALUES ('optimize')"]
AFTERWARDS = ["PRAGMA wal_checkpoint(TRUNCATE)"]  # the log of writes holds what was there before, too


def row(key: int, name: str, words: str, near: str, kept: str) -> tuple[object, ...]:
    """The values of INSERT."""
    return key, name, words, near, kept


def condition(_book: int, groups: Sequence[Sequence[str]], where: Sequence[str]) -> tuple[str, list[object]]:
    """SQL that holds for rows with one fragment of each group in the columns `where`, and its values."""
    wanted = " AND ".join(f"({' OR '.join(map(_quoted, dict.fromkeys(group)))})" for group in groups)
    return "kit_found MATCH %s", [f"{{{' '.join(where)}}} : ({wanted})"]


def _quoted(fragment: str) -> str:
    return '"' + fragment.replace('"', '""') + '"'
