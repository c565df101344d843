"""Who sees something that a member shows: everyone, members, my connections, my living room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.IntegerChoices):
    """How near somebody must be to see it. What is near is told by the room that knows who is connected; a viewer of
    level n sees what is shown to n or below."""

    EVERYONE = 0, _("everyone")
    MEMBERS = 1, _("members")
    CONNECTIONS = 2, _("my connections")
    LIVING_ROOM = 3, _("my living room")


class Level(models.IntegerChoices):
    """What a viewer is to a member; SELF sees all."""

    NOBODY = 0
    MEMBER = 1
    CONNECTION = 2
    LIVING_ROOM = 3
    SELF = 4
