"""By which words a post is found, its title and its text as it is shown, and a tag. Drafts are found by nobody."""

from collections.abc import Iterator, Sequence

from rapport.kit.fts import Entry, Line
from rapport.kit.prose import plain
from rapport.kit.shelf import Shelf
from rapport.talk.models import Post, Tag


def _entries(posts: Sequence[Post]) -> Iterator[Entry]:
    for post in posts:
        yield Entry(post.pk, [post.title], [Line("text", plain(post.html))])


POSTS = Shelf(6, Post.objects.published, _entries)
TAGS = Shelf(8, Tag.objects.all, lambda tags: [Entry(tag.pk, [tag.key]) for tag in tags])
