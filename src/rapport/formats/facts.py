"""What an archive says, in words every room understands: frozen, plain, free of any platform's quirks.

A reader yields these and nothing else. They travel from the parsing process to the book as msgpack, so every
field is text, number, tuple or another fact. No fact holds markup, a lone surrogate, a NUL or a direction mark.
"""

from typing import Literal

from msgspec import Struct

Precision = Literal["second", "minute", "day", "month", "year", "month-day", "unknown"]
Zone = Literal["utc", "offset", "floating", "none"]
Direction = Literal["out", "in", "both"]


class Plain(Struct, frozen=True, omit_defaults=True, array_like=True):
    """The common shape of all facts."""


class When(Plain, frozen=True):
    """A moment as well as it is known.

    `text` is ISO 8601 cut at its precision: `2020-01-31T12:00:00+00:00` (second, minute), `2020-01-31` (day),
    `2020-01` (month), `2020` (year), `--03-07` (month-day), empty (unknown). With zone `floating` the instant has
    no offset and is read in the owner's zone; with `utc` or `offset` it carries one.
    """

    text: str
    precision: Precision
    zone: Zone = "none"


class Handle(Plain, frozen=True):
    """A way to find somebody: e-mail, telephone, profile. `handle` as shown there, `url` only http or https."""

    platform: str  # linkedin facebook x mastodon bluesky email phone web whatsapp telegram ... (lower case)
    handle: str
    url: str = ""
    context: str = ""  # home, work, mobile ... as the file says
    since: When | None = None


class NameForm(Plain, frozen=True):
    text: str
    kind: str  # maiden nickname former alias phonetic


class Job(Plain, frozen=True):
    organization: str
    title: str = ""
    department: str = ""
    as_of: When | None = None


class Home(Plain, frozen=True):
    """A postal address or a place: `text` is the whole, readable; the parts as far as the file gives them."""

    text: str
    kind: str = ""
    locality: str = ""
    country: str = ""


class Day(Plain, frozen=True):
    """A date in somebody's life: birthday, anniversary, death, or the label the file gives."""

    kind: str
    when: When


class Kin(Plain, frozen=True):
    """A relation as the file words it: spouse, child, assistant, manager, introduced_by (how we met) ..."""

    kind: str
    name: str


class Remark(Plain, frozen=True):
    """A private note on a person, as written by the owner of the archive."""

    text: str
    when: When | None = None


class Taste(Plain, frozen=True):
    """An interest: the `word` as seen, where (`platform`), in what (`evidence`, short), and when."""

    word: str
    platform: str
    evidence: str = ""
    when: When | None = None
    is_confided: bool = False


class Met(Plain, frozen=True):
    """How the owner came to know somebody; `channel` is online, in_person or empty."""

    how: str
    when: When | None = None
    through: str = ""
    channel: str = ""


class Extra(Plain, frozen=True):
    """A field that Rapport has no name for, kept as it came."""

    name: str
    value: str


class PersonFact(Plain, frozen=True, tag="person"):
    """Somebody in the archive. `key` is stable within one source and archive owner (FORMATS.md, keys), so that a
    newer archive meets the same person; the same key may be yielded often, the parts are then united."""

    key: str
    name: str
    names: tuple[NameForm, ...] = ()
    handles: tuple[Handle, ...] = ()
    jobs: tuple[Job, ...] = ()
    homes: tuple[Home, ...] = ()
    days: tuple[Day, ...] = ()
    kin: tuple[Kin, ...] = ()
    remarks: tuple[Remark, ...] = ()
    tastes: tuple[Taste, ...] = ()
    labels: tuple[str, ...] = ()  # groups and categories the owner filed them under: become Lists
    roles: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()  # outside groups both belong to
    met: Met | None = None
    extras: tuple[Extra, ...] = ()
    photo: bytes = b""
    also: tuple[str, ...] = ()  # other keys under which archives of the same owner know the same entry
    is_faint: bool = False  # only met as sender or guest: make no Person unless there was a real exchange


class Party(Plain, frozen=True):
    """One other participant of an interaction, by PersonFact.key, and the way it went, seen from the owner."""

    key: str
    direction: Direction


class TalkFact(Plain, frozen=True, tag="talk"):
    """One message, mail, call, meeting, request or the like, with its participants (never the owner).

    `key` is the source's natural key. `kind`: message mail call meeting invitation connection endorsement
    recommendation comment reaction reply mention follow. `is_mass`: automatic, list or broadcast.
    """

    key: str
    kind: str
    channel: str
    when: When
    parties: tuple[Party, ...]
    subject: str = ""
    text: str = ""
    thread: str = ""  # name of the group conversation, if any
    is_mass: bool = False


class Guest(Plain, frozen=True):
    key: str
    answer: str = ""  # accepted declined tentative organizer, or empty


class GatheringFact(Plain, frozen=True, tag="gathering"):
    """A calendar entry or event; becomes an Occasion, never a hub event. `own_answer`: the owner's, as `Guest`."""

    key: str
    title: str
    begins: When
    ends: When | None = None
    place: str = ""
    url: str = ""
    text: str = ""
    own_answer: str = ""
    guests: tuple[Guest, ...] = ()
    is_cancelled: bool = False


class MineFact(Plain, frozen=True, tag="mine"):
    """One of the owner's own names or handles, as the archive knows the owner (platform `name` for a name)."""

    platform: str
    handle: str
    is_sure: bool = True


class DroppedFact(Plain, frozen=True, tag="dropped"):
    """A record or part that could not be kept: bad input. `where` is `file:line` or `file:record`."""

    where: str
    why: str


class SkippedFact(Plain, frozen=True, tag="skipped"):
    """Left out by design (hidden members, spam, drafts, sponsored): counted by reason, not an error."""

    why: str
    count: int = 1


class UnknownFact(Plain, frozen=True, tag="unknown"):
    """A file, column or field that was not understood (but not dropped where it could be kept as an Extra)."""

    where: str
    what: str


class LinkFact(Plain, frozen=True, tag="link"):
    """A saved link of the owner; counted only, until there is a library."""

    url: str
    title: str = ""
    when: When | None = None


class AskFact(Plain, frozen=True, tag="ask"):
    """A question only the owner can answer. `what`: owner, day_order, encoding, zone. `guess` is used until then."""

    what: str
    options: tuple[str, ...]
    guess: str
    why: str


class NoteFact(Plain, frozen=True, tag="say"):
    """One plain sentence for the preview: 'Read as Windows-1252.'"""

    text: str


class RowFact(Plain, frozen=True, tag="row"):
    """A row of Rapport's own export as it stood, for a book that is empty yet: its place there, a blank, and JSON."""

    text: str


Fact = (
    PersonFact
    | TalkFact
    | GatheringFact
    | MineFact
    | DroppedFact
    | SkippedFact
    | UnknownFact
    | LinkFact
    | AskFact
    | NoteFact
    | RowFact
)
