"""What to do today, and why."""
