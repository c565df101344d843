"""Who lives in the town and who knows whom: the plain shapes of the truth about people."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Name:
    """A name in Latin letters and the ways it changes from source to source.

    `case` is one of same maiden nickname folded script order adorned; `native` is the whole name in its own script.
    """

    given: str
    family: str
    language: str
    case: str = "same"
    maiden: str = ""
    nickname: str = ""
    native: str = ""
    adornment: str = ""

    @property
    def full(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class Work:
    """A job: `until` is None while it lasts. `company` is the company's first name variant."""

    company: str
    title: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Handle:
    platform: str
    handle: str
    url: str = ""


@dataclass(frozen=True)
class Passion:
    """A passion of one person and the one platform where it shows."""

    word: str
    platform: str


@dataclass(frozen=True)
class Person:
    id: str
    name: Name
    home: str
    birthday: date | None
    works: tuple[Work, ...]
    passions: tuple[Passion, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    handles: tuple[Handle, ...]
    sociability: float
    old_slug: str = ""

    def handle_on(self, platform: str) -> Handle | None:
        return next((handle for handle in self.handles if handle.platform == platform), None)

    def work_on(self, day: date) -> Work | None:
        """The job held on that day; before the first one, none."""
        held = [work for work in self.works if work.since <= day and (work.until is None or day < work.until)]
        return held[-1] if held else None


@dataclass(frozen=True)
class Company:
    name: str
    variants: tuple[str, ...]
    domain: str
    trade: str


@dataclass(frozen=True)
class Membership:
    person: str
    since: date
    until: date | None = None
    seat: str = ""


@dataclass(frozen=True)
class Group:
    """`kind`: chapter chamber meetup industry mastermind hobby alumni."""

    id: str
    name: str
    kind: str
    members: tuple[Membership, ...]


@dataclass(frozen=True)
class Tie:
    """That two people know each other, with `a` < `b`: how they met, the day, and where the tie shows."""

    a: str
    b: str
    how: str
    met_on: date
    platforms: tuple[str, ...] = ()
    through: str = ""
    connected_on: date | None = None
