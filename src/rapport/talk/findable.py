"""By which words a post is found (its title, its text as it is shown, the names of its files), a comment, and a tag.
Drafts are found by nobody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapport.kit.fts import Entry, Line
from rapport.kit.prose import plain
from rapport.kit.shelf import Shelf
from rapport.talk.models import Comment, Post, PostFile, Tag


def _entries(posts: Sequence[Post]) -> Iterator[Entry]:
    files: defaultdict[int, list[Line]] = defaultdict(list)
    named = PostFile.objects.filter(post__in=[post.pk for post in posts]).order_by("pk")
    for number, name in named.values_list("post", "name"):
        files[number].append(Line("file", name))
    for post in posts:
        yield Entry(post.pk, [post.title], [Line("text", plain(post.html)), *files[post.pk]])


POSTS = Shelf(6, Post.objects.published, _entries)
TAGS = Shelf(8, Tag.objects.all, lambda tags: [Entry(tag.pk, [tag.key]) for tag in tags])
COMMENTS = Shelf(
    9,
    lambda: Comment.objects.filter(is_removed=False),
    lambda comments: [Entry(one.pk, [], [Line("text", plain(one.html))]) for one in comments],
)
