"""What the host does that members hear of, and what hosts hear of."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

REMOVE = Verb("host.remove", _("The host removed %(subject)s"))
MAKE = Verb("host.make", _("%(actor)s made you a host of this place"))
REPORT = Verb("host.report", _("Something was reported to the host"), is_pressing=True)
ASKED = Verb("host.asked", _("%(subject)s asks to come in"), is_pressing=True)
CAME = Verb("host.came", _("%(actor)s came in by your invitation"))
