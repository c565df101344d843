"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

IMPORTS = Place(910, _("Bring in"), "/imports/", "upload")
