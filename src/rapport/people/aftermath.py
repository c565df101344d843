"""The chosen name, headline and place follow the claims."""

from rapport.kit.aftermath import Aftermath
from rapport.people.choosing import choose

CHOSEN = Aftermath(10, lambda book, people: choose(people))
