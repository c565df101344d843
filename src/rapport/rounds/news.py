"""What is new with somebody, as an occasion to write: something of theirs coming up, by the owner's own calendar."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rapport.kit.wording import ago
from rapport.likeness.names import fold
from rapport.people.calendar import invited_around
from rapport.people.calling import called
from rapport.rounds.desk import Desk


@dataclass(frozen=True)
class News:
    """`what` is coming, `when` in words."""

    what: str
    when: str

    @property
    def said(self) -> str:
        """The end of a reason: “Opening of the café” on Monday."""
        return _("“%(what)s” %(when)s") % {"what": self.what, "when": self.when}

    def opener(self, name: str) -> str:
        words = {"name": name, "what": self.what, "when": self.when}
        return _("Hello %(name)s, my calendar says: %(what)s, %(when)s. All the best for it. How are you?") % words


def news_of(desk: Desk, who: int) -> News | None:
    """The next thing of theirs that is coming; None if the calendar knows of nothing."""
    return news(desk).get(who)


def news(desk: Desk) -> dict[int, News]:
    """Of everybody in the book: what they hold themselves, or what bears their name."""
    if "news" not in desk.kept:
        desk.kept["news"] = _coming(desk)
    found: dict[int, News] = desk.kept["news"]
    return found


def _coming(desk: Desk) -> dict[int, News]:
    found: dict[int, News] = {}
    for one in reversed(invited_around(desk.book, desk.today)):
        is_theirs = one.answer == "organizer" and one.own_answer != "organizer"
        if one.begins_on > desk.today and (is_theirs or _is_named(one.name, one.title)):
            found[one.person_id] = News(one.title[:120], ago(one.begins_on, desk.today))
    return found


def _is_named(name: str, title: str) -> bool:
    """“Mei-Ling's café opens” is Mei-Ling's."""
    given = fold(called(name))
    return len(given) > 2 and f" {given}" in f" {fold(title)}"
