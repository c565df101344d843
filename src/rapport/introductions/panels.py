"""This room's part of the page of a person."""

from rapport.introductions.showing import knows, place_to_introduce
from rapport.kit.panels import Panel

ON_THE_PERSON = (
    Panel("person", 500, place_to_introduce, "introductions/panels/place_to_introduce.html", "aside"),
    Panel("person", 510, knows, "introductions/panels/knows.html", "aside"),
)
