"""The whole book in open formats, for its owner to take along: JSON that can be brought in again, CSV, vCard, ics."""
