"""A LinkedIn archive of 30,000 connections and 200,000 messages, from the file to the settled book."""

import csv
import io
import resource
import sqlite3
import tempfile
import time
import zipfile
from pathlib import Path

from django.core.management import call_command

from rapport.archives.intake import commit, read, receive
from rapport.members.invite import make_member
from rapport.people.models import Book
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import NOW, linkedin_archive


def run() -> Measured:
    call_command("migrate", verbosity=0)
    book = Book.of(make_member(email="ann@big.example", password=None, handle="ann", name="Ann Okafor"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Complete_LinkedInDataExport_11-18-2026.zip"
        linkedin_archive(path, 30_000, 200_000)
        began = time.monotonic()
        intake = receive(book, [path], now=NOW)
        read(intake, now=NOW, told=lambda *_: None)
        batch = commit(intake, now=NOW, told=lambda *_: None)
        took = time.monotonic() - began
        if batch.counts["interactions"]["new"] != 230_000:
            raise AssertionError("The archive did not come in whole.")
        peaks = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return Measured(took, floor=_barely(path, Path(folder)), peak_mb=max(peaks))


def _barely(path: Path, folder: Path) -> float:
    """The same rows into one table each, understood not at all."""
    began = time.monotonic()
    store = sqlite3.connect(folder / "floor.sqlite3")
    with zipfile.ZipFile(path) as archive, store:
        for number, name in enumerate(("Connections.csv", "messages.csv")):
            rows = [
                row for row in csv.reader(io.TextIOWrapper(archive.open(name), "utf-8", newline="")) if len(row) > 5
            ]
            columns = ", ".join(f"c{n}" for n in range(len(rows[0])))
            store.execute(f"create table t{number} ({columns})")
            places = ", ".join("?" * len(rows[0]))
            store.executemany(f"insert into t{number} values ({places})", rows)  # noqa: S608 - our names
    store.close()
    return time.monotonic() - began


LINKEDIN = Benchmark("linkedin-30k-200k", "s", 60, run, most_mb=400)
