"""Threads as deeds name them: `thread:7`."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member
from rapport.talk.referents import numbers
from rapport.threads.models import Side


def _threads(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    """Without a word of what was written: what is read elsewhere than in the thread stays a letter's envelope."""
    if viewer is None:
        return {}
    rows = Side.objects.filter(member=viewer, thread__in=numbers(keys))
    return {str(side.thread_id): Shown(_("a message"), f"/threads/{side.thread_id}/") for side in rows}


THREAD = Referent("thread", _threads)
