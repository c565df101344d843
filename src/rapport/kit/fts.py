"""Text search: any fragment of three signs, and every beginning, in the words of one book at a time.

One table for all rooms, the same on SQLite (full text index of three-letter pieces) and PostgreSQL (an array of such
pieces). A row's key holds book, kind and number, so that a book, and a kind within it, is one unbroken stretch: what
others hold costs nothing and is never touched.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_letters, ascii_lowercase, digits
from typing import NamedTuple

from django.db import connection, transaction

from rapport.kit import folding
from rapport.kit.bulk import chunks
from rapport.kit.fts_tables import engine

PART = 500
LINE = 10_000  # letters of one text that are searched
KINDS = 16
NO_BOOK = 0  # in the place of a book: what stands in nobody's
_NUMBERS = 1 << 28

# Names, words and near words are each written in letters of their own, so that the index tells them apart by itself:
# looking for a name costs nothing for all who have that word in a note.
_SPELT: dict[str, Callable[[str], str]] = {
    "name": str.upper,
    "words": str,
    "near": lambda text: text.translate({letter: letter + 0xFEE0 for letter in range(ord("0"), ord("z") + 1)}),
}

# The newest are looked at first, and what stands in no book comes last of all. Each kind of it has letters of its own
# again: on the way there no row is passed over that holds the same word in a book or in another kind.
_FAR = 0x100
_APART = [*ascii_letters, *digits, *(chr(ord(letter) + 0xFEE0) for letter in (*digits, *ascii_lowercase))]

Groups = Sequence[Sequence[str]]
"""Fragments: one of each group must be found."""


class Line(NamedTuple):
    """One thing said of the subject: by which word of the room, and the text as it was written."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is searched of one subject (`number` in its book): its names, the first the one it is shown by, and what
    else is said of it. `near`: folded words under which it is also looked for when nothing else fits (sounds, full
    forms of short names)."""

    number: int
    names: Sequence[str]
    lines: Sequence[Line] = ()
    near: Collection[str] = ()


class Kept(NamedTuple):
    names: list[str]
    lines: list[Line]


def put(book: int, kind: int, entries: Iterable[Entry]) -> int:
    """Write entries of one kind (1 to 15) of a book (its id), in place of what stood there; returns how many differed.

    Belongs into the transaction that changed the facts.
    """
    changed = 0
    for part in chunks(entries, PART):
        rows = {_key(book, kind, entry.number): _row(entry, _apart(book, kind)) for entry in part}
        there = dict(_select("SELECT rowid, kept FROM kit_found WHERE rowid IN", list(rows)))
        fresh = {key: row for key, row in rows.items() if there.get(key) != row[-1]}
        _delete([key for key in fresh if key in there])
        with connection.cursor() as cursor:
            cursor.executemany(engine().INSERT, [engine().row(key, *row) for key, row in fresh.items()])
        changed += len(fresh)
    return changed


def drop(book: int, kind: int, numbers: Iterable[int]) -> None:
    """Take the entries of these numbers away."""
    for part in chunks(numbers, PART):
        _delete([_key(book, kind, number) for number in part])


def drop_book(book: int) -> None:
    """Take away all entries of a book."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM kit_found WHERE rowid BETWEEN %s AND %s", [book << 32, (book + 1 << 32) - 1])


def numbers(book: int, kind: int) -> set[int]:
    """Of whom or what there is an entry."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM kit_found WHERE rowid BETWEEN %s AND %s", _stretch(book, kind))
        return {key % _NUMBERS for (key,) in cursor.fetchall()}


def forget() -> None:
    """Make sure that nothing of what was taken away can be read from the files of the index any more. Its cost grows
    with the whole index: work for the worker, not for a page."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in engine().FORGET:
            cursor.execute(statement)
    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            for statement in engine().AFTERWARDS:
                cursor.execute(statement)


def find(
    book: int,
    kind: int,
    groups: Groups,
    *,
    where: Sequence[str] = ("name", "words"),
    most: int = 200,
    before: int = _NUMBERS,
) -> list[int]:
    """Numbers of the entries that hold one fragment of each group, the newest first, at most `most`, those `before` a
    number only.

    `where` are columns of name, words, near; none if the fragments are spelt for their columns already. Fragments are
    made by `within`, `beginning`, `ending` and `whole`.
    """
    return [key % _NUMBERS for key, _ in _found(book, kind, groups, where, (most, before), "''")]


def called(
    book: int, kind: int, groups: Groups, *, where: Sequence[str], most: int = 200, before: int = _NUMBERS
) -> dict[int, set[str]]:
    """The same, with the folded words of their names, and the near ones as they are spelt."""
    rows = _found(book, kind, groups, where, (most, before), "name || near")
    back = {apart: letter for letter, apart in _apart(book, kind).items()}
    return {key % _NUMBERS: set(names.translate(back).lower().split()) for key, names in rows}


def read(book: int, kind: int, wanted: Iterable[int]) -> dict[int, Kept]:
    """What is kept of these numbers, as it was written."""
    found: dict[int, Kept] = {}
    for part in chunks(wanted, PART):
        keys = [_key(book, kind, number) for number in part]
        for key, kept in _select("SELECT rowid, kept FROM kit_found WHERE rowid IN", keys):
            names, *lines = json.loads(kept)
            found[key % _NUMBERS] = Kept(names, [Line(*line) for line in lines])
    return found


def within(word: str) -> str:
    """Anywhere in a word; one or two letters alone only at its beginning. `word` is folded."""
    return word if len(word) >= 3 else beginning(word)


def beginning(word: str) -> str:
    return f" {word}" if len(word) >= 2 else f"  {word}"


def ending(word: str) -> str:
    return f"{word} " if len(word) >= 2 else whole(word)


def whole(word: str) -> str:
    return f" {word} "


def spelt(column: str, fragment: str) -> str:
    """A word or fragment in the letters of this column: name, words or near."""
    return _SPELT[column](fragment)


def _found(
    book: int, kind: int, groups: Groups, where: Sequence[str], cut: tuple[int, int], column: str
) -> list[tuple[int, str]]:
    most, before = cut
    if not groups or not all(groups) or before <= 1:
        return []
    near = [[spelt(at, fragment) for fragment in group for at in where] for group in groups] if where else groups
    wanted = [[fragment.translate(_apart(book, kind)) for fragment in group] for group in near]
    condition, values = engine().condition(book, wanted, where or tuple(_SPELT))
    # Table, columns and shape are ours; what was typed is bound.
    sql = (
        f"SELECT rowid, {column} FROM kit_found WHERE {condition} AND rowid BETWEEN %s AND %s "  # noqa: S608
        "ORDER BY rowid DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, _key(book, kind, 1), _key(book, kind, before - 1), most])
        return list(cursor.fetchall())


def _row(entry: Entry, apart: dict[int, int]) -> tuple[str, str, str, str]:
    lines = [Line(field, text[:LINE]) for field, text in entry.lines if text]
    called = (word for name in entry.names for word in folding.words(name))
    said = (word for line in lines for word in folding.words(line.text))
    kept = json.dumps([list(entry.names), *lines], ensure_ascii=False, separators=(",", ":"))
    texts = {"name": called, "words": said, "near": sorted(entry.near)}
    name, words, near = (_SPELT[column](_padded(text)).translate(apart) for column, text in texts.items())
    return name, words, near, kept


def _apart(book: int, kind: int) -> dict[int, int]:
    return _letters(kind) if book == NO_BOOK else {}


@cache
def _letters(kind: int) -> dict[int, int]:
    begin = _FAR + kind * len(_APART)
    return {ord(letter): begin + at for at, letter in enumerate(_APART)}


def _padded(found: Iterable[str]) -> str:
    """Two spaces before and after each word: its beginnings of one and two letters are then pieces of three too."""
    return "".join(f"  {word}  " for word in dict.fromkeys(found))


def _key(book: int, kind: int, number: int) -> int:
    if not 0 < kind < KINDS or not 0 < number < _NUMBERS:
        raise ValueError("not a kind or number that is searched")
    return book << 32 | kind << 28 | number


def _stretch(book: int, kind: int) -> tuple[int, int]:
    return _key(book, kind, 1), _key(book, kind, _NUMBERS - 1)


def _delete(keys: Sequence[int]) -> None:
    if keys:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM kit_found WHERE rowid IN ({_marks(keys)})", keys)  # noqa: S608 - marks only


def _select(start: str, keys: Sequence[int]) -> list[tuple[int, str]]:
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"{start} ({_marks(keys)})", keys)
        return list(cursor.fetchall())


def _marks(keys: Sequence[int]) -> str:
    return ", ".join(["%s"] * len(keys))
