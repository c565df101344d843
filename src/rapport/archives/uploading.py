"""Files from the page: kept under random names in the job's own folder until the job ends."""

import secrets
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from rapport.archives.intake import jobs, receive
from rapport.archives.models import Intake
from rapport.formats.names import shown
from rapport.people.models import Book

ARRIVING = "arriving"
MOST = 500  # files in one drop


class TooLargeError(Exception):
    """More bytes than the page takes; the command line takes more."""


def upload(book: Book, files: Iterable[UploadedFile[Any]], *, now: datetime) -> Intake:
    """A new intake of uploaded files. Raises TooLargeError, and OSError if there is no room; nothing is kept then."""
    taken = list(files)[:MOST]
    if sum(file.size or 0 for file in taken) > settings.UPLOAD_LIMIT:
        raise TooLargeError
    holding = jobs() / ARRIVING / secrets.token_hex(16)
    holding.mkdir(parents=True, mode=0o700)
    try:
        paths = [_keep(file, holding / str(place)) for place, file in enumerate(taken)]
        intake = receive(book, paths, now=now, names=[shown(file.name or "file") for file in taken])
        folder = jobs() / intake.folder / "files"
        holding.rename(folder)
    except OSError:
        shutil.rmtree(holding, ignore_errors=True)
        raise
    intake.paths = [str(folder / path.name) for path in paths]
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
