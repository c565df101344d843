"""Same person, measured: labelled person records with injected errors against the book's own rules."""

import csv
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapport.likeness import Pair, Record, pairs

# What is taken for one person: what the rules hold likely, whether or not they would ask first.
LIKELY = 0.9
_COLUMNS = {
    "given": ("given_name", "first_name", "forename"),
    "family": ("surname", "last_name", "family_name"),
    "name": ("full_name", "name"),
    "birthdays": ("date_of_birth", "dob", "birth_date"),
    "emails": ("email", "e_mail"),
    "localities": ("suburb", "city", "town", "birth_place"),
    "postcodes": ("postcode", "postcode_fake", "zip"),
    "organizations": ("company", "organization"),
}
_STREET = ("street_number", "address_1", "address_2", "address")
_NUMBERED = re.compile(r"rec-(\d+)")
_HALF = re.compile(r"dataset(\d+)[a-z]?")


@dataclass(frozen=True)
class Row:
    """Pairwise precision, recall and F1 after transitive closure; seconds of CPU."""

    set: str
    precision: float
    recall: float
    f1: float
    seconds: float


def evaluate(folder: Path) -> list[Row]:
    """One row for each labelled set under `folder`/er: CSV files with a `cluster` column, or FEBRL's `rec_id`.

    `dataset4a.csv` and `dataset4b.csv` are one set. Files without labels are passed over.
    """
    sets: dict[str, list[Path]] = {}
    for file in sorted((folder / "er").rglob("*.csv")):
        half = _HALF.fullmatch(file.stem)
        sets.setdefault(f"{file.parent.name}{half[1]}" if half else file.stem, []).append(file)
    rows = []
    for name, files in sets.items():
        read = [entry for file in files for entry in _entries(file)]
        labels = [label for entry in read if (label := _label(entry))]
        if read and len(labels) == len(read):
            rows.append(_measured(name, read, labels))
    return rows


def judge(frame: Mapping[str, Iterable[str]]) -> list[tuple[int, int, float, str]]:
    """For a table with the columns `name` and `email`: pairs of row numbers, how likely they are one, and why."""
    both = zip(frame["name"], frame["email"], strict=True)
    records = [Record(id=row, name=str(name), emails=(str(email),)) for row, (name, email) in enumerate(both)]
    return [(pair.a, pair.b, pair.weight, pair.reason) for pair in pairs(records)]


def _measured(name: str, entries: list[dict[str, str]], labels: list[str]) -> Row:
    began = time.process_time()
    found = pairs([_record(number, entry) for number, entry in enumerate(entries)])
    seconds = time.process_time() - began
    precision, recall = _agreement(_clusters(len(entries), found), labels)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Row(name, precision, recall, f1, seconds)


def _entries(file: Path) -> Iterator[dict[str, str]]:
    with file.open(newline="", encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines, skipinitialspace=True):
            yield {str(key).strip().lower(): (value or "").strip() for key, value in row.items()}


def _label(entry: dict[str, str]) -> str:
    numbered = _NUMBERED.match(entry.get("rec_id", ""))
    return entry.get("cluster", "") or (numbered[1] if numbered else "")


def _record(number: int, entry: dict[str, str]) -> Record:
    def first(field: str) -> str:
        return next((entry[column] for column in _COLUMNS[field] if entry.get(column)), "")

    def several(field: str) -> tuple[str, ...]:
        return tuple(filter(None, [first(field)]))

    street = " ".join(entry[column] for column in _STREET if entry.get(column))
    return Record(
        id=number,
        name=first("name"),
        given=first("given"),
        family=first("family"),
        birthdays=several("birthdays"),
        emails=several("emails"),
        localities=several("localities"),
        postcodes=several("postcodes"),
        organizations=several("organizations"),
        addresses=(street,) if street else (),
    )


def _clusters(count: int, found: Iterable[Pair]) -> list[int]:
    """For each record the lowest of those it is joined to."""
    parent = list(range(count))

    def root(record: int) -> int:
        while parent[record] != record:
            parent[record] = parent[parent[record]]
            record = parent[record]
        return record

    for pair in found:
        if pair.weight >= LIKELY:
            low, high = sorted((root(pair.a), root(pair.b)))
            parent[high] = low
    return [root(record) for record in range(count)]


def _agreement(clusters: Sequence[int], labels: Sequence[str]) -> tuple[float, float]:
    """Precision and recall over pairs of records."""
    joined, true = _pairs_within(clusters), _pairs_within(labels)
    both = _pairs_within(list(zip(clusters, labels, strict=True)))
    return both / joined if joined else 1.0, both / true if true else 1.0


def _pairs_within(groups: Sequence[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())
