"""The acts of this room."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

VOUCH = Verb("vouch", _("%(actor)s vouches for you: %(subject)s"), warmth=1, touch="recommendation", is_pressing=True)
TESTIFY = Verb("testify", _("%(actor)s wrote about you"), warmth=1, touch="recommendation", is_pressing=True)
