"""Two people the owner knows, brought together if both wish."""
