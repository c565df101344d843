"""Ticked people can be let rest."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from rapport.people.models import Person
from rapport.rosters.together import Together
from rapport.ties.rest import rest


def _to_rest(people: Sequence[Person], word: str, now: datetime) -> str:
    for person in people:
        rest(person, now=now)
    said = ngettext("%(n)s person rests", "%(n)s people rest", len(people)) % {"n": len(people)}
    return f"{said}."


REST = Together(20, "rest", __("Let rest"), _to_rest, icon="rest")
