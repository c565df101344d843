"""The process that reads one feed: it comes in by standard input and goes out, as JSON, by standard output."""

import json
import os
import sys
from dataclasses import asdict

from rapport.feeds.reading.parse import NoFeedError, parse
from rapport.kit.confine import Walls, confine

WALLS = Walls(memory=512 << 20, seconds=10, most_seconds=10, file_bytes=1 << 20)
NO_FEED = 3


def run() -> int:
    """How the process ends: 0 when it went out."""
    confine(None, WALLS)
    try:
        read = parse(sys.stdin.buffer.read())
    except (NoFeedError, RecursionError, MemoryError):
        return NO_FEED
    sys.stdout.write(json.dumps(asdict(read)))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    os._exit(run())  # nothing of a parser runs on
