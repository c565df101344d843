"""The demo town's hub, done again through the product's own acts, each at the moment at which it happened."""

from datetime import datetime

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from rapport.journal.work import read_all
from rapport.site.enlivening.blogging import blog
from rapport.site.enlivening.books import link_books
from rapport.site.enlivening.crowd import come_in
from rapport.site.enlivening.evenings import hold_events
from rapport.site.enlivening.gathering import join_groups
from rapport.site.enlivening.giving import give
from rapport.site.enlivening.hosting import host
from rapport.site.enlivening.knowing import connect
from rapport.site.enlivening.looking_through import seen_before
from rapport.site.enlivening.portraying import portray_all
from rapport.site.enlivening.stage import Stage
from rapport.site.enlivening.talking import talk
from rapport.town.hub import Hub

__all__ = ["Hub", "enliven", "link_books"]


@transaction.atomic
def enliven(hub: Hub, *, now: datetime) -> None:
    """Everything that members did on the hub up to `now`. The first four of the cast are there already, with books."""
    stage = Stage(hub, now)
    come_in(stage)
    portray_all(stage)
    connect(stage)
    join_groups(stage)
    hold_events(stage)
    talk(stage)
    blog(stage)
    give(stage)
    host(stage)
    read_all()
    link_books(stage)  # after the reading: a tie that comes to be catches up with all deeds at once
    seen_before(stage)
    # What was queued for the worker has been done here; and links of people who do not exist lead nowhere.
    DBTaskResult.objects.filter(status="READY").delete()
