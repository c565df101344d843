"""Every new member has a book."""

from rapport.kit.welcoming import Welcome
from rapport.people.models import Book

A_BOOK = Welcome(Book.of)
