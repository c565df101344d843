"""Where a group has more seats now, those who wait move up; whoever goes from it leaves their seat and their lines."""

from rapport.groups.sequel import Sequel
from rapport.seats.filling import advance_all, vacate

LINES = Sequel(changed=advance_all, went=vacate)
