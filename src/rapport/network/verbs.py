"""What this room's acts say."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

ASK = Verb("connect.ask", _("%(actor)s would like to connect with you"), is_pressing=True)
ACCEPT = Verb("connect.accept", _("%(actor)s and you are connected now"))
FOLLOW = Verb("follow", _("%(actor)s follows what you write"))
