"""Following what a person of one's book writes elsewhere."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.feeds.asking import is_address
from rapport.feeds.models import Blog
from rapport.kit.cleaning import one_line
from rapport.people.models import Person

MOST_BLOGS = 500


class NotFollowedError(ValueError):
    """Nothing was kept; the text is one plain sentence."""


@transaction.atomic
def follow(*, person: Person, url: str, now: datetime) -> Blog:
    """Read from now on what stands at this address, of this person. It is asked for the first time by the worker."""
    url = one_line(url)
    url = url if "://" in url else f"https://{url}"
    if not is_address(url):
        raise NotFollowedError(_("Write the address of a page: https://…"))
    if Blog.objects.filter(book=person.book).count() >= MOST_BLOGS:
        raise NotFollowedError(_("You follow %(most)s blogs; end one first.") % {"most": MOST_BLOGS})
    known = Blog.objects.filter(person=person, url=url).first()
    return known or Blog.objects.create(book=person.book, person=person, url=url, feed=url, due_at=now)
