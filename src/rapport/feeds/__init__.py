"""What leaves as a feed, and what comes in from blogs elsewhere."""
