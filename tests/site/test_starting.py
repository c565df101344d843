"""Before anything is served, the folder can be written and the database is at this version."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

import cast
from rapport.kit.commands import CommandError
from rapport.site.serving import check_port
from rapport.site.starting import _is_behind, make_folder


@pytest.mark.django_db
def test_a_database_of_this_version_needs_nothing() -> None:
    assert not _is_behind()


@pytest.mark.django_db
def test_a_database_of_a_later_version_is_refused() -> None:
    MigrationRecorder(connection).record_applied("people", "9999_from_the_future")
    with pytest.raises(CommandError, match="later version"):
        _is_behind()


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="cannot be written"):
        make_folder(tmp_path / "file" / "data")


def test_a_host_that_is_not_here_is_refused() -> None:
    with pytest.raises(CommandError, match=r"192\.0\.2\.1 port 8000 cannot be served"):
        check_port("192.0.2.1", 8000)


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["import", "export", "round", "invite"])
def test_no_command_touches_a_database_of_a_later_version(command: str) -> None:
    cast.ann()
    MigrationRecorder(connection).record_applied("people", "9999_later")
    told = [] if command == "invite" else ["--member", "ann"]
    with pytest.raises(CommandError, match="later version"):
        call_command(command, *told)
