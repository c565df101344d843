"""Who applied for a seat and waits for an organiser's word."""

from typing import Any

from django.db.models import QuerySet

from rapport.groups.awaited import Awaited
from rapport.seats.models import Application


def undecided() -> QuerySet[Any]:
    return Application.objects.filter(state="waiting", allowed_at=None)


APPLIED = Awaited(undecided)
