"""What is written to each side, in turn. A confided interest is named to the one who confided it, to nobody else."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rapport.introductions.models import Introduction
from rapport.people.calling import called
from rapport.people.models import Identity, Person
from rapport.people.ways import Way, best_way, mailto


@dataclass(frozen=True)
class Letter:
    """`way` opens it with the words filled in, where the way can carry them; None if nobody of it can be reached."""

    to: tuple[Person, ...]
    subject: str
    body: str
    way: Way | None


def letter_of(introduction: Introduction) -> Letter | None:
    """What is to be written at the present step, or None if it is not the owner's turn."""
    writing = {"idea": _to_first, "first_agreed": _to_second, "agreed": _to_both}.get(introduction.state)
    return writing(introduction) if writing else None


def _to_first(introduction: Introduction) -> Letter:
    """Without the other's name, who was not asked yet; without the topic if the other told it in confidence."""
    words = _words(introduction)
    if introduction.topic and not introduction.is_confided_second:
        asked = _("I know somebody who cares for %(topic)s as you do, and as far as I can see you two have never met.")
    else:
        asked = _(
            "I know somebody whom I would like you to meet, and as far as I can see you two do not know each other."
        )
    may = _("May I mention it, and bring you together if they wish it too? A no stays with me.")
    if introduction.is_confided_second or not introduction.topic:
        may = _("May I mention you, and bring you together if they wish it too? A no stays with me.")
    body = f"{_('Hello %(first)s,')}\n\n{asked}\n\n{may}\n\n%(owner)s"
    return _letter(introduction, (introduction.first,), _("May I introduce you?"), body % words)


def _to_second(introduction: Introduction) -> Letter:
    """The first has agreed and is named; what the first confided is not."""
    words = _words(introduction)
    if introduction.topic and not introduction.is_confided_first:
        asked = _("I would like to introduce you to %(first_name)s, who cares for %(topic)s as you do.")
    else:
        asked = _("I would like to introduce you to %(first_name)s. I believe that you two have something in common.")
    may = _("May I bring you together? If you would rather not, that is all right and goes no further.")
    body = f"{_('Hello %(second)s,')}\n\n{asked}\n\n{may}\n\n%(owner)s"
    return _letter(introduction, (introduction.second,), _("May I introduce you?"), body % words)


def _to_both(introduction: Introduction) -> Letter:
    words = _words(introduction)
    if introduction.topic and not (introduction.is_confided_first or introduction.is_confided_second):
        why = _("You both care for %(topic)s, and I thought you should know each other.")
    else:
        why = _("I thought you should know each other; what you have in common you will soon find out.")
    body = f"{_('Dear %(first)s, dear %(second)s,')}\n\n{why}\n\n{_('I leave the rest to you.')}\n\n%(owner)s"
    subject = _("%(first)s, meet %(second)s") % words
    return _letter(introduction, (introduction.first, introduction.second), subject, body % words)


def _letter(introduction: Introduction, to: tuple[Person, ...], subject: str, body: str) -> Letter:
    ways: dict[int, list[Identity]] = {person.pk: [] for person in to}
    for way in Identity.objects.shown().filter(person__in=to).order_by("-is_hand", "pk"):
        ways[way.person_id].append(way)
    if len(to) == 1:
        return Letter(to, subject, body, best_way(ways[to[0].pk], subject, body))
    mails = [next((way.handle for way in ways[person.pk] if way.platform == "email"), "") for person in to]
    joint = Way("email", mailto(mails, subject, body), ", ".join(mails)) if all(mails) else None
    return Letter(to, subject, body, joint)


def _words(introduction: Introduction) -> dict[str, str]:
    owner = introduction.book.owner
    return {
        "first": called(introduction.first.name),
        "second": called(introduction.second.name),
        "first_name": introduction.first.name,
        "topic": introduction.topic,
        "owner": called(owner.name),
    }
