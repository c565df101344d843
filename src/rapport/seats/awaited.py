"""Who applied for a seat and waits for an organiser's word."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rapport.groups.awaited import Awaited
from rapport.seats.models import Application


def undecided() -> QuerySet[Any]:
    return Application.objects.filter(state="waiting", allowed_at=None)


APPLIED = Awaited(3, undecided, _("Applied for a seat in %(group)s %(when)s"), since="applied_at", at="seats/")
