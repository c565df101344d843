"""One person or two: the pages that ask, and what the owner says."""
