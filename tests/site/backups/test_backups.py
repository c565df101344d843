"""A backup is whole, is of one moment, and comes back as it was; what is no backup changes nothing."""

import json
import sqlite3
import tarfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

import cast
from rapport.kit.commands import CommandError
from rapport.kit.shifts import at_work
from rapport.members.models import Member
from rapport.site.backups import rotating, writing
from rapport.site.backups.restoring import restore_backup
from rapport.site.backups.rotating import KEPT, back_up_today, kept
from rapport.site.backups.writing import write_backup

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def data(settings, tmp_path: Path) -> Path:
    """A data folder with a face in it."""
    settings.DATA = tmp_path / "data"
    (settings.DATA / "faces").mkdir(parents=True)
    (settings.DATA / "faces" / "bo.webp").write_bytes(b"a face")
    (settings.DATA / "secret_key").write_text("hush")
    (settings.DATA / "uploads").mkdir()
    return settings.DATA


@pytest.fixture
def file(data: Path, tmp_path: Path) -> Path:
    cast.ann()
    write_backup(tmp_path / "hub.tar.gz", with_key=False, now=cast.MORNING)
    return tmp_path / "hub.tar.gz"


def names(file: Path) -> set[str]:
    with tarfile.open(file) as packed:
        return set(packed.getnames())


def test_it_holds_rows_and_files_and_no_key(file: Path, tmp_path: Path) -> None:
    assert {"manifest.json", "files/faces/bo.webp"} < names(file)
    assert not any("secret" in name or "uploads" in name for name in names(file))
    assert file.stat().st_mode & 0o077 == 0
    if connection.vendor == "sqlite":
        with tarfile.open(file) as packed:
            packed.extractall(tmp_path, [packed.getmember("database/rapport.sqlite3")])  # noqa: S202 - our own
        rows = sqlite3.connect(tmp_path / "database" / "rapport.sqlite3")
        assert rows.execute("SELECT handle FROM members_member").fetchall() == [("ann",)]
        rows.close()


def test_the_key_goes_in_when_asked_for(data: Path, tmp_path: Path) -> None:
    write_backup(tmp_path / "hub.tar.gz", with_key=True, now=cast.MORNING)
    assert "files/secret_key" in names(tmp_path / "hub.tar.gz")


def test_a_broken_off_backup_leaves_nothing(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_copy_database", _fail)
    with pytest.raises(OSError, match="full"):
        write_backup(tmp_path / "out" / "hub.tar.gz", with_key=False, now=cast.MORNING)
    assert list((tmp_path / "out").iterdir()) == []


def _fail(_: Path) -> None:
    raise OSError(28, "the disk is full")


def test_files_come_back_and_what_was_there_is_kept_aside(file: Path, data: Path) -> None:
    (data / "faces" / "bo.webp").write_bytes(b"another face")
    aside = restore_backup(file, now=cast.MORNING)
    assert (data / "faces" / "bo.webp").read_bytes() == b"a face"
    assert aside is not None
    assert (aside / "faces" / "bo.webp").read_bytes() == b"another face"
    assert (data / "secret_key").read_text() == "hush"


def test_rows_come_back_too(file: Path, data: Path) -> None:
    if connection.vendor == "sqlite":  # the tests' own database is not in the folder
        restore_backup(file, now=cast.MORNING)
        rows = sqlite3.connect(data / "rapport.sqlite3")
        assert rows.execute("SELECT count(*) FROM members_member").fetchone() == (1,)
        rows.close()
    else:
        cast.cy()
        restore_backup(file, now=cast.MORNING)
        assert [member.handle for member in Member.objects.all()] == ["ann"]
        cast.cy()


def test_a_running_hub_is_left_alone(file: Path) -> None:
    with at_work(), pytest.raises(CommandError, match="running"):
        restore_backup(file, now=cast.MORNING)


@pytest.mark.parametrize("what", ["cut", "nonsense", "another"])
def test_what_is_no_backup_changes_nothing(file: Path, data: Path, what: str) -> None:
    whole = file.read_bytes()
    if what == "another":
        (data / "manifest.json").write_text(json.dumps({"format": "something else"}))
        with tarfile.open(file, "w:gz") as packed:
            packed.add(data / "manifest.json", "manifest.json")
    else:
        file.write_bytes(whole[: len(whole) // 2] if what == "cut" else b"nonsense")
    with pytest.raises(CommandError, match="nothing was changed"):
        restore_backup(file, now=cast.MORNING)
    assert (data / "faces" / "bo.webp").read_bytes() == b"a face"


def test_nothing_is_written_outside_the_folder(data: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.tar.gz"
    with tarfile.open(evil, "w:gz") as packed:
        packed.add(data / "secret_key", "../../outside")
    with pytest.raises(CommandError, match="nothing was changed"):
        restore_backup(evil, now=cast.MORNING)
    assert not list(tmp_path.rglob("outside"))


def test_the_last_seven_days_are_kept(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotating, "write_backup", lambda file, **_: file.write_bytes(b"x"))
    for day in range(10):
        back_up_today(cast.MORNING + timedelta(days=day))
    (data / "backups" / "mine.tar.gz").write_bytes(b"kept by hand")
    assert [path.name[8:18] for path in kept()] == [f"2026-11-{day}" for day in range(22, 29)]
    assert len(kept()) == KEPT
