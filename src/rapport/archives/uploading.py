"""Files from the page: kept under random names in the job's own folder until the job ends."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from rapport.archives.intake import jobs, receive
from rapport.archives.models import Intake
from rapport.archives.names import shown
from rapport.people.models import Book

MOST = 500  # files in one drop


class TooLargeError(Exception):
    """More bytes than the page takes; the command line takes more."""


def upload(book: Book, files: Iterable[UploadedFile[Any]], *, now: datetime) -> Intake:
    """A new intake of uploaded files. Raises TooLargeError; nothing is kept then."""
    taken = list(files)[:MOST]
    if sum(file.size or 0 for file in taken) > settings.UPLOAD_LIMIT:
        raise TooLargeError
    holding = jobs() / "arriving"
    holding.mkdir(parents=True, exist_ok=True, mode=0o700)
    paths = [_keep(file, holding / f"{book.pk}-{now.timestamp():.6f}-{place}") for place, file in enumerate(taken)]
    intake = receive(book, paths, now=now, names=[shown(file.name or "file") for file in taken])
    folder = jobs() / intake.folder / "files"
    folder.mkdir()
    intake.paths = [str(path.rename(folder / str(place))) for place, path in enumerate(paths)]
    intake.save(update_fields=["paths"])
    return intake


def _keep(file: UploadedFile[Any], path: Path) -> Path:
    """Moved where the upload lies on disk already, so that two gigabytes are not written twice."""
    if isinstance(file, TemporaryUploadedFile):
        shutil.move(file.temporary_file_path(), path)
        path.chmod(0o600)
        return path
    with path.open("xb") as kept:
        for piece in file.chunks():
            kept.write(piece)
    return path
