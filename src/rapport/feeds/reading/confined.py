"""The way into that process and back."""

import json
import subprocess
import sys

from rapport.feeds.reading.parse import Item, NoFeedError, Read
from rapport.kit.confine import surroundings

_COMMAND = (sys.executable, "-P", "-s", "-m", "rapport.feeds.reading.child")
_SECONDS = 30.0  # a machine under load; the child's own limit counts only what it computes


def read(body: bytes) -> Read:
    """What stands in a feed or page from outside. Raises `NoFeedError`."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            _COMMAND,
            input=body,
            env=surroundings(None),
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            start_new_session=True,
        )
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError) as wrong:
        raise NoFeedError from wrong
    if told is None:
        raise NoFeedError
    items = [Item(**{**one, "tags": tuple(one["tags"])}) for one in told["items"]]
    return Read(told["title"], items, told["feed_at"])
