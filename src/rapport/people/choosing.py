"""Which of several facts a person is shown by: the chosen name, the line under it, the place."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rapport.kit import bulk
from rapport.people.keys import folded
from rapport.people.models import Home, Job, Name, Person

PART = 800
Row = dict[str, Any]


def choose(people: Iterable[int]) -> None:
    """Bring the chosen columns of these persons (ids) in line with their claims. Writes only what changed."""
    wanted = list(people)
    for start in range(0, len(wanted), PART):
        _choose(wanted[start : start + PART])


def current_job(people: Iterable[int]) -> dict[int, int]:
    """The job (id) each of these persons (ids) is shown by."""
    wanted, found = sorted(set(people)), {}
    for start in range(0, len(wanted), PART):
        best = _best(Job.objects.all(), wanted[start : start + PART], ("as_of",), _job_rank)
        found.update({person: job["pk"] for person, job in best.items()})
    return found


def _choose(ids: Sequence[int]) -> None:
    said = _all(Name.objects.filter(kind="full"), ids, ("text", "key"))
    often = _how_often(ids)
    names = {who: _spelt_best(rows, often[who]) for who, rows in said.items()}
    jobs = _best(Job.objects.all(), ids, ("title", "organization__name", "as_of"), _job_rank)
    homes = _best(Home.objects.all(), ids, ("text", "locality", "country"), _rank)
    changed = []
    shown = Person.objects.filter(pk__in=ids).values_list("name", "folded", "headline", "place", "pk")
    for name, fold, headline, place, pk in shown:
        chosen = names[pk]["text"] if pk in names else name
        fresh = (chosen, folded(chosen), _headline(jobs.get(pk)), _place(homes.get(pk)))
        if fresh != (name, fold, headline, place):
            changed.append((*fresh, pk))
    bulk.update(Person, ("name", "folded", "headline", "place"), changed)


def _headline(job: Row | None) -> str:
    """'Chef, Harbour Hotels'."""
    return "" if job is None else ", ".join(part for part in (job["title"], job["organization__name"]) if part)[:400]


def _place(home: Row | None) -> str:
    """The town where the file names it, else the last part of the address."""
    if home is None:
        return ""
    named: str = ", ".join(part for part in (home["locality"], home["country"]) if part)
    return (named or str(home["text"]).rsplit("\n", 1)[-1])[:200]


def _rank(row: Row) -> tuple[Any, ...]:
    return row["is_hand"], row["batch"] or 0, row["pk"]


def _how_often(ids: Sequence[int]) -> defaultdict[int, Counter[str]]:
    """By person and name: how many entries that came together in the person bear it."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    full = Name.objects.shown().filter(kind="full")
    own = full.filter(person__in=ids).values_list("person_id", "key")
    theirs = full.filter(person__merged_into__in=ids).values_list("person__merged_into_id", "key")
    for who, key in (*own, *theirs):
        found[who][key] += 1
    return found


def _spelt_best(rows: list[Row], often: Counter[str]) -> Row:
    """The name that stands; of its spellings the one that keeps its accents, which some program took from the other."""

    def rank(row: Row) -> tuple[Any, ...]:
        """A whole name stands before a single word, for cards often hold given names alone; then the one that most
        archives use, then the newest."""
        return row["is_hand"], " " in row["text"].strip(), often[row["key"]], row["batch"] or 0, row["pk"]

    chosen = max(rows, key=rank)
    same = [row for row in rows if folded(row["text"]) == folded(chosen["text"])]
    return chosen if chosen["is_hand"] else max(same, key=lambda row: (_accents(row["text"]), rank(row)))


def _accents(text: str) -> int:
    return sum(not letter.isascii() and unicodedata.name(letter, "").startswith("LATIN") for letter in text)


def _job_rank(row: Row) -> tuple[Any, ...]:
    """What is dated later stands: an old card does not hide today's work."""
    return row["is_hand"], row["as_of"], row["batch"] or 0, row["pk"]


def _best(claims: Any, ids: Sequence[int], columns: Sequence[str], rank: Callable[[Row], Any]) -> dict[int, Row]:
    """Of each person's claims the one that stands."""
    return {who: max(rows, key=rank) for who, rows in _all(claims, ids, columns).items()}


def _all(claims: Any, ids: Sequence[int], columns: Sequence[str]) -> dict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in claims.shown().filter(person__in=ids).values("person", "pk", "is_hand", "batch", *columns):
        found[row["person"]].append(row)
    return found
