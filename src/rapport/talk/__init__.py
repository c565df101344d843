"""What members write: posts, articles and comments in the open."""
