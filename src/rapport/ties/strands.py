"""What this room brings to a time line: the touches, and the occasions at which both were seen."""

from rapport.ties.showing import occasions, touches
from rapport.ties.strand import Strand

TOUCHES = Strand(10, touches.days, touches.entries, touches.undated)
OCCASIONS = Strand(20, occasions.days, occasions.entries)
