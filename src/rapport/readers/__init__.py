"""Archives read: known by what is in them, read by a source in a child that reaches nothing, and staged as facts."""
