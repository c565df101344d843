"""A job that is long at its first try: for the tests that end a worker in the middle of it."""

import os
import time
from pathlib import Path

from rapport.kit.jobs import job


@job()
def dawdle(folder: str) -> None:
    """Leave the worker's number, then hang unless somebody was here before; `done` is written once, at the end."""
    begun = Path(folder) / "begun"
    is_first = not begun.exists()
    begun.write_text(str(os.getpid()))
    if is_first:
        time.sleep(60)
    with (Path(folder) / "done").open("a") as file:
        file.write("done\n")
