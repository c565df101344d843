"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

TALK = Place(29, _("Talk"), "/talk/", "talk")
