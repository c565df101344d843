"""Which records of a book are the same person, in three stages and with a reason; pure rules, no database."""

from rapport.likeness.pairing import compare, pairs
from rapport.likeness.reasons import REASONS
from rapport.likeness.record import STAGES, Pair, Record, Stage
from rapport.likeness.world import World

__all__ = ["REASONS", "STAGES", "Pair", "Record", "Stage", "World", "compare", "pairs"]
