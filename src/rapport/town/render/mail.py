"""A Takeout mailbox: the mails between people, and all that fills a mailbox besides."""

from zoneinfo import ZoneInfo

from rapport.town.correspondents import mail_address
from rapport.town.doings import Talk
from rapport.town.render.folding import header_words
from rapport.town.render.junk import junk
from rapport.town.render.letters import Letter, posted
from rapport.town.render.sight import Sight


def mail(sight: Sight) -> bytes:
    """mboxrd with CRLF, oldest first."""
    letters = [*_between_people(sight), *junk(sight)]
    letters.sort(key=lambda letter: (letter.at, letter.key))
    return "".join(posted(letter, ZoneInfo(sight.owner.zone)) for letter in letters).encode()


def _between_people(sight: Sight) -> list[Letter]:
    answered: dict[str, list[str]] = {}
    letters = []
    for talk in sight.talks:
        before = answered.setdefault(talk.thread, [])
        letters.append(_letter(sight, talk, tuple(before)))
        before.append(talk.id)
    return letters


def _letter(sight: Sight, talk: Talk, before: tuple[str, ...]) -> Letter:
    is_mine = talk.sender == sight.owner.person
    return Letter(
        key=talk.id,
        at=talk.at,
        sender=_box(sight, talk, talk.sender),
        receivers=tuple(_box(sight, talk, person) for person in talk.receivers),
        subject=talk.subject,
        text=f"{talk.text}\n\n{sight.person(talk.sender).name.given}",
        labels="Sent" if is_mine else "Inbox,Opened",
        thread=talk.thread,
        answers=before,
    )


def _box(sight: Sight, talk: Talk, person: str) -> str:
    if person == sight.owner.person:
        return _named(sight, person, sight.own_address)
    return _named(sight, person, mail_address(sight.person(person), talk, sight.shared))


def _named(sight: Sight, person: str, address: str) -> str:
    name = sight.name(person, "mail")
    shown = f'"{name}"' if "," in name or "." in name else header_words(name)
    return f"{shown} <{address}>"
