"""What the page of a post depends on for somebody who is not signed in (kit/kept.py)."""

from typing import Any

from django.db.models import F

from rapport.kit.prepared import prepared
from rapport.kit.shows import versions
from rapport.talk.models import Post


def state_of(number: int) -> Any:
    """The state of the page of this post, its `slug` and its author's `handle` among it; None if they may not see
    it."""
    return _state.first(number=number)


@prepared(numbers=("number",))
def _state(number: int) -> Any:
    posts = Post.objects.visible_to(None).filter(pk=number).annotate(handle=F("author__handle"))
    return posts.annotate(**versions("post", "pk")).values_list("slug", "handle", *versions("post", "pk"))
