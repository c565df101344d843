"""What a member should hear of what others did, and by which way."""
