"""A hub on which something of every kind has happened between the cast: each room of the hub has a file here.

A file offers `fill(members)`, with the members by handle, and makes at least one row for each address of its room:
Bo's profile is `bo`, the group is `chapter`, the tag `eventprofs`, and every numbered row has the number 1. `RANK`
says when it comes, lower rooms first.
"""

import pkgutil
from importlib import import_module

from django.apps import apps
from django.db import connection

from rapport.members.models import Member


def full_hub(members: dict[str, Member]) -> None:
    """Fill the hub of these members (cast.all_four)."""
    count_from_one()
    files = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for file in sorted(files, key=lambda file: file.RANK):
        file.fill(members)


def count_from_one() -> None:
    """PostgreSQL gives no number out twice, also when what had it was rolled back: empty tables begin anew."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in apps.get_models():
            is_ours = model.__module__.startswith("rapport.") and model._meta.pk is not None
            if is_ours and model._meta.pk.column == "id" and not model._default_manager.exists():
                cursor.execute(f"alter sequence if exists {model._meta.db_table}_id_seq restart with 1")
