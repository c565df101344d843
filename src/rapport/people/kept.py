"""The facts that this room keeps about a person, and whom they were merged from."""

from rapport.people.holdings import CLAIMS
from rapport.people.models import CircleMember, Job, Merge, Met, Presence, Relation
from rapport.people.showing.kept import Kept

_LEADING = (
    Kept(Job, "organization", ("number", "name")),
    Kept(Relation, "other", ("number", "name")),
    Kept(Met, "through_person", ("number", "name")),
    Kept(Presence, "occasion", ("number", "title", "place", "begins_on", "begins_at", "is_cancelled")),
    Kept(CircleMember, "circle", ("number", "name")),
)
FACTS = _LEADING + tuple(Kept(one.model) for one in CLAIMS if one.model not in {kind.model for kind in _LEADING})
MERGES = Kept(Merge, of="kept")
