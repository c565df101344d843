"""When a member leaves: their posts go as if deleted one by one; what others hold of them stays without a name."""

from typing import Any

from rapport.kit.leaving import Farewell
from rapport.talk.models import Post
from rapport.talk.posting import delete
from rapport.talk.tags import tidy


def _posts(member: Any) -> None:
    for post in Post.objects.filter(author=member).iterator():
        delete(post=post)


GONE = Farewell(before=_posts, after=tidy)
