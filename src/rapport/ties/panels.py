"""This room's part of the pages of a person and of all people."""

from rapport.kit.panels import Panel
from rapport.ties.showing.in_touch import in_touch
from rapport.ties.showing.line import line

PERSON = (
    Panel("person", 50, in_touch, "ties/panels/in_touch.html"),
    Panel("person", 800, line, "ties/panels/line.html"),
)
