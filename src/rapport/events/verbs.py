"""What can be done about a gathering, and who is told."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb, nobody

MAKE = Verb("event.make", _("%(actor)s announces %(subject)s"))
ANSWER = Verb("event.answer", _("%(actor)s comes to %(subject)s"), tells=nobody)
MOVE = Verb("event.move", _("%(subject)s is at another time now"))
CANCEL = Verb("event.cancel", _("%(subject)s is cancelled"))
OFFER = Verb("event.offer", _("A place is free for you at %(subject)s"), is_pressing=True)
LAPSE = Verb("event.lapse", _("The place kept for you at %(subject)s was not taken in time"))
SPEAK = Verb("event.speak", _("%(actor)s asks you to speak at %(subject)s"), is_pressing=True)
AGREE = Verb("event.agree", _("%(actor)s speaks at %(subject)s"))
NOTED = Verb("event.noted", _("%(actor)s noted that you came to %(subject)s: is that so?"), is_pressing=True)
MEET = Verb("event.meet", _("You and %(actor)s were at %(subject)s"), 1, "meeting", nobody, is_mutual=True)
