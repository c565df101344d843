"""A member of another name is found by it at once."""

from rapport.members.renaming import Renaming
from rapport.profiles.findable import index

RELISTED = Renaming(lambda member: index([member]))
