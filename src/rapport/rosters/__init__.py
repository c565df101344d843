"""Your people as a list: narrowed and put in order by what any room knows, fifty a page, several ticked at once."""
