"""One mail as a mailbox keeps it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha1
from zoneinfo import ZoneInfo

from rapport.town.render.folding import header_words, quoted
from rapport.town.render.sight import MONTHS

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Letter:
    """`sender` and `receivers` as `Name <address>`; `extra` are header lines as they are; `date_text` stands for a
    date that is none; without a sender there is no From at all."""

    key: str
    at: datetime
    sender: str
    receivers: tuple[str, ...]
    subject: str
    text: str
    labels: str
    thread: str = ""
    answers: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    date_text: str = ""


def posted(letter: Letter, zone: ZoneInfo) -> str:
    """The mail with its separator line; dates stand in the owner's zone."""
    number = int(sha1(letter.key.encode(), usedforsecurity=False).hexdigest()[:15], 16)
    head = [f"From {number}@xxx {_envelope(letter.at)}"]
    head.append(f"X-GM-THRID: {number if not letter.thread else _number(letter.thread)}")
    head.append(f"X-Gmail-Labels: {letter.labels}")
    head += [f"From: {letter.sender}"] if letter.sender else []
    head.append("To: " + ",\r\n ".join(letter.receivers))
    head.append(f"Subject: {header_words(letter.subject)}")
    head.append(f"Date: {letter.date_text or _date(letter.at, zone)}")
    head.append(f"Message-ID: <{letter.key}@mail.town.example>")
    if letter.answers:
        head.append(f"In-Reply-To: <{letter.answers[-1]}@mail.town.example>")
        head.append("References: " + "\r\n ".join(f"<{key}@mail.town.example>" for key in letter.answers))
    head += [*letter.extra, "MIME-Version: 1.0", 'Content-Type: text/plain; charset="UTF-8"']
    return "\r\n".join([*head, *_body(letter.text)]) + "\r\n\r\n"


def _body(text: str) -> list[str]:
    """As it is if it is ASCII, else quoted-printable; a line that begins with From gets a mark before it."""
    lines = [f">{line}" if line.startswith("From ") else line for line in text.split("\n")]
    if text.isascii():
        return ["Content-Transfer-Encoding: 7bit", "", *lines]
    parts = [part for line in lines for part in quoted("", line)]
    return ["Content-Transfer-Encoding: quoted-printable", "", *parts]


def _number(thread: str) -> int:
    return int(sha1(thread.encode(), usedforsecurity=False).hexdigest()[:15], 16)


def _envelope(at: datetime) -> str:
    """`Mon Jan 06 04:49:45 +0000 2020`."""
    moment = at.astimezone(UTC)
    day = f"{_DAYS[moment.weekday()]} {MONTHS[moment.month - 1]} {moment.day:02}"
    return f"{day} {moment:%H:%M:%S} +0000 {moment.year}"


def _date(at: datetime, zone: ZoneInfo) -> str:
    """`Mon, 6 Jan 2020 04:49:45 +0000`."""
    moment = at.astimezone(zone)
    day = f"{_DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M:%S %z}"
