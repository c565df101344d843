"""On their blog: somebody wrote something where all may read it, and it is an occasion to say a word."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.feeds.news import Wrote, written_since, wrote_since
from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.people.calling import called, one_of
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.models import Shown
from rapport.rounds.suggestion import Suggestion, Telling

NEW_FOR = timedelta(days=7)
AGAIN_AFTER = 42  # days: who writes every morning is no occasion every fortnight
QUIET = 7  # days: with whom one spoke since, one needs no occasion
MOST = 2


def asks(desk: Desk) -> tuple[Query, ...]:
    return *written_since(desk.book, desk.end_of_day - NEW_FOR, desk.end_of_day), _said_lately(desk)


def find(desk: Desk) -> Iterator[Candidate]:
    """The closest of those who wrote; it fills a minute that is left rather than take the place of an old friend."""
    wrote = wrote_since(desk.book, desk.end_of_day - NEW_FOR, desk.end_of_day)
    able = [who for who in wrote if who in desk.place and not _spoke(desk, who)]
    if not able:
        return
    lately = {who for (who,) in _said_lately(desk).rows()}
    near = sorted((who for who in able if who not in lately), key=lambda who: (-_close(desk, who), desk.number(who)))
    for who in near[:MOST]:
        new = wrote[who]
        worth = 0.25 + 0.15 * _close(desk, who)
        yield desk.about(
            who, "blog", slot=Slot.OPEN, lane="worth_it", worth=worth, minutes=3, subject=new.mark, kept=new
        )


def _said_lately(desk: Desk) -> Query:
    return _said.of(book=desk.book.pk, since=desk.day - AGAIN_AFTER, until=desk.day)


@prepared(numbers=("book", "since", "until"))
def _said(book: int, since: int, until: int) -> Any:
    rows = Shown.objects.filter(book=book, kind="blog", person__isnull=False, day__gt=since, day__lt=until)
    return rows.values_list("person_id")


def _spoke(desk: Desk, who: int) -> bool:
    last = desk.value("last_touch", who)
    return last is not None and desk.day - last < QUIET


def _close(desk: Desk, who: int) -> float:
    return min(1.0, float(desk.strength[desk.place[who]]) / 4)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    """It is not said that one has read it: that is for the owner to do first."""
    new: Wrote = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    words = {"name": called(person.name), "title": new.title, "when": ago(new.at, desk.today)}
    choices = (
        _("%(name)s, “%(title)s” on your blog caught my eye. What made you write it?"),
        _("Hello %(name)s, I came across what you wrote, “%(title)s”. How are you?"),
    )
    return Telling(
        act=_("Say a word to %(name)s about what they wrote") % {"name": person.name},
        reason=_("Wrote “%(title)s” on their blog %(when)s.") % words,
        opener=one_of(choices, chosen.key) % words,
        subject=new.title[:80],
        why=((_("On their blog since"), new.at.date().isoformat()),),
        read_at=new.url,
        icon="note",
    )


BLOG = Suggestion("blog", gettext_lazy("On their blog"), find, tell, rank=33, asks=asks)
