"""What becomes of the groups of a member whose account goes."""

from rapport.groups.leaving import before_leaving
from rapport.kit.leaving import Farewell

GROUPS = Farewell(before=before_leaving)
