"""The scratch file between the reading child and the committing parent: its tables, and how it is opened."""

import sqlite3
from pathlib import Path

import msgspec

FILE = "staging.sqlite3"
DOOR = ""  # the source of what was found out before any reader began

# A write-ahead log takes a third more time than none, and lets a killed child go on where it was.
_PRAGMAS = "pragma locking_mode=exclusive; pragma journal_mode=wal; pragma synchronous=off; pragma temp_store=memory"
_LISTED = "n integer primary key, source text, fact blob"
_TABLES = f"""
create table if not exists meta (name text primary key, value text) without rowid;
create table if not exists sources (
    n integer primary key, kind text unique, label text, files blob, state text default '', message text default '');
create table if not exists persons (
    n integer primary key, source text, key text, is_faint integer, tastes integer, fact blob, unique (source, key));
create table if not exists talks (
    n integer primary key, source text, key text, kind text, channel text, at text, precision text, zone text,
    thread text, is_mass integer, subject text, text text, parties blob, unique (source, key));
create table if not exists gatherings (n integer primary key, source text, key text, fact blob, unique (source, key));
create table if not exists tastes (
    n integer primary key, source text, person text, topic text, day text, fact blob,
    unique (source, person, topic, day));
create table if not exists mine ({_LISTED}, unique (source, fact));
create table if not exists asks ({_LISTED}, unique (source, fact));
create table if not exists says ({_LISTED}, unique (source, fact));
create table if not exists rows (n integer primary key, source text, place text, row text);
create index if not exists rows_by_place on rows (source, place, n);
create table if not exists dropped ({_LISTED});
create table if not exists unknown ({_LISTED});
create table if not exists counts (source text, what text, why text, count integer, primary key (source, what, why))
    without rowid;
create table if not exists progress (file text primary key, done integer, total integer, what text) without rowid;
"""
INSERTS = {
    "persons": "insert or replace into persons values (?, ?, ?, ?, ?, ?)",
    "talks": f"insert or ignore into talks values (null{', ?' * 12})",  # noqa: S608 - our own columns
    "gatherings": "insert or ignore into gatherings values (null, ?, ?, ?)",
    "tastes": "insert or ignore into tastes values (null, ?, ?, ?, ?, ?)",
    "mine": "insert or ignore into mine values (null, ?, ?)",
    "asks": "insert or ignore into asks values (null, ?, ?)",
    "says": "insert or ignore into says values (null, ?, ?)",
    "rows": "insert into rows values (null, ?, ?, ?)",
    "dropped": "insert into dropped values (null, ?, ?)",
    "unknown": "insert into unknown values (null, ?, ?)",
    "counts": "insert into counts values (?, ?, ?, ?) on conflict do update set count = count + excluded.count",
    "progress": "insert or replace into progress values (?, ?, ?, ?)",
}
OF_A_SOURCE = tuple(table for table in INSERTS if table != "progress")

encode = msgspec.msgpack.Encoder().encode


def writable(folder: Path, task: str) -> sqlite3.Connection:
    """The file of an interrupted run of the same `task` in `folder`, or a new one."""
    path = folder / FILE
    if path.exists() and not _is_of(path, task):
        for stale in (path, path.with_name(f"{FILE}-wal"), path.with_name(f"{FILE}-shm")):
            stale.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(f"{_PRAGMAS}; {_TABLES}")
    with connection:
        connection.execute("insert or replace into meta values ('task', ?)", (task,))
    return connection


def readable(path: Path) -> sqlite3.Connection:
    """The finished file, opened so that nothing in it can act: it was written by a process that read hostile input."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.executescript("pragma trusted_schema=off; pragma cell_size_check=on; pragma query_only=on")
    return connection


def _is_of(path: Path, task: str) -> bool:
    connection = sqlite3.connect(path)
    try:
        row = connection.execute("select value from meta where name = 'task'").fetchone()
        is_whole = connection.execute("pragma quick_check(1)").fetchone() == ("ok",)
        return bool(is_whole and row == (task,))
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:  # another run has it: it is not ours to throw away
            raise
        return False
    finally:
        connection.close()
