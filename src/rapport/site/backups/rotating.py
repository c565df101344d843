"""A backup a day by itself, the last seven kept."""

import re
from datetime import datetime
from pathlib import Path

from django.conf import settings

from rapport.site.backups.writing import write_backup

KEPT = 7
_NAME = re.compile(r"rapport-\d{4}-\d\d-\d\d\.tar\.gz")


def folder() -> Path:
    found: Path = settings.DATA / "backups"
    return found


def kept() -> list[Path]:
    """The daily backups that are there, oldest first."""
    return sorted(path for path in folder().glob("rapport-*.tar.gz") if _NAME.fullmatch(path.name))


def back_up_today(now: datetime) -> Path:
    """Write the day's backup, with the key (it lies beside it anyway), and drop the oldest beyond the last seven."""
    folder().mkdir(mode=0o700, exist_ok=True)
    file = folder() / f"rapport-{now:%Y-%m-%d}.tar.gz"
    write_backup(file, with_key=True, now=now)
    for old in kept()[:-KEPT]:
        old.unlink()
    return file
