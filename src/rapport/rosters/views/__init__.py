"""The page of your people, and what is done with those ticked."""
