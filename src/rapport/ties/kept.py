"""What this room keeps about a person besides their days."""

from rapport.people.showing.kept import Kept
from rapport.ties.models import Rest, Role, Tie

TIES = (Kept(Tie), Kept(Rest), Kept(Role))
