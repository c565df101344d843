"""Mailboxes and single mails, read by their headers: who wrote to whom, and when."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import PurePosixPath

from rapport.formats.facts import DroppedFact, Fact, Handle, Party, PersonFact, SkippedFact, TalkFact, When
from rapport.formats.files import Dropped, Member, Refused
from rapport.readers.source import Choices, Source
from rapport.readers.sources.mbox import mass
from rapport.readers.sources.mbox.bodies import words
from rapport.readers.sources.mbox.headers import Headers, Mailbox, sent_at
from rapport.readers.sources.mbox.labels import Role, roles
from rapport.readers.sources.mbox.owner import Owner, Traces, bare, owner
from rapport.readers.sources.mbox.splitting import ENVELOPE, MOST_BODY, MOST_HEADERS, Piece, split

LOOKED_AT = 32 << 20  # bytes of the beginning that tell whose mailbox it is
_MOST_KNOWN = 200_000
_LONGEST_KEY = 250
_LONGEST_SUBJECT = 1000
_ENVELOPE_ROOM = 5000
_LETTER = (b"from", b"to", b"date", b"message-id", b"received", b"subject")


def takes(dropped: Dropped) -> list[Member]:
    return [member for member in dropped.members if _is_mailbox(member) or _is_letter(member)]


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    """The exchanges in the mails. People are faint until the owner has written to them."""
    traces = Traces()
    with suppress(Refused):  # what is damaged is met, and told, when it is read
        for member, piece in _until(LOOKED_AT, members):
            _trace(traces, _Mail(member, piece))
    whose = owner(traces, choices)
    yield from whose.said
    reader = _Reader(whose, traces.lists, choices)
    for member in members:
        for piece in _pieces(member, member.begin):
            yield from reader.facts(_Mail(member, piece))
            member.mark(piece.end)


def _is_mailbox(member: Member) -> bool:
    return ENVELOPE.match(member.head().lstrip(b"\xef\xbb\xbf\r\n")) is not None


def _is_letter(member: Member) -> bool:
    """A single mail has no mark of its own: its name must say so, and its first lines."""
    if not member.name.endswith((".eml", ".emlx")):
        return False
    names = [line.partition(b":")[0].strip().lower() for line in member.head()[:16_384].splitlines()]
    return b"from" in names and sum(name in names for name in _LETTER) > 1


def _pieces(member: Member, begin: int = 0) -> Iterator[Piece]:
    if begin and begin >= member.size:
        return
    with member.open() as stream:
        if _is_mailbox(member):
            yield from split(stream, begin)
        else:
            raw = stream.read(MOST_HEADERS + MOST_BODY)
            count, _, rest = raw.partition(b"\n")
            raw = rest if count.strip().isdigit() else raw  # Apple Mail writes the length first
            piece = Piece(0, member.size)
            piece.feed(raw, 0, len(raw))
            yield piece


def _until(most: int, members: list[Member]) -> Iterator[tuple[Member, Piece]]:
    seen = 0
    for member in members:
        for piece in _pieces(member):
            yield member, piece
            if seen + piece.end > most:
                return
        seen += member.size


class _Mail:
    """One mail with what its labels and folder say."""

    def __init__(self, member: Member, piece: Piece) -> None:
        self.where = f"{member.path}, byte {piece.start}"
        self.piece = piece
        self.headers = Headers(piece.headers)
        labels = self.headers.text("x-gmail-labels")
        self.roles: frozenset[Role] = (_labelled(labels) if labels else frozenset()) | _filed(member.path)

    def sender(self) -> Mailbox | None:
        return next(iter(self.headers.mailboxes("from")), None)

    def recipients(self) -> tuple[Mailbox, ...]:
        return self.headers.mailboxes("to", "cc", "bcc")

    def lists(self) -> set[str]:
        return {box.folded.removeprefix("mailto:") for box in self.headers.mailboxes("list-post")}

    def key(self, when: When, sender: Mailbox, subject: str) -> str:
        named = self.headers.text("message-id")
        if 0 < len(named) <= _LONGEST_KEY:
            return named
        unnamed = "\n".join((named, when.text, sender.folded, subject))
        return hashlib.sha1(unnamed.encode(), usedforsecurity=False).hexdigest()


def _trace(traces: Traces, mail: _Mail) -> None:
    """Note what one mail tells of whose mailbox it is in."""
    sender = mail.sender()
    traces.lists |= mail.lists()
    if mass.filed_away(mail.roles) or sender is None:
        return
    if "sent" in mail.roles:
        traces.sent(sender)
        return
    delivered = mail.headers.mailboxes("delivered-to", "x-original-to", "envelope-to")
    traces.delivered_to.update(bare(box.folded) for box in delivered)
    recipients = mail.recipients()
    if not mass.impersonal(mail.headers, sender, len(recipients)):
        traces.written_to.update(bare(box.folded) for box in recipients)
        traces.written_by[bare(sender.folded)] += 1


class _Reader:
    """Turns mails into facts; knows whom it has told of, and tells of each name of an address once."""

    def __init__(self, whose: Owner, lists: set[str], choices: Choices) -> None:
        self._whose, self._lists, self._choices = whose, lists, choices
        self._addresses: dict[str, str] = {}
        self._told: set[tuple[str, str]] = set()
        self._firm: set[str] = set()

    def facts(self, mail: _Mail) -> Iterator[Fact]:
        why = "trash" if mass.is_deleted(mail.headers) else mass.filed_away(mail.roles)
        if why:
            yield SkippedFact(why)
            return
        sender = mail.sender()
        if sender is None:
            yield DroppedFact(mail.where, "no sender")
            return
        recipients = mail.recipients()
        if why := mass.impersonal(mail.headers, sender, len(recipients)):
            self._lists |= mail.lists()
            yield SkippedFact(why)
            return
        is_own = self._whose.owns(sender)
        others = self._people(recipients) if is_own else [sender]
        if not others:
            yield SkippedFact("mails to yourself, to lists and to robots")
            return
        for box in others:
            yield from self._person(box, is_faint=not is_own)
        yield from self._talk(mail, sender, others, is_own=is_own)

    def _people(self, recipients: tuple[Mailbox, ...]) -> list[Mailbox]:
        return [
            box
            for box in recipients
            if not self._whose.owns(box) and box.folded not in self._lists and not mass.is_robot(box.address)
        ]

    def _person(self, box: Mailbox, *, is_faint: bool) -> Iterator[Fact]:
        is_firmer = not is_faint and box.folded not in self._firm
        if (box.folded, box.name) in self._told and not is_firmer:
            return
        if len(self._told) >= _MOST_KNOWN:  # telling again does no harm
            self._told.clear()
            self._firm.clear()
            self._addresses.clear()
        self._told.add((box.folded, box.name))
        if not is_faint:
            self._firm.add(box.folded)
        address = self._addresses.setdefault(box.folded, box.address)
        yield PersonFact(_key(box), box.name, handles=(Handle("email", address),), is_faint=is_faint)

    def _talk(self, mail: _Mail, sender: Mailbox, others: list[Mailbox], *, is_own: bool) -> Iterator[Fact]:
        when, wrong = sent_at(mail.headers, bytes(mail.piece.raw[:_ENVELOPE_ROOM]), self._choices.now)
        if wrong:
            yield DroppedFact(mail.where, wrong)
        subject = mail.headers.text("subject")[:_LONGEST_SUBJECT]
        parties = tuple(Party(_key(box), "out" if is_own else "in") for box in others)
        is_read = self._choices.keep_text or not is_own
        text = words(mail.headers, mail.piece.body) if is_read else ""
        yield TalkFact(mail.key(when, sender, subject), "mail", "email", when, parties, subject, text)


def _key(box: Mailbox) -> str:
    return f"email:{box.folded}"


@lru_cache(maxsize=5000)
def _labelled(labels: str) -> frozenset[Role]:
    return roles(labels.split(","))


@lru_cache(maxsize=5000)
def _filed(path: str) -> frozenset[Role]:
    """The roles of the mailbox file and of the folder it lies in: `Sent.mbox`, `Sent Messages.mbox/mbox`."""
    return roles(PurePosixPath(part).stem for part in PurePosixPath(path).parts[-2:])


SOURCE = Source("mail", "E-mail", takes, read, rank=20)
