"""Ticked people can be moved to the trash."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from rapport.people.models import Person
from rapport.rights.trash import trash
from rapport.rosters.together import Together


def _to_trash(people: Sequence[Person], word: str, now: datetime) -> str:
    count = trash(people=people, now=now)
    moved = ngettext("%(n)s person is in the trash", "%(n)s people are in the trash", count) % {"n": count}
    return f"{moved}. {_('They can be taken out again for a month.')}"


TRASH = Together(90, "trash", __("Move to the trash"), _to_trash, icon="delete")
