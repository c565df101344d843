"""PostgreSQL: an array of three-letter pieces, each with its book before it, under a plain GIN index. No extension is
needed; the pieces find, the texts themselves decide."""

from collections.abc import Sequence

CREATE = [
    "CREATE TABLE kit_found (rowid bigint PRIMARY KEY, name text NOT NULL, words text NOT NULL, near text NOT NULL, "
    "kept text NOT NULL, pieces text[] NOT NULL)",
    "CREATE INDEX kit_found_pieces ON kit_found USING gin (pieces)",
]
DROP = ["DROP TABLE kit_found"]
COLUMNS = ("rowid", "name", "words", "near", "kept", "pieces")
INSERT = "INSERT INTO kit_found (rowid, name, words, near, kept, pieces) VALUES (%s, %s, %s, %s, %s, %s)"
FORGET: list[str] = []  # rows taken away go with the next vacuum, which PostgreSQL does by itself
AFTERWARDS: list[str] = []


def row(key: int, name: str, words: str, near: str, kept: str) -> tuple[object, ...]:
    """The values of INSERT."""
    return key, name, words, near, kept, sorted(_pieces(key >> 32, name) | _pieces(key >> 32, words + near))


def condition(book: int, groups: Sequence[Sequence[str]], where: Sequence[str]) -> tuple[str, list[object]]:
    """SQL that holds for rows with one fragment of each group in the columns `where`, and its values."""
    text = " || ".join(where)  # two spaces stand at both ends of each, so nothing runs over from one to the next
    said: list[str] = []
    values: list[object] = []
    for group in groups:
        said.append("(" + " OR ".join([f"(pieces @> %s AND strpos({text}, %s) > 0)"] * len(group)) + ")")
        for fragment in group:
            values += [sorted(_pieces(book, fragment)), fragment]
    return " AND ".join(said), values


def _pieces(book: int, text: str) -> set[str]:
    return {f"{book}:{text[at : at + 3]}" for at in range(len(text) - 2)}
