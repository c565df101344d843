"""Who in the book is one person: what is sure is merged, what is likely is asked, and each merge can be parted."""
