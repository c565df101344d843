"""What the people of the town do on their hub, as plain data: who is here, what they show, join, hold, say and give."""

from rapport.town.hub.building import hub_of
from rapport.town.hub.shapes import Hub

__all__ = ["Hub", "hub_of"]
