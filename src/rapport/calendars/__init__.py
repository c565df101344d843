"""Events in other calendars: as files, by a secret address of one's own, and by mail that follows what changes."""
