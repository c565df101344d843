"""What is done about seats, and who is told. Each is about the group they belong to."""

from django.utils.translation import gettext_lazy as _

from rapport.journal.verb import Verb

VERBS = (
    Verb("seat.apply", _("%(actor)s applied for a seat in %(subject)s"), is_pressing=True),
    Verb("seat.offer", _("A seat in %(subject)s is free, and you are first in line"), is_pressing=True),
    Verb("seat.lapse", _("The seat in %(subject)s that was offered to you was not taken in time")),
    Verb("seat.grant", _("You hold a seat in %(subject)s now")),
    Verb("seat.decline", _("The organisers of %(subject)s decided against your application for now")),
)
