"""Words about somebody just met, of whom the book knows little: what it knows tells them from a namesake."""

from django.utils.translation import gettext as _

from rapport.people.calling import called, one_of
from rapport.people.models import Person
from rapport.rounds.desk import Desk

MOST = 2  # interests that a reason names


def with_what_is_known(desk: Desk, person: Person, reason: str) -> str:
    """The reason, and in a few words who they are: what they do, or else what they care about."""
    known = person.headline or ", ".join(desk.open_interests[person.pk][:MOST])
    return f"{known[:1].upper()}{known[1:]}. {reason}" if known else reason


def first_words(desk: Desk, person: Person, when: str, key: str) -> str:
    """To one of the winners, met `when`; about what they care for, as far as it was not confided."""
    topics = desk.open_interests[person.pk]
    choices = (
        _("Good to have met you %(when)s, %(name)s. Shall we go on over a coffee?"),
        _("Hello %(name)s, I enjoyed our talk %(when)s. What would be a good next step?"),
    )
    if topics:
        choices = (
            _("Good to have met you %(when)s, %(name)s. I would like to hear more about %(topic)s."),
            _("Hello %(name)s, I enjoyed our talk %(when)s. Shall we go on about %(topic)s over a coffee?"),
        )
    return one_of(choices, key) % {"name": called(person.name), "when": when, "topic": topics[0] if topics else ""}
