"""Pages of questions and thanks."""
