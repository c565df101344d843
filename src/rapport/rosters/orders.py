"""People by name, and by when they were added."""

from django.utils.translation import gettext_lazy as _

from rapport.rosters.sortings import Sorting

NAME = Sorting(10, "name", _("By name"), ("folded", "number"), lambda book, people: people)
LATEST = Sorting(20, "latest", _("Lately added"), ("-added_at", "-number"), lambda book, people: people)
