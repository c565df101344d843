"""When the server is asked to look at a link: soon, but neither over and over nor without end for one member."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction

from rapport.kit.jobs import later
from rapport.profiles.jobs import check_link
from rapport.profiles.models import ProfileLink

AGAIN_AFTER = timedelta(minutes=5)
LOOKS_A_DAY = 100
_DAY = 24 * 3600


@transaction.atomic
def look_soon(link: ProfileLink) -> bool:
    """Queue a look at the link; False if it was looked at just now, or the member's looks of the day are used up."""
    if not cache.add(f"look:{link.member_id}:{link.pk}", 1, AGAIN_AFTER.total_seconds()):
        return False
    counter = f"looks:{link.member_id}"
    if not cache.add(counter, 1, _DAY) and cache.incr(counter) > LOOKS_A_DAY:
        return False
    later(check_link, link=link.pk)
    return True
