"""A member changes who they are here: rooms that find them by their name hear of it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Renaming:
    """`settle(member)` runs in the transaction that keeps the change. Rooms offer it in their `renaming.py`."""

    settle: Callable[[Member], object]


@transaction.atomic
def keep(member: Member) -> None:
    """Keep what the member changed of themselves."""
    member.save()
    for offer in gather("renaming", Renaming):
        offer.settle(member)
