"""A picture that somebody gives, drawn anew in a process of its own: only its dots come through."""

import subprocess
import sys
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.kit.confine import surroundings
from rapport.kit.pictures.child import TOO_MANY_PIXELS
from rapport.kit.pictures.small import SIDE

ACCEPT = "image/jpeg,image/png,image/gif,image/webp"
MOST_BYTES = 10_000_000
TOO_LARGE = _("This picture is larger than 10 MB or 50 million dots. Choose a smaller one.")
NO_PICTURE = _("This is no picture that can be read. Choose a whole JPEG, PNG, GIF or WebP file.")
_COMMAND = (sys.executable, "-P", "-s", "-m", "rapport.kit.pictures.child")
_SECONDS = 30.0  # a machine under load; the child's own limit counts only what it computes


class PictureRefusedError(Exception):
    """`sentence` says why, in the reader's language."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__()
        self.sentence = sentence


def redrawn(file: IO[bytes], *, side: int = SIDE) -> bytes:
    """The picture in `file` as a JPEG of at most `side` pixels a side, with nothing hidden in it. It is decoded in a
    confined process. Raises `PictureRefusedError`."""
    picture = file.read(MOST_BYTES + 1)
    if len(picture) > MOST_BYTES:
        raise PictureRefusedError(TOO_LARGE)
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [*_COMMAND, str(side)],
            input=picture,
            env=surroundings(None),
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as late:
        raise PictureRefusedError(NO_PICTURE) from late
    if done.returncode == 0 and done.stdout.startswith(b"\xff\xd8\xff"):
        return done.stdout
    raise PictureRefusedError(TOO_LARGE if done.returncode == TOO_MANY_PIXELS else NO_PICTURE)
