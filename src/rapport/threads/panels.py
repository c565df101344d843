"""This room's part of a member's page."""

from typing import Any

from rapport.kit.panels import Panel


def write_button(_request: Any, subject: Any) -> dict[str, Any] | None:
    """The way to write to a member: `subject` has viewer and member."""
    if subject.viewer is None or subject.viewer.pk == subject.member.pk:
        return None
    return {"handle": subject.member.handle}


WRITE = Panel("profile", 50, write_button, "threads/panels/write.html", "aside")
