"""vCards of every age in, vCard 4.0 or 3.0 out: a card is a tuple of content lines, with no view of what they mean."""
