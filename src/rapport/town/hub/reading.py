"""Cells of the hub's tables: moments on the town's clock, paragraphs, lists."""

from datetime import datetime

from rapport.town.chance import local


def moment(text: str) -> datetime:
    """`2026-11-18 17:30` on the town's clock, as UTC."""
    then = datetime.fromisoformat(text)
    return local(then.date(), then.hour, then.minute)


def prose(text: str) -> str:
    """A cell with its paragraphs; lines of one list stay together."""
    found = ""
    for line in text.split("¶"):
        is_item = line.startswith(("- ", "1. ", "2. ", "3. ", "4. "))
        was_item = found.rpartition("\n")[2].startswith(("- ", "1. ", "2. ", "3. ", "4. "))
        found += ("\n" if is_item and was_item else "\n\n" if found else "") + line
    return found


def listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
