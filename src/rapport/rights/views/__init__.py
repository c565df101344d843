"""What is held about somebody, and their way out of the book."""
