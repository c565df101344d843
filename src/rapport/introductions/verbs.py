"""The acts of this room that others hear of."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

ASK = Verb("introduce.ask", _("%(actor)s asks whether to introduce you"), warmth=1, touch="message", is_pressing=True)
AGREE = Verb("introduce.agree", _("%(actor)s agrees to be introduced"), warmth=1, touch="message")
BY_MAIL = Verb("introduce.agree_by_mail", _("Somebody whom you asked by mail agrees to be introduced"))
INTRODUCE = Verb("introduce", _("%(actor)s introduced you"), warmth=1, touch="introduction")
PATH = Verb("path.ask", _("%(actor)s asks you for an introduction"), warmth=1, touch="message", is_pressing=True)
