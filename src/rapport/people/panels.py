"""This room's part of the page of a person."""

from rapport.kit.panels import Panel
from rapport.people.showing.closer import cares, met, notes, ways
from rapport.people.showing.knowing import acts, knowing
from rapport.people.showing.life import life

# The hundreds between are for what other rooms know: what you did for each other, the time line.
ON_THE_PERSON = (
    Panel("person", 100, notes, "people/panels/notes.html"),
    Panel("person", 200, met, "people/panels/met.html"),
    Panel("person", 300, ways, "people/panels/ways.html"),
    Panel("person", 400, cares, "people/panels/cares.html"),
    Panel("person", 700, life, "people/panels/life.html"),
    Panel("person", 900, knowing, "people/panels/knowing.html"),
    Panel("person", 900, acts, "people/panels/acts.html", "aside"),
)
