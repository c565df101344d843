"""Which records of a book are the same person, in three stages and with a reason; pure rules, no database."""

from rapport.people.likeness.pairing import compare, pairs
from rapport.people.likeness.reasons import REASONS
from rapport.people.likeness.record import STAGES, Pair, Record, Stage
from rapport.people.likeness.world import World

__all__ = ["REASONS", "STAGES", "Pair", "Record", "Stage", "World", "compare", "pairs"]
