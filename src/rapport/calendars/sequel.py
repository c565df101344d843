"""What follows in the calendars of those who come when dates change, and before they are gone."""

from rapport.calendars.appointments import due, take_out, take_out_dates
from rapport.events.sequel import Sequel

TOLD = Sequel(changed=due, removed=take_out, hidden=take_out_dates)
