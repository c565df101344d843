"""The tree of professions was brought along here; now its own room does it (`seats`)."""

from typing import Any, ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("groups", "0002_coming_and_seats"),
    ]

    operations: ClassVar[list[Any]] = []
