"""A first walk through a calendar: its zones, which occurrences were changed, and whose it seems to be."""

from collections import Counter
from dataclasses import dataclass, field

from rapport.formats.facts import AskFact
from rapport.formats.files import Member
from rapport.formats.handles import email
from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.contentlines.line import Line
from rapport.readers.source import Choices
from rapport.readers.sources.ics.blocks import Block, blocks
from rapport.readers.sources.ics.event import key_of, read_moment, uid_of
from rapport.readers.sources.ics.guests import address_of, is_robot
from rapport.readers.sources.ics.zones import Zones

MOST_EVENTS = 50_000
_MOST_ADDRESSES = 50_000
_LOOKED_AT = frozenset(b"UID RECURRENCE-ID ATTENDEE ORGANIZER".split())


@dataclass
class Survey:
    """What one file says of itself. `mine` are the owner's addresses; `ask` is set where they had to be guessed."""

    zones: Zones = field(default_factory=Zones)
    changed: set[str] = field(default_factory=set)
    mine: frozenset[str] = frozenset()
    ask: AskFact | None = None
    name: str = ""
    is_cancelling: bool = False
    _meetings: int = 0
    _addresses: Counter[str] = field(default_factory=Counter)
    _moved: list[tuple[str, Line]] = field(default_factory=list)

    def note(self, block: Block) -> None:
        if block.name == "VCALENDAR":
            self.name = self.name or block.text("X-WR-CALNAME")
            self.is_cancelling = self.is_cancelling or block.text("METHOD").upper() == "CANCEL"
        elif block.name == "VTIMEZONE":
            self.zones.bring(block)
        elif block.name == "VEVENT":
            self._note_event(block)

    def settle(self, choices: Choices) -> "Survey":
        """Draw the conclusions, once all blocks were noted."""
        for uid, line in self._moved:
            if (moment := read_moment(line, self.zones)) is not None:
                self.changed.add(key_of(uid, moment))
        self.mine = _known_addresses(choices)
        if self.mine.isdisjoint(self._addresses):
            self._guess(choices)
        return self

    def _note_event(self, block: Block) -> None:
        moved = block.first("RECURRENCE-ID")
        if moved is not None and block.text("UID"):
            self._moved.append((uid_of(block), moved))
        lines = [*block.all("ATTENDEE"), *block.all("ORGANIZER")]
        addresses = {address for line in lines if (address := address_of(line)) and not is_robot(address)}
        self._meetings += len(addresses) > 1
        if len(self._addresses) < _MOST_ADDRESSES:
            self._addresses.update(addresses)

    def _guess(self, choices: Choices) -> None:
        """The owner is who the calendar is named after, or who is asked to nearly everything in it."""
        ((most, times), *_) = self._addresses.most_common(1) or [("", 0)]
        named = email(self.name).casefold()
        guess = named if named in self._addresses else ""
        if not guess and self._meetings >= 3 and times >= self._meetings * 0.8:
            guess = most
        answered = choices.answers.get("owner", "").casefold()
        self.mine |= {answered if answered in self._addresses else guess} - {""}
        if guess or self._meetings >= 3:
            options = tuple(dict.fromkeys(filter(None, (guess, *(name for name, _ in self._addresses.most_common(8))))))
            why = "These meetings name their guests, and none of the addresses is known to be yours."
            self.ask = AskFact("owner", options, guess, why)


def survey(member: Member, choices: Choices) -> Survey:
    found, events = Survey(), 0
    with member.open() as stream:
        for block in blocks(stream, Decoding(choices.encoding), _LOOKED_AT):
            found.note(block)
            events += block.name == "VEVENT"
            if events > MOST_EVENTS:
                break
    return found.settle(choices)


def _known_addresses(choices: Choices) -> frozenset[str]:
    """The owner's handles in the form guests have in a calendar."""
    return frozenset(handle if platform == "email" else f"{platform}:{handle}" for platform, handle in choices.mine)
