"""What the worker does for this room: ask the blogs whose turn it is."""

from rapport.feeds.follow import read_one
from rapport.feeds.models import Blog
from rapport.kit import clock
from rapport.kit.jobs import job, later

AT_ONCE = 500


@job(retries=1)
def read_blogs() -> None:
    """Queue each blog that is due, as a job of its own: one that is slow keeps no other waiting."""
    due = Blog.objects.filter(due_at__lte=clock.now(), book__owner__account__is_active=True)
    for blog in due.order_by("due_at", "pk").values_list("pk", flat=True)[:AT_ONCE]:
        later(read_blog, blog=blog)


@job(retries=0)
def read_blog(blog: int) -> None:
    """Ask one, if it is still due: queued twice, it is asked once."""
    found = Blog.objects.filter(pk=blog, due_at__lte=clock.now()).first()
    if found is not None:
        read_one(found, now=clock.now())
