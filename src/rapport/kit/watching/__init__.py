"""The database's own watch over the rows that pages show (kit/shows.py), as each database keeps it: its triggers."""

from hashlib import blake2b
from secrets import randbits
from typing import Any

from django.db import connection, transaction

from rapport.kit.models import PageVersion
from rapport.kit.shows import ALL, Shows, shows
from rapport.kit.watching import in_postgresql, in_sqlite

_NAME = "kit_shows_"


def watch() -> None:
    """Let the database watch what pages show, if it does not yet. What was kept before is shown no more: something may
    have changed unwatched."""
    wished = {_name(trigger): trigger for one in shows() for trigger in _form().triggers(one)}
    with connection.cursor() as cursor:
        if set(_standing(cursor)) == set(wished):
            return
        with transaction.atomic():
            _drop(cursor)
            for statement in _form().BEFORE:
                cursor.execute(statement)
            for name, trigger in wished.items():
                cursor.execute(trigger.replace("NAME", name))
            for page in {one.page for one in shows()}:
                PageVersion.objects.update_or_create(page=page, key=ALL, defaults={"number": randbits(62)})


def before_migrating(*, plan: Any = None, **_told: Any) -> None:
    """SQLite makes no table anew that a trigger names."""
    if plan:
        with connection.cursor() as cursor, transaction.atomic():
            _drop(cursor)


def after_migrating(*, apps: Any = None, **_told: Any) -> None:
    """Where migrations went only part of the way (`apps` as they stand), nothing is watched yet."""
    if apps is None or all(_has(apps, one) for one in (Shows("", PageVersion), *shows())):
        watch()


def _has(apps: Any, one: Shows) -> bool:
    try:
        stands = apps.get_model(one.model._meta.label)
    except LookupError:
        return False
    return set(one.columns) <= {field.column for field in stands._meta.concrete_fields}


def _form() -> Any:
    return in_postgresql if connection.vendor == "postgresql" else in_sqlite


def _name(trigger: str) -> str:
    """Another one for another trigger, so that names tell whether all are there."""
    told = "".join([trigger, *_form().BEFORE])
    return _NAME + blake2b(told.encode(), digest_size=10).hexdigest()


def _standing(cursor: Any) -> dict[str, str]:
    """The triggers that are there, each with the table it watches."""
    cursor.execute(_form().STANDING, [f"{_NAME}%"])
    return dict(cursor.fetchall())


def _drop(cursor: Any) -> None:
    for name, table in _standing(cursor).items():
        cursor.execute(_form().DROP.replace("NAME", name).replace("TABLE", table))
