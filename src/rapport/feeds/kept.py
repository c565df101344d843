"""What this room keeps about a person: the blogs the owner reads."""

from rapport.feeds.models import Blog
from rapport.people.showing.kept import Kept

BLOGS = Kept(Blog)
