"""This room's part of the page of a person."""

from rapport.facts.showing.closer import cares, met, notes, ways
from rapport.facts.showing.knowing import acts, knowing
from rapport.facts.showing.life import life
from rapport.kit.panels import Panel

# The hundreds between are for what other rooms know: what you did for each other, the time line.
ON_THE_PERSON = (
    Panel("person", 100, notes, "facts/panels/notes.html"),
    Panel("person", 200, met, "facts/panels/met.html"),
    Panel("person", 300, ways, "facts/panels/ways.html"),
    Panel("person", 400, cares, "facts/panels/cares.html"),
    Panel("person", 700, life, "facts/panels/life.html"),
    Panel("person", 900, knowing, "facts/panels/knowing.html"),
    Panel("person", 900, acts, "facts/panels/acts.html", "aside"),
)
