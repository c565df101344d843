"""What is known of a person, fact by fact: shown with where it is from, added, corrected and taken away by hand."""
