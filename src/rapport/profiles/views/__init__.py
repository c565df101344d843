"""Pages of a member's profile, of editing one's own, of the directory, and of who is who."""
