"""This room's part of the page of a person."""

from rapport.introductions.showing import could_introduce, knows
from rapport.kit.panels import Panel

ON_THE_PERSON = (
    Panel("person", 500, could_introduce, "introductions/panels/could_introduce.html", "aside"),
    Panel("person", 510, knows, "introductions/panels/knows.html", "aside"),
)
