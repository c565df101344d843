"""The same file again: known by its bytes before it is read, whatever its name."""

from collections.abc import Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from rapport.archives.models import Intake
from rapport.people.models import Batch


def digest(path: Path) -> str:
    """sha256 of a file, or of all files of a folder with their names."""
    if path.is_file():
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    inside = sorted(one for one in path.rglob("*") if one.is_file() and not one.is_symlink())
    return sha256("".join(f"{one.relative_to(path)}={digest(one)}\n" for one in inside).encode()).hexdigest()


def known_before(intake: Intake, members: Sequence[int]) -> dict[str, Any] | None:
    """The report row of files that were brought in before, byte for byte, and not undone since. What was refused then
    is read again: nothing of it came in."""
    digests = {intake.digests[n] for n in members}
    for batch in Batch.objects.filter(book=intake.book, state="done").order_by("-began_at"):
        for row in batch.files:
            if row["outcome"] != "reject" and digests <= set(row.get("digests", ())):
                when = batch.began_at.date().isoformat()
                message = f"This is the same file as the one brought in on {when}. Nothing changes."
                return {
                    **row,
                    "outcome": "accept",
                    "message": message,
                    "again": True,
                    "dropped": [],
                    "dropped_total": 0,
                }
    return None
