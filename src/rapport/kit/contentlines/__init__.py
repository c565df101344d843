"""The line grammar that vCard and iCalendar share: read within bounds, written so that nothing can be smuggled in."""
