"""Whom the owner actually talks to, by what they are to the owner: a count that can be done by hand."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from rapport.people.models import Book, Person
from rapport.ties.models import ContactDay, Role

YEAR = 365


@dataclass(slots=True)
class Talk:
    """One role. `people` with their days in touch, most first; `known` is how many have the role, talked to or not."""

    role: str
    people: list[tuple[Person, int]] = field(default_factory=list)
    known: int = 0

    @property
    def days(self) -> int:
        return sum(days for _, days in self.people)


def by_role(book: Book, *, today: date, since: int = 0) -> list[Talk]:
    """Each role with whom was talked to on days from the ordinal `since` to `today`, the one with most days first, and
    last those without any role (role "").

    Somebody of several roles counts in each. A role that ended counts until the day it ended.
    """
    here = {person.pk: person for person in Person.objects.here().filter(book=book)}
    days = _days(book, since, today.toordinal())
    talks: dict[str, Talk] = {}
    roles = list(Role.objects.filter(book=book, person__in=here).order_by("name", "number"))
    for role in roles:
        talk = talks.setdefault(role.name, Talk(role.name))
        until = role.ended_on.toordinal() if role.ended_on else today.toordinal()
        talk.known += role.ended_on is None
        count = sum(day <= until for day in days.get(role.person_id, ()))
        if count:
            talk.people.append((here[role.person_id], count))
    named = {role.person_id for role in roles}
    without = Talk("", [(here[who], len(found)) for who, found in days.items() if who in here and who not in named])
    for talk in (*talks.values(), without):
        talk.people.sort(key=lambda pair: (-pair[1], pair[0].folded, pair[0].number))
    return [*sorted(talks.values(), key=lambda talk: (-talk.days, talk.role)), *([without] if without.people else [])]


def _days(book: Book, since: int, until: int) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = ContactDay.objects.filter(book=book, day__gte=since, day__lte=until)
    for who, day in rows.values_list("person_id", "day"):
        found[who].append(day)
    return found
