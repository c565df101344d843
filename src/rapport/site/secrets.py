"""The hub's secret key: made once, kept beside the data, readable by its owner only."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(data: Path) -> str:
    """The key in `data`/secret_key, made with mode 0600 if it is not there. Two first starts at once agree.

    Raises ImproperlyConfigured when the folder is not ours to write.
    """
    try:
        return _kept(data)
    except OSError as trouble:
        raise ImproperlyConfigured(f"the data folder {data} cannot be used: {trouble.strerror}.") from trouble


def _kept(data: Path) -> str:
    path = data / "secret_key"
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text().strip()
