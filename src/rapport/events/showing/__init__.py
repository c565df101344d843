"""This room's part of the pages of other rooms."""
