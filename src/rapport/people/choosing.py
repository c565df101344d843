"""Which of several facts a person is shown by: the chosen name, the line under it, the place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from rapport.people.keys import folded
from rapport.people.models import Home, Job, Name, Person


def choose(people: Iterable[int]) -> None:
    """Bring the chosen columns of these persons (ids) in line with their claims. Writes only what changed."""
    wanted = list(people)
    for start in range(0, len(wanted), 500):
        _choose(wanted[start : start + 500])


def _choose(ids: Sequence[int]) -> None:
    names = _by_person(Name.objects.shown().filter(person__in=ids, kind="full"))
    jobs = _by_person(Job.objects.shown().filter(person__in=ids).select_related("organization"))
    homes = _by_person(Home.objects.shown().filter(person__in=ids))
    changed = []
    for person in Person.objects.filter(pk__in=ids):
        before = (person.name, person.folded, person.headline, person.place)
        if names[person.pk]:
            person.name = max(names[person.pk], key=_name_rank).text
        person.folded = folded(person.name)
        person.headline = headline(max(jobs[person.pk], key=_job_rank)) if jobs[person.pk] else ""
        person.place = place(max(homes[person.pk], key=_rank)) if homes[person.pk] else ""
        if (person.name, person.folded, person.headline, person.place) != before:
            changed.append(person)
    Person.objects.bulk_update(changed, ["name", "folded", "headline", "place"], batch_size=500)


def headline(job: Job) -> str:
    """'Chef, Harbour Hotels'."""
    firm = job.organization.name if job.organization is not None else ""
    return ", ".join(part for part in (job.title, firm) if part)[:400]


def place(home: Home) -> str:
    """The town where the file names it, else the last part of the address."""
    named = ", ".join(part for part in (home.locality, home.country) if part)
    return (named or home.text.rsplit("\n", 1)[-1])[:200]


def _rank(claim: Any) -> tuple[bool, int, int]:
    return claim.is_hand, claim.batch_id or 0, claim.pk


def _name_rank(name: Name) -> tuple[bool, bool, int, int]:
    """A whole name stands before a single word, whichever came last: cards often hold given names alone."""
    return name.is_hand, len(name.text.split()) > 1, name.batch_id or 0, name.pk


def _job_rank(job: Job) -> tuple[bool, str, int, int]:
    """What is dated later stands: an old card does not hide today's work."""
    return job.is_hand, job.as_of, job.batch_id or 0, job.pk


def _by_person(claims: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for claim in claims:
        found[claim.person_id].append(claim)
    return found
