"""What becomes of a leaving member's files: uploads and half-read archives go once their rows are gone."""

from functools import partial
from typing import Any

from django.db import transaction

from rapport.archives.intake import clear
from rapport.archives.models import Intake
from rapport.kit.leaving import Farewell


def _clear(member: Any) -> None:
    for intake in Intake.objects.filter(book__owner=member).exclude(folder=""):
        transaction.on_commit(partial(clear, intake))


FILES = Farewell(before=_clear)
