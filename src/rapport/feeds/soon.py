"""When somebody points at a blog it is asked soon; but nobody makes the server ask without end."""

from django.core.cache import cache
from django.db import transaction

from rapport.feeds.jobs import KINDS, read_blog
from rapport.feeds.models import Asked
from rapport.kit.jobs import later
from rapport.members.models import Member

READS_A_DAY = 100
_DAY = 24 * 3600


@transaction.atomic
def read_soon(blog: Asked, by: Member) -> None:
    """Queue it for `by`, unless their reads of the day are used up: then its hour comes too."""
    counter = f"blogs:{by.pk}"
    if cache.add(counter, 1, _DAY) or cache.incr(counter) <= READS_A_DAY:
        later(read_blog, blog=blog.pk, kind=next(word for word, kind in KINDS.items() if isinstance(blog, kind)))
