"""Updates on one's interests: the few new things, of whatever room, that touch what a member follows and cares for.

What they have in their book of others' interests helps to choose what they see themselves, and nothing else.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.people.keys import folded
from rapport.people.models import Interest
from rapport.talk.newly import New, Reader, newly
from rapport.talk.referents import begun
from rapport.talk.touching import READ, Cares, topics_in
from rapport.topics import NO_FONDNESS

NEW_FOR, FEW, OF_ONE = timedelta(days=4), 5, 2
PAGE_FOR, PAGE, PAGE_OF_ONE = timedelta(days=14), 30, 5
RARE = 3  # of one's people: what more of them care for is no news about any of them


@dataclass(frozen=True)
class Update:
    name: str
    title: str
    href: str
    reason: str
    at: datetime
    host: str = ""


def updates(
    member: Member, *, now: datetime, back: timedelta = NEW_FOR, most: int = FEW, of_one: int = OF_ONE
) -> list[Update]:
    """The newest, at most `most`, and of one writer at most `of_one`."""
    reader = Reader(member, now - back, now)
    found = sorted(
        (one for each in newly() for one in each.find(reader)), key=lambda one: (one.at, one.href), reverse=True
    )
    why: dict[str, str] = {}
    for one in found:  # one thing may be told twice: as a member's blog, and as one that is read of a person
        why[one.href] = why.get(one.href) or _why(one, reader.cares)
    known = _among_people(member, [topics_in(one.title, one.text[:READ]) for one in found if not why[one.href]])
    picked: dict[str, Update] = {}
    of: Counter[str] = Counter()
    for one in found:
        reason = why[one.href] or _for_somebody(one, known)
        if reason and one.href not in picked and of[one.who] < of_one and len(picked) < most:
            of[one.who] += 1
            picked[one.href] = Update(one.name, one.title or begun(one.text), one.href, reason, one.at, one.host)
    return list(picked.values())


def _why(one: New, cares: Cares) -> str:
    if tag := cares.tag(one.title, one.tags):
        return _("You follow #%(tag)s.") % {"tag": cares.tags[tag]}
    if topic := cares.topic(one.title, one.text):
        return _("You care for %(topic)s.") % {"topic": cares.topics[topic]}
    return one.reason


def _among_people(member: Member, touched: Collection[frozenset[str]]) -> Mapping[str, str]:
    """By topic, one of the few of the member's people who care for it. What was confided is left out."""
    topics = frozenset[str]().union(*touched)
    if not topics:
        return {}
    cared = Interest.objects.shown().filter(book__owner=member, topic__in=topics).exclude(evidence__in=NO_FONDNESS)
    here = cared.filter(person__trashed_at=None, person__merged_into=None, person__is_deceased=False)
    people: dict[str, dict[str, None]] = {}
    shut = set()
    for topic, name, is_confided in here.order_by("pk").values_list("topic", "person__name", "is_confided"):
        people.setdefault(topic, {})[name] = None
        if is_confided:
            shut.add((topic, name))
    rare = {topic: [name for name in names if (topic, name) not in shut] for topic, names in people.items()
            if len(names) <= RARE}  # fmt: skip
    return {topic: names[0] for topic, names in rare.items() if names}


def _for_somebody(one: New, known: Mapping[str, str]) -> str:
    """Not of somebody's own words: they know what they care for."""
    told = topics_in(one.title, one.text[:READ]) & known.keys() if known else ()
    for topic in sorted(told):
        if folded(known[topic]) != folded(one.name):
            return _("%(name)s cares for %(topic)s.") % {"name": known[topic], "topic": topic}
    return ""
