"""A member's connections in one packed value: for each the other's number and the day since when, in order of numbers.
Knows no database."""

from collections.abc import Iterable, Sequence

import numpy as np

from rapport.network.closeness import Arcs, Floats, Ints, freshness

_ROW = np.dtype([("other", "<i8"), ("day", "<i4")])
SIZE = _ROW.itemsize
Packed = bytes | memoryview  # as the database gives it


def pack(connections: Iterable[tuple[int, int]]) -> bytes:
    """From (the other's number, day)."""
    return np.array(sorted(connections), dtype=_ROW).tobytes()


def others(packed: Packed) -> list[int]:
    """Whom a packed value leads to."""
    numbers: list[int] = np.frombuffer(packed, _ROW)["other"].tolist()
    return numbers


def without(packed: Packed, numbers: Sequence[int]) -> Packed:
    """What of it does not lead to these."""
    if not numbers:
        return packed
    rows = np.frombuffer(packed, _ROW)
    return rows[~np.isin(rows["other"], numbers)].tobytes()


def arcs(packed: Sequence[Packed], today: int, span: float) -> Arcs:
    """Several members' packed connections as closeness reads them, on a day, in a hub that began `span` days ago."""
    rows = np.frombuffer(b"".join(packed), _ROW)
    counts: Ints = np.array([len(each) // SIZE for each in packed], dtype=np.int64)
    age: Floats = np.maximum(today - rows["day"].astype(float), 0.0)
    return Arcs(counts, rows["other"].astype(np.int64), freshness(age, span))


def days(packed: Packed) -> Ints:
    found: Ints = np.frombuffer(packed, _ROW)["day"].astype(np.int64)
    return found
