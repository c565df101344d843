"""A book that was exported set up again as it stood, numbers and all, in a book that is empty yet."""
