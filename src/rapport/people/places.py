"""This room's entries of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

PEOPLE = Place(20, _("Your people"), "/people/", "people")
