"""SQLite: triggers that write by themselves."""

from collections.abc import Iterator

from rapport.kit.shows import ALL, Shows

BEFORE: list[str] = []
STANDING = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
DROP = "DROP TRIGGER NAME"


def triggers(one: Shows) -> Iterator[str]:
    """A statement for each way to change a row, to be called NAME."""
    old, new = (f'{row}."{one.key}"' if one.key else str(ALL) for row in ("OLD", "NEW"))
    columns = ", ".join(f'"{column}"' for column in one.columns)
    differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in one.columns)
    yield _trigger(one, "INSERT", "1", new)
    yield _trigger(one, "DELETE", "1", old)
    yield _trigger(one, f"UPDATE OF {columns}", differs, old, new)


def _trigger(one: Shows, event: str, when: str, *keys: str) -> str:
    """What a statement does about conflicts, its triggers do too: so nothing is left here to conflict."""
    each = " UNION ".join(f"SELECT {key} AS key" for key in keys)
    drawn = f"SELECT '{one.page}', key, random() FROM ({each}) WHERE key IS NOT NULL"  # noqa: S608 - our own names
    return (
        f'CREATE TRIGGER NAME AFTER {event} ON "{one.table}" WHEN {when} BEGIN '  # noqa: S608
        f"DELETE FROM kit_pageversion WHERE page = '{one.page}' AND key IN ({', '.join(keys)}); "
        f"INSERT INTO kit_pageversion (page, key, number) {drawn}; END"
    )
