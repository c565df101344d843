"""Which reader takes which of the files dropped, by their content."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapport.formats.facts import UnknownFact
from rapport.formats.files import Dropped, Member, Refused
from rapport.formats.seeming import READS, UNKNOWN, seeming
from rapport.readers.source import Source

_LOOKED_AT = 200  # of the files nobody takes, those looked at to say what they seem to be


@dataclass(frozen=True)
class Reading:
    """A source with the members it takes."""

    source: Source
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Recognised:
    """Who reads what, and the members that nobody takes."""

    readings: tuple[Reading, ...]
    left: tuple[Member, ...]

    def unknown(self) -> Iterator[UnknownFact]:
        """The members nobody takes, with what they seem to be."""
        for member in self.left[:_LOOKED_AT]:
            yield UnknownFact(member.path, seeming(member.path, _head(member)))
        for member in self.left[_LOOKED_AT:]:
            yield UnknownFact(member.path, UNKNOWN)


def recognise(dropped: Dropped, sources: Iterable[Source]) -> Recognised:
    """Ask each source in turn which members it takes; a member goes to the first that takes it.

    Raises `Refused` with what the files seem to be when nobody takes any.
    """
    left = dropped
    readings: list[Reading] = []
    refusal = ""
    for source in sources:
        try:
            taken = _taken(source, left)
        except Refused as refused:
            refusal = refusal or str(refused)
            continue
        if taken:
            readings.append(Reading(source, taken))
            paths = {member.path for member in taken}
            left = replace(left, members=tuple(member for member in left.members if member.path not in paths))
    if not readings:
        raise Refused(refusal or _unrecognised(left.members))
    return Recognised(tuple(readings), left.members)


def _taken(source: Source, left: Dropped) -> tuple[Member, ...]:
    known = {member.path for member in left.members}
    return tuple(member for member in source.takes(left) if member.path in known) if known else ()


def _unrecognised(members: Sequence[Member]) -> str:
    looks = ((member.path, seeming(member.path, _head(member))) for member in islice(members, _LOOKED_AT))
    path, look = next(((path, look) for path, look in looks if look != UNKNOWN), (members[0].path, UNKNOWN))
    if len(members) == 1:
        return f"{path} is {look}. {READS}"
    telling = f"; {path} is {look}" if look != UNKNOWN else ""
    return f"Rapport knows none of these {len(members):,} files{telling}. {READS}"


def _head(member: Member) -> bytes:
    try:
        return member.head()
    except Refused:
        return b""
