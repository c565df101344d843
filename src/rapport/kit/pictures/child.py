"""The process that makes one picture plain: it comes in by standard input and goes out by standard output."""

import os
import sys

from rapport.kit.confine import Walls, confine
from rapport.kit.pictures.small import TooManyPixelsError, broken, small

WALLS = Walls(memory=512 << 20, seconds=10, most_seconds=10, file_bytes=1 << 20)
NO_PICTURE, TOO_MANY_PIXELS = 3, 4


def run(side: int) -> int:
    """How the process ends: 0 when the picture went out."""
    confine(None, WALLS)
    try:
        made = small(sys.stdin.buffer.read(), side)
    except (TooManyPixelsError, MemoryError):
        return TOO_MANY_PIXELS
    except broken():
        return NO_PICTURE
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    os._exit(run(int(sys.argv[1])))  # nothing of a picture's decoder runs on
