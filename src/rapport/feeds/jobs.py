"""What the worker does for this room: ask the blogs whose turn it is."""

from rapport.feeds.asking import due, read_feed
from rapport.feeds.models import Asked, Blog, ShownBlog
from rapport.kit import clock
from rapport.kit.jobs import job, later

AT_ONCE = 500
KINDS: dict[str, type[Asked]] = {"blog": Blog, "shown": ShownBlog}


@job(retries=1)
def read_blogs() -> None:
    """Queue one of each address that is due, as a job of its own: one that is slow keeps no other waiting."""
    queued = set()
    for word, kind in KINDS.items():
        for blog, feed in due(kind, clock.now()).order_by("due_at", "pk").values_list("pk", "feed")[:AT_ONCE]:
            if feed not in queued:
                queued.add(feed)
                later(read_blog, blog=blog, kind=word)


@job(retries=0, is_patient=True)
def read_blog(blog: int, kind: str = "blog") -> None:
    """Ask one, if it is still due: queued twice, it is asked once."""
    found = due(KINDS[kind], clock.now()).filter(pk=blog).first()
    if found is not None:
        read_feed(found, now=clock.now())
