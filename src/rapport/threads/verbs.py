"""What acts upon messages are called, and who hears of them."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

MESSAGE = Verb("message", _("%(actor)s writes to you"), warmth=1, touch="message")
REQUEST = Verb("message.request", _("%(actor)s, who is new to you, writes to you"), is_pressing=True)
ACCEPT = Verb("message.accept", _("%(actor)s took up what you wrote"), warmth=1, touch="message")
