"""What was done on the hub, written once."""
