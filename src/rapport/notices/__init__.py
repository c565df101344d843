"""What a member should hear, and by which way."""
