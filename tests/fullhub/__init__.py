"""A hub on which something of every kind has happened between the cast: each room of the hub has a file here.

A file offers `fill(members)`, with the members by handle, and makes at least one row for each address of its room:
Bo's profile is `bo`, the group is `chapter`, the tag `eventprofs`, and every numbered row has the number 1. `RANK`
says when it comes, lower rooms first.
"""

import pkgutil
from importlib import import_module

from counting import count_on
from rapport.members.models import Member


def full_hub(members: dict[str, Member]) -> None:
    """Fill the hub of these members (cast.all_four)."""
    count_on()
    files = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for file in sorted(files, key=lambda file: file.RANK):
        file.fill(members)
