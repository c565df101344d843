"""This room's part of the pages of a person and of all people."""

from rapport.kit.panels import Panel
from rapport.ledger.showing.panels import favours, links, lists, promises

PERSON = (
    Panel("person", 500, promises, "ledger/panels/promises.html"),
    Panel("person", 550, favours, "ledger/panels/favours.html"),
    Panel("person", 200, lists, "ledger/panels/lists.html", "aside"),
)
PEOPLE = (Panel("people", 200, links, "ledger/panels/links.html", "aside"),)
