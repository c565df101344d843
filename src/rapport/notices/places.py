"""This room's entries of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

NEW = Place(900, _("What is new"), "/notices/", "new")
