"""The chosen name, headline and place follow the claims, and the search index follows both."""

from rapport.kit.aftermath import Aftermath
from rapport.people.choosing import choose
from rapport.people.findable import index

CHOSEN = Aftermath(10, lambda book, people: choose(people))
INDEXED = Aftermath(30, index)
