"""This room's entries of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

ASKS = Place(45, _("Advice"), "/asks/", "ask")
