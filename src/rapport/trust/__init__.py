"""Who stands by whom: vouches for a named expertise, and written testimonials."""
