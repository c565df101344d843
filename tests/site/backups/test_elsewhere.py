"""A backup is put back on another machine, which has nothing yet: the same books, byte for byte."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from databases import own_database

on_postgresql = pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite is a file, which is put back as it is")
ROOT = Path(__file__).resolve().parents[3]
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{0} Walker\nEMAIL:{0}@far.example\nBDAY:1980-04-01\nNOTE:Loves Søren\nEND:VCARD\n"


class Machine:
    """A data folder and a database of its own, worked by the command line."""

    def __init__(self, folder: Path, database: dict[str, str]) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.surroundings = {**kept, "PYTHONPATH": str(ROOT / "src"), "RAPPORT_DATA": str(folder), **database}

    def run(self, *words: str | Path) -> bytes:
        command = [sys.executable, "-W", "ignore", "-m", "rapport", *words]
        done = subprocess.run(command, env=self.surroundings, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def book(self) -> bytes:
        return self.run("export", "--member", "ann", "--on", "2026-11-19")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A hub with Ann's book in it."""
    folder = tmp_path_factory.mktemp("first")
    with own_database() as database:
        yield filled(Machine(folder / "data", database))


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Machine]:
    with own_database() as database:
        yield Machine(tmp_path / "second", database)


def filled(machine: Machine) -> Machine:
    cards = machine.folder.with_name("cards.vcf")
    cards.write_text("".join(map(CARD.format, ("Bo", "Cy", "Dee"))))
    machine.run("member", "add", "ann", "--email", "ann@example.org")
    machine.run("import", "--member", "ann", "--yes", cards)
    return machine


def test_a_machine_that_has_nothing_gets_the_same_books(first: Machine, second: Machine, tmp_path: Path) -> None:
    first.run("backup", tmp_path / "hub.tar.gz")
    second.run("restore", tmp_path / "hub.tar.gz")
    assert b"Dee Walker" in second.book()
    assert second.book() == first.book()


@on_postgresql
def test_a_hub_on_sqlite_moves_to_postgresql(second: Machine, tmp_path: Path) -> None:
    first = filled(Machine(tmp_path / "first", {}))
    first.run("backup", tmp_path / "hub.tar.gz")
    second.run("restore", tmp_path / "hub.tar.gz")
    assert second.book() == first.book()
    assert second.run("manage", "shell", "-v", "0", "-c", SEARCH).strip() == b"[3]"


SEARCH = """
from rapport.kit import fts; from rapport.people.models import Book; from rapport.people.findable import PERSON
print(fts.find(Book.objects.get().pk, PERSON, [[fts.within("dee")]]))
"""


@on_postgresql
def test_rows_of_an_earlier_version_are_brought_along(first: Machine, second: Machine, tmp_path: Path) -> None:
    book = first.book()
    first.run("manage", "migrate", "rounds", "0002")
    first.run("manage", "shell", "-v", "0", "-c", BACKUP.format(file=str(tmp_path / "early.tar.gz")))
    second.run("restore", tmp_path / "early.tar.gz")
    assert b"[ ]" not in second.run("manage", "showmigrations", "rounds")
    assert second.book() == book


def test_tables_that_had_another_name_are_brought_along_and_count_on(
    first: Machine, second: Machine, tmp_path: Path
) -> None:
    first.run("manage", "migrate", "groups", "0006")
    first.run("manage", "shell", "-v", "0", "-c", BACKUP.format(file=str(tmp_path / "early.tar.gz")))
    second.run("restore", tmp_path / "early.tar.gz")
    second.run("member", "list")
    assert second.run("manage", "shell", "-v", "0", "-c", ONE_MORE).strip() == b"True"


ONE_MORE = """
from rapport.seats.models import Profession as P
before = P.objects.count(); made = P.objects.create(key="falconer"); print(before > 400 and made.pk == before + 1)
"""
BACKUP = """
from pathlib import Path; from rapport.kit.clock import now; from rapport.site.backups.writing import write_backup
write_backup(Path({file!r}), with_key=False, now=now())
"""


@on_postgresql
def test_rows_that_stood_there_are_kept_as_a_backup(first: Machine, second: Machine, tmp_path: Path) -> None:
    first.run("backup", tmp_path / "hub.tar.gz")
    second.run("member", "add", "cy", "--email", "cy@example.org")
    second.run("restore", tmp_path / "hub.tar.gz")
    (aside,) = (second.folder / "backups").iterdir()
    second.run("restore", aside / "hub.tar.gz")
    assert second.run("member", "list").startswith(b"cy ")
