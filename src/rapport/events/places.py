"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

EVENTS = Place(27, _("Events"), "/events/", "events")
