"""Files that belong to nothing any more do not stay on the disk."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rapport.archives.jobs import forget_old_previews
from rapport.kit.clock import now

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("place", ["uploads/tmp1.upload.zip", "jobs/0af3", "jobs/arriving/17c2"])
def test_what_a_killed_server_left_goes_after_a_day(settings: Any, tmp_path: Path, place: str) -> None:
    settings.DATA = tmp_path
    left = tmp_path / place
    left.parent.mkdir(parents=True)
    left.write_bytes(b"somebody's mail")
    run(forget_old_previews)
    assert left.exists()
    aged = (now() - timedelta(days=2)).timestamp()
    os.utime(left, (aged, aged))
    run(forget_old_previews)
    assert not left.exists()


def run(job: Any) -> None:
    job.call({})
