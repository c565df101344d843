"""Who was asked: guests and organizer, and the owner's own answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapport.formats.decoding import one_line
from rapport.formats.facts import Guest, Handle, Party, PersonFact
from rapport.formats.handles import email, link_handle
from rapport.kit.contentlines.line import Line
from rapport.people.keys import digest, folded
from rapport.readers.sources.ics.blocks import Block

MOST_GUESTS = 300
MOST_OF_A_MEETING = 50
_ANSWERS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative", "COMPLETED": "accepted"}
_NOBODY = frozenset({"ROOM", "RESOURCE", "GROUP"})
# Addresses that calendars and platforms answer with themselves.
_ROBOTS = (
    "@group.calendar.google.com", "@resource.calendar.google.com", "@import.calendar.google.com", "@lu.ma", "@luma.com",
    "@calendar.luma.com", "@reply.facebook.com", "@noreply.facebook.com",
)  # fmt: skip
_ROBOT_NAMES = frozenset(
    {"noreply", "no-reply", "donotreply", "unknownorganizer", "calendar-invite", "calendar-notification"}
)


@dataclass(frozen=True)
class Asked:
    """Everybody an event names but the owner: their persons, their answers; and the owner's answer."""

    people: tuple[PersonFact, ...] = ()
    guests: tuple[Guest, ...] = ()
    own: str = ""
    too_many: int = 0

    def parties(self) -> tuple[Party, ...]:
        """Those who took part in a meeting as far as a calendar knows: who said yes, and who called it."""
        return tuple(Party(guest.key, "both") for guest in self.guests if guest.answer in ("accepted", "organizer"))


def asked(block: Block, mine: Iterable[str]) -> Asked:
    """`mine` holds the owner's addresses as `address_of` gives them. Of over 300 guests only the number is told."""
    own = frozenset(mine)
    if block.guests > MOST_GUESTS:
        answers = [_answer(line) for line in block.all("ATTENDEE") if address_of(line) in own]
        return Asked(own=answers[0] if answers else "", too_many=block.guests)
    people: dict[str, PersonFact] = {}
    answers_by_key: dict[str, str] = {}
    own_answer = ""
    for line in (*block.all("ORGANIZER"), *block.all("ATTENDEE")):
        answer = "organizer" if line.name == "ORGANIZER" else _answer(line)
        if address_of(line) in own:
            own_answer = own_answer or answer
        elif (person := _person(line)) is not None:
            people.setdefault(person.key, person)
            answers_by_key[person.key] = answers_by_key.get(person.key) or answer
    guests = tuple(Guest(key, answer) for key, answer in answers_by_key.items())
    return Asked(tuple(people.values()), guests, own_answer)


def address_of(line: Line) -> str:
    """The mailbox or profile an ATTENDEE or ORGANIZER line means, casefolded; empty where it means none."""
    handle = _handle(line)
    return _key(handle) if handle else ""


def is_robot(address: str) -> bool:
    return address.endswith(_ROBOTS) or address.partition("@")[0] in _ROBOT_NAMES


def _person(line: Line) -> PersonFact | None:
    """Rooms, lists and robots are nobody."""
    if line.param("CUTYPE").upper() in _NOBODY:
        return None
    name = one_line(line.param("CN")[:1_000])[:300].strip("'\" ")
    handle = _handle(line)
    if handle is None:
        is_name = name and "@" not in name
        return PersonFact(f"name:{folded(name, 200)}", name, is_faint=True) if is_name else None
    key = _key(handle)
    if is_robot(key):
        return None
    return PersonFact(key, name or handle.handle, handles=(handle,), is_faint=True)


def _handle(line: Line) -> Handle | None:
    text = line.text
    address = email(text) or email(line.param("EMAIL")) or email(text.rpartition("mailto:")[2])
    if address:
        return Handle("email", address)
    if text[:4].casefold() == "http":
        return link_handle(text)
    return None


def _key(handle: Handle) -> str:
    key = one_line(handle.handle if handle.platform == "email" else f"{handle.platform}:{handle.handle}").casefold()
    return one_line(key) if len(key) <= 250 else f"#{digest(key)}"


def _answer(line: Line) -> str:
    return _ANSWERS.get(line.param("PARTSTAT").upper(), "")
