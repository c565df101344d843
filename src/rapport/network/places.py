"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

CONNECTIONS = Place(34, _("Connections"), "/connections/", "link")
