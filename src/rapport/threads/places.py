"""This room's entry of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

MESSAGES = Place(30, _("Messages"), "/threads/", "mail")
