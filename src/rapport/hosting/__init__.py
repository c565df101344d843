"""Looking after the place: reports, suspensions, what the host did, and what newcomers should read."""
