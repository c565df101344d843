"""All that is kept of a person, loaded at once for whatever page shows some of it."""
