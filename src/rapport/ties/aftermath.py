"""Contact days and counters follow the touches."""

from rapport.kit.aftermath import Aftermath
from rapport.ties.recount import recount

COUNTED = Aftermath(20, recount)
