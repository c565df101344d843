"""Pages of vouches and testimonials."""
