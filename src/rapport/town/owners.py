"""Who has an account and which files they bring: the eras and programs that a reader must know."""

from datetime import date

from rapport.town.addresses import plain
from rapport.town.cast import OWNERS
from rapport.town.chance import ZONE
from rapport.town.folk import Person
from rapport.town.truth import Owner, Paper
from rapport.town.words import rows

# What the owners beyond the cast bring in a larger town: one of these sets each.
_PATTERNS = ("oystein", "john", "zhanna", "sal")

# Sources that hold what was said or done, not only who is known; these two LinkedIn shapes are one table alone.
TABLES_ONLY = frozenset({"semicolon", "excel"})
# LinkedIn tables that name people without their profiles.
NO_PROFILES = frozenset({"2021-05", "2022-09"})
_BARE_CALENDARS = frozenset({"facebook", "meetup", "luma"})


def make_owners(people: list[Person], count: int) -> tuple[Owner, ...]:
    """The twelve of the cast, then people who are on LinkedIn."""
    owners = [Owner(handle, handle, ZONE, papers_of(handle, handle)) for handle in OWNERS]
    others = [person for person in people if person.id.startswith("p-") and person.handle_on("linkedin")]
    for number, person in enumerate(others[: max(0, count - len(owners))]):
        handle = f"{plain(person.name.given)}{number}"
        pattern = _PATTERNS[number % len(_PATTERNS)]
        owners.append(Owner(handle, person.id, ZONE, papers_of(pattern, handle)))
    return tuple(owners[:count])


def papers_of(pattern: str, handle: str) -> tuple[Paper, ...]:
    return tuple(
        Paper(handle, source, shape, name, date.fromisoformat(taken))
        for owner, source, shape, name, taken in rows("papers.tsv")
        if owner == pattern
    )


def channels_of(owner: Owner) -> dict[str, date]:
    """The ways to talk that the owner's files hold (linkedin mail meeting), each with its last day."""
    until: dict[str, date] = {}
    for paper in owner.papers:
        channel = _channel(paper)
        if channel:
            until[channel] = max(paper.taken, until.get(channel, paper.taken))
    return until


def _channel(paper: Paper) -> str:
    if paper.source == "linkedin" and paper.shape not in TABLES_ONLY:
        return "linkedin"
    if paper.source == "calendar" and paper.shape not in _BARE_CALENDARS:
        return "meeting"
    return "mail" if paper.source == "mail" else ""
