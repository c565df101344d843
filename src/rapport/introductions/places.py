"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

INTRODUCE = Place(40, _("Introduce"), "/introductions/", "introduce")
