"""What a member writes elsewhere is shown on their profile, and here where it fits, if they say so."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rapport.feeds.asking import is_address
from rapport.feeds.models import ShownBlog
from rapport.members.models import Member
from rapport.profiles.models import ProfileLink

MOST_SHOWN = 5
READABLE = ("web", "medium", "mastodon", "bluesky", "youtube")
"""Platforms whose pages name a feed."""


class NotReadError(ValueError):
    """Nothing is read there; the text is one plain sentence."""


def is_readable(link: ProfileLink) -> bool:
    return link.platform in READABLE and is_address(link.url)


@transaction.atomic
def show_blog(*, link: ProfileLink, now: datetime) -> ShownBlog:
    """From now on what stands behind this link of a profile is read, and shown to those who see the link."""
    Member.objects.select_for_update().get(pk=link.member_id)
    known = ShownBlog.objects.filter(link=link).first()
    if known is not None:
        return known
    if not is_readable(link):
        raise NotReadError(_("Nothing can be read there: it is no blog or site."))
    if ShownBlog.objects.filter(link__member=link.member_id).count() >= MOST_SHOWN:
        raise NotReadError(_("You show %(most)s blogs already; end one first.") % {"most": MOST_SHOWN})
    return ShownBlog.objects.create(link=link, feed=link.url, due_at=now)


@transaction.atomic
def hide_blog(*, link: ProfileLink) -> None:
    """Nothing is read there any more, and what was read is forgotten."""
    ShownBlog.objects.filter(link=link).delete()
