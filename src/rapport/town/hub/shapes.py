"""The shapes of the hub's truth. Members are named by their handles everywhere; moments are in UTC."""

from dataclasses import dataclass
from datetime import date, datetime, time

from rapport.town.looks import Look


@dataclass(frozen=True)
class Joiner:
    """Somebody with an account; `person` is who they are in the truth of the town."""

    handle: str
    person: str
    name: str
    zone: str
    at: datetime


@dataclass(frozen=True)
class Showing:
    """What a member shows. `audiences`: of opens, business, about, place, offers, wanted, expertise, interests, each
    0 (everyone) to 3 (living room)."""

    handle: str
    audiences: tuple[int, ...]
    business: str = ""
    about: str = ""
    place: str = ""
    offers: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    expertise: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """That a member shows a portrait of themselves, and for whom (0 to 3, as in Showing)."""

    handle: str
    look: Look
    audience: int


@dataclass(frozen=True)
class Pairing:
    """Two members and a day: a connection, or that `one` follows or asks `other`."""

    one: str
    other: str
    at: datetime
    text: str = ""


@dataclass(frozen=True)
class Circle:
    """A group with its axes, and who belongs to it since when. `leads` came first and organises."""

    key: str
    name: str
    kind: str
    at: datetime
    leads: str
    greeters: tuple[str, ...]
    meets: str
    place: str
    industry: str
    fee: str
    door: str
    guest_visits: int
    about: str
    people: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True)
class Chair:
    """A seat of one per profession: who holds it, or nobody if it is looked for."""

    group: str
    profession: str
    holder: str = ""


@dataclass(frozen=True)
class Evening:
    """An event. `speakers` as (handle or name, line, has agreed); `comes` in the order of their answers."""

    key: str
    group: str
    by: str
    made: datetime
    title: str
    on: date
    at: time
    minutes: int
    mode: str
    place: str
    cost: str
    is_paid_at_door: bool
    capacity: int | None
    audience: str
    rule: str
    link: str
    comes: tuple[str, ...]
    speakers: tuple[tuple[str, str, bool], ...]
    about: str
    came: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """A post, or a comment on `post`, whose `parent` (from 1; 0: none) is another comment on it."""

    key: str
    by: str
    at: datetime
    body: str
    title: str = ""
    audience: str = "members"
    group: str = ""
    parent: int = 0


@dataclass(frozen=True)
class Column:
    """What `by` wrote on a blog of theirs, which stands at `blog`, a link of their profile."""

    by: str
    blog: str
    at: datetime
    title: str
    lead: str
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Plea:
    """A question to `all`, to a group or to chosen people."""

    key: str
    by: str
    at: datetime
    to: str
    title: str
    text: str
    sort: str = ""


@dataclass(frozen=True)
class Said:
    """What `by` wrote to or of `to`: an answer (`to` is the question), thanks, a vouch, a testimonial, a message.
    `about`: audience, skill or context. `state`: what became of it."""

    by: str
    to: str
    at: datetime
    text: str
    about: str = ""
    state: str = ""


@dataclass(frozen=True)
class Hub:
    name: str
    place: str
    about: str
    terms: str
    starter: str
    opened: datetime
    members: tuple[Joiner, ...]
    showings: tuple[Showing, ...]
    likenesses: tuple[Likeness, ...]
    connections: tuple[Pairing, ...]
    follows: tuple[Pairing, ...]
    requests: tuple[Pairing, ...]
    reaches: tuple[str, ...]
    groups: tuple[Circle, ...]
    chairs: tuple[Chair, ...]
    evenings: tuple[Evening, ...]
    posts: tuple[Words, ...]
    comments: tuple[Words, ...]
    columns: tuple[Column, ...]
    tags: tuple[Pairing, ...]
    pleas: tuple[Plea, ...]
    answers: tuple[Said, ...]
    thanks: tuple[Said, ...]
    vouches: tuple[Said, ...]
    testimonials: tuple[Said, ...]
    messages: tuple[Said, ...]
    reports: tuple[Said, ...]
    arriving: tuple[Said, ...]
    known: tuple[tuple[str, str], ...]
