"""PostgreSQL: triggers that call one function, with the kind of page and the column that says whose page it is."""

from collections.abc import Iterator

from rapport.kit.shows import Shows

BEFORE = [
    """
CREATE OR REPLACE FUNCTION kit_shows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before bigint; after bigint;
BEGIN
    IF TG_ARGV[1] = '' THEN
        before := 0;
    ELSE
        IF TG_OP <> 'INSERT' THEN
            EXECUTE format('SELECT ($1).%I', TG_ARGV[1]) INTO before USING OLD;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            EXECUTE format('SELECT ($1).%I', TG_ARGV[1]) INTO after USING NEW;
        END IF;
    END IF;
    INSERT INTO kit_pageversion (page, key, number)
        SELECT TG_ARGV[0], key, (random() * 9007199254740991)::bigint
        FROM (SELECT before AS key UNION SELECT after) AS keys WHERE key IS NOT NULL ORDER BY key
        ON CONFLICT (page, key) DO UPDATE SET number = excluded.number;
    RETURN NULL;
END $$
"""
]
STANDING = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE %s"
DROP = "DROP TRIGGER NAME ON TABLE"


def triggers(one: Shows) -> Iterator[str]:
    """A statement for each way to change a row, to be called NAME."""
    columns = ", ".join(f'"{column}"' for column in one.columns)
    differs = " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in one.columns)
    yield _trigger(one, "INSERT OR DELETE", "")
    yield _trigger(one, f"UPDATE OF {columns}", f"WHEN ({differs}) ")


def _trigger(one: Shows, event: str, when: str) -> str:
    return (
        f'CREATE TRIGGER NAME AFTER {event} ON "{one.table}" FOR EACH ROW {when}'
        f"EXECUTE FUNCTION kit_shows('{one.page}', '{one.key}')"
    )
