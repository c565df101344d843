"""This room's part of the pages of a person and of all people."""

from rapport.kit.panels import Panel
from rapport.ties.showing.between import between
from rapport.ties.showing.in_touch import in_touch
from rapport.ties.showing.line import line
from rapport.ties.showing.rings import links, place_for_rings

PERSON = (
    Panel("person", 50, in_touch, "ties/panels/in_touch.html"),
    Panel("person", 100, between, "ties/panels/between.html", "aside"),
    Panel("person", 800, line, "ties/panels/line.html"),
)
PEOPLE = (
    Panel("people", 100, place_for_rings, "ties/panels/place_for_rings.html"),
    Panel("people", 100, links, "ties/panels/links.html", "aside"),
)
