"""One job from files to staged facts, as the child does it, but in this process and without walls."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from formats.zipping import zipped
from rapport.formats.facts import DroppedFact, SkippedFact, UnknownFact
from rapport.formats.files import Refused
from rapport.formats.limits import Limits
from rapport.readers import child, staging
from rapport.readers.job import Job, Outcome, Progress, send, task_of
from rapport.readers.scratch import FILE
from rapport.readers.sources.mbox import splitting
from rapport.readers.staged import Staged
from readers.sources.mbox.letters import ANN, letter, mailbox


@pytest.fixture(autouse=True)
def without_walls(monkeypatch):
    monkeypatch.setattr(child, "allow_time", lambda seconds: None)
    monkeypatch.setattr(child, "confine", lambda folder, limits: "")


def job(*paths: Path) -> Job:
    names = tuple(path.name for path in paths)
    return Job(tuple(map(str, paths)), names, "", ANN, Limits(), task_of(paths, names, ANN))


def read(folder: Path, *paths: Path, say=lambda word: None) -> Staged:
    folder.mkdir(exist_ok=True)
    child.read(job(*paths), folder, say)
    return Staged(folder / FILE)


def box(path: Path, count: int, **headers: str) -> Path:
    path.write_bytes(mailbox(*(letter("x" * 500, Message_ID=f"<{n}@x>", **headers) for n in range(count))))
    return path


def test_what_was_found_at_the_door_is_staged_too(tmp_path):
    files = {"All mail.mbox": mailbox(letter()), "../a.csv": b"x", "p.jpg": b"x", "q": b"x"}
    found = read(tmp_path / "job", zipped(tmp_path / "a.zip", files))
    assert found.dropped() == (DroppedFact("../a.csv", "its name points outside the archive"),)
    assert found.skipped() == (SkippedFact("pictures, sound and video"),)
    assert found.unknown() == (UnknownFact("q", "nothing that Rapport knows"),)
    assert found.counts()["mail"]["interactions"] == 1


def test_progress_is_told_by_file_and_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "_EVERY", 0)
    told: list[Progress | Outcome] = []
    path = box(tmp_path / "a.mbox", 1000)
    read(tmp_path / "job", path, say=told.append)
    assert told[-1] == Progress("a.mbox", path.stat().st_size, path.stat().st_size, "E-mail")


def test_an_interrupted_reading_goes_on_and_ends_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "_EVERY", 0)
    monkeypatch.setattr(staging, "BATCH_ROWS", 100)
    monkeypatch.setattr(splitting, "CHUNK", 1 << 16)
    path = box(tmp_path / "a.mbox", 3000, Date="nonsense")
    told: list[Progress | Outcome] = []

    def crash(word: Progress | Outcome) -> None:
        told.append(word)
        if len(told) == 26:  # the file is looked through once for its owner, and half read
            copytree(tmp_path / "whole", tmp_path / "crashed")

    whole = read(tmp_path / "whole", path, say=crash)
    with closing(sqlite3.connect(tmp_path / "crashed" / FILE)) as left:
        (marked,) = left.execute("select max(done) from progress").fetchone()
    assert 0 < marked < path.stat().st_size
    rest = read(tmp_path / "crashed", path)
    assert rest.total() == whole.total()
    assert list(rest.talks("mail")) == list(whole.talks("mail"))
    assert list(rest.persons("mail")) == list(whole.persons("mail"))
    assert rest.dropped() == whole.dropped()


def test_a_mailbox_of_nothing_but_lists_is_read_and_empty(tmp_path):
    found = read(tmp_path / "job", box(tmp_path / "a.mbox", 3, List_Id="<x>"))
    assert found.total()["interactions"] == 0
    assert found.total()["skipped"] == 3


def test_where_nothing_could_be_kept_the_first_reason_is_the_refusal(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_bytes(mailbox(letter(From=None)))
    with pytest.raises(Refused, match="Nothing in it could be kept; the first reason is at a.mbox, byte 0: no sender."):
        read(tmp_path / "job", path)


def test_a_damaged_member_is_dropped_from_where_it_is_damaged(tmp_path):
    raw = mailbox(*(letter("x" * 5000, Message_ID=f"<{n}@x>") for n in range(900)))
    path = zipped(tmp_path / "a.zip", {"a.mbox": raw}, deflate=False)
    path.write_bytes(path.read_bytes().replace(b"<890@x>", b"<89x@x>"))
    found = read(tmp_path / "job", path)
    assert found.dropped() == (DroppedFact("a.mbox", "a.mbox is damaged: download the archive again."),)
    assert found.sources()[0].message == ""
    assert 0 < found.total()["interactions"] <= 900


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Refused("It is the HTML form."), "It is the HTML form."),
        (MemoryError(), "more than the 512 MB of memory"),
        (RecursionError(), "nested deeper"),
        (sqlite3.OperationalError("database or disk is full"), "no room left"),
        (sqlite3.OperationalError("database is locked"), "being read already"),
        (OSError(28, "No space left on device"), "no room left"),
        (ValueError("Ann's secret"), "ValueError in test_child.py, line"),
    ],
)
def test_whatever_happens_the_outcome_is_one_sentence(tmp_path, monkeypatch, error, words):
    def fail(*args):
        raise error

    monkeypatch.setattr(child, "read", fail)
    send(job(), tmp_path)
    told: list[Progress | Outcome] = []
    child.run(tmp_path, told.append)
    (outcome,) = told
    assert words in outcome.refusal
    assert "secret" not in outcome.refusal


def test_the_same_task_is_known_by_files_and_choices(tmp_path):
    path = box(tmp_path / "a.mbox", 1)
    same = task_of([path], ["a.mbox"], ANN)
    assert same == task_of([path], ["a.mbox"], replace(ANN, now=ANN.now.replace(year=2027)))
    assert same != task_of([path], ["a.mbox"], replace(ANN, keep_text=True))
    box(path, 2)
    assert same != task_of([path], ["a.mbox"], ANN)
