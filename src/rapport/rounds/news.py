"""What is new with somebody, as an occasion to write: something they have coming up, by the owner's own calendar."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from rapport.kit.wording import ago
from rapport.people.models import Presence
from rapport.rounds.desk import Desk

AHEAD = timedelta(days=10)


@dataclass(frozen=True)
class News:
    """`what` is coming, `when` in words."""

    what: str
    when: str

    @property
    def said(self) -> str:
        """The end of a reason: 'on Monday: opening of the café'."""
        return _("%(when)s: %(what)s") % {"what": self.what, "when": self.when}

    def opener(self, name: str) -> str:
        words = {"name": name, "what": self.what, "when": self.when}
        said = _(
            "Hello %(name)s, I have \u201c%(what)s\u201d in my calendar %(when)s. All the best with it. How are you?"
        )
        return said % words


def news_of(desk: Desk, who: int) -> News | None:
    """The next thing this winner has coming up; None if the calendar knows of nothing."""
    if "news" not in desk.kept:
        desk.kept["news"] = _coming(desk)
    found: News | None = desk.kept["news"].get(who)
    return found


def _coming(desk: Desk) -> dict[int, News]:
    rows = (
        Presence.objects.shown()
        .filter(
            person__in=desk.winners,
            occasion__begins_on__gt=desk.today,
            occasion__begins_on__lte=desk.today + AHEAD,
            occasion__is_cancelled=False,
        )
        .exclude(answer="declined")
        .select_related("occasion")
        .order_by("-occasion__begins_on", "-pk")
    )
    found: dict[int, News] = {}
    for presence in rows:
        occasion = presence.occasion
        found[presence.person_id] = News(occasion.title[:120], ago(occasion.begins_on, desk.today))
    return found
