"""One VEVENT as it was meant."""

import html
import re
from dataclasses import dataclass, field
from datetime import timedelta

from rapport.formats.decoding import clean, one_line
from rapport.formats.facts import GatheringFact, Guest
from rapport.formats.handles import web_url
from rapport.kit.contentlines.line import Line
from rapport.people.keys import digest
from rapport.readers.sources.ics.blocks import Block
from rapport.readers.sources.ics.moments import Moment, duration, moment
from rapport.readers.sources.ics.zones import Zones

WANTED = frozenset(
    b"UID DTSTART DTEND DURATION SUMMARY LOCATION URL DESCRIPTION STATUS RRULE RDATE EXDATE RECURRENCE-ID ATTENDEE"
    b" ORGANIZER CATEGORIES X-GOOGLE-CALENDAR-CONTENT-ICON".split()
)
LONGEST_TEXT = 10_000
_MARKUP = re.compile(r"</?(?:a|b|br|div|em|html|i|li|ol|p|span|strong|u|ul)\b[^<>]{0,2000}>", re.IGNORECASE)
_BREAKING = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True)
class Event:
    """`original` is the RECURRENCE-ID: this is one occurrence of a series, moved or changed."""

    number: int
    uid: str
    begins: Moment
    ends: Moment | None
    original: Moment | None = None
    rule: str = ""
    title: str = ""
    place: str = ""
    url: str = ""
    text: str = ""
    is_cancelled: bool = False
    words: str = field(default="", repr=False)  # categories and signs of a birthday, folded

    @property
    def length(self) -> timedelta | None:
        return self.ends.instant - self.begins.instant if self.ends else None

    @property
    def days(self) -> int:
        """On how many days it takes place."""
        return (self.ends.day - self.begins.day).days + 1 if self.ends else 1

    def at(self, start: Moment) -> "tuple[Moment, Moment | None]":
        """Beginning and end of the occurrence that begins at `start`."""
        return start, start.moved(self.length) if self.length is not None else None

    def key(self, start: Moment) -> str:
        """UID with the start the series knows the occurrence by: an override keeps the key of what it replaces."""
        return key_of(self.uid, self.original if self.original and start == self.begins else start)

    def gathering(self, start: Moment, own_answer: str, guests: tuple[Guest, ...]) -> GatheringFact:
        begins, ends = self.at(start)
        return GatheringFact(
            self.key(start),
            self.title,
            begins.when(),
            ends.when() if ends else None,
            place=self.place,
            url=self.url,
            text=self.text,
            own_answer=own_answer,
            guests=guests,
            is_cancelled=self.is_cancelled,
        )


def event_of(block: Block, zones: Zones) -> Event | str:
    """The event, or one sentence on why there is none."""
    line = block.first("DTSTART")
    begins = read_moment(line, zones)
    if begins is None:
        return "the event has no beginning" if line is None else "the beginning of the event cannot be read"
    title = one_line(block.text("SUMMARY")[:2_000])[:400]
    place, url = _place(block)
    text = plain_text(block.text("DESCRIPTION"))
    original = read_moment(block.first("RECURRENCE-ID"), zones)
    rule = block.first("RRULE")
    signs = " ".join((block.text("CATEGORIES"), block.text("UID"), block.text("X-GOOGLE-CALENDAR-CONTENT-ICON")))
    return Event(
        block.number,
        uid_of(block, f"{title} {begins.stamp()} {place} {text}"),
        begins,
        _ends(block, begins, zones),
        original,
        rule.value.strip() if rule and original is None else "",
        title,
        place,
        url,
        text,
        block.text("STATUS").upper() == "CANCELLED",
        clean(signs[:2_000]).casefold(),
    )


def read_moment(line: Line | None, zones: Zones) -> Moment | None:
    return moment(line.value, zones.of(line)) if line else None


def uid_of(block: Block, instead: str = "") -> str:
    """The UID, never longer than a key may be; where there is none a digest of what the event is."""
    uid = one_line(block.text("UID")[:1_000])
    return uid if 0 < len(uid) <= 250 else f"#{digest(uid or instead)}"


def key_of(uid: str, start: Moment) -> str:
    return f"{uid}|{start.stamp()}"


def plain_text(text: str) -> str:
    """A description without the markup that some calendars put into it."""
    text = text[: LONGEST_TEXT * 3]
    if _MARKUP.search(text):
        text = html.unescape(_MARKUP.sub("", _BREAKING.sub("\n", text)))
    return clean(text)[:LONGEST_TEXT].strip()


def _ends(block: Block, begins: Moment, zones: Zones) -> Moment | None:
    """The end; of whole days the last day, as people count."""
    end = read_moment(block.first("DTEND"), zones)
    if end is None and (length := duration(block.text("DURATION"))) is not None:
        end = begins.moved(length)
    if end is None or end.is_day != begins.is_day:
        return None
    if end.is_day:
        end = end.moved(-timedelta(days=1))
    return end if begins.instant < end.instant else None


def _place(block: Block) -> tuple[str, str]:
    """Place and link; a link in the place of the place is a link."""
    place = one_line(block.text("LOCATION")[:2_000])[:400]
    url = block.text("URL")
    url = web_url(url) if url[:4].casefold() == "http" else ""
    if re.match(r"https?://\S+$", place, re.IGNORECASE):
        return "", url or web_url(place)
    return place, url
