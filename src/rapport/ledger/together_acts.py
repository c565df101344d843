"""Ticked people can be put on a list."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.ledger.lists import list_named, put_on
from rapport.people.models import Person
from rapport.rosters.together import Together


def _to_list(people: Sequence[Person], word: str, now: datetime) -> str:
    name = word.strip().lstrip("#").strip()
    if not name:
        raise ValueError(_("Write the name of the list."))
    chosen = list_named(people[0].book, name)
    put_on(chosen, people, now=now)
    return _("They are on the list “%(list)s”.") % {"list": chosen.name}


ON_A_LIST = Together(10, "list", __("Put on a list"), _to_list, asks=__("Which list"), icon="tag")
