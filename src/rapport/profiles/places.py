"""This room's entries of the rail."""

from django.utils.translation import gettext_lazy as _

from rapport.kit.places import Place

MEMBERS = Place(32, _("Members"), "/members/", "everyone")
MINE = Place(905, _("Your profile"), "/profile/", "me")
