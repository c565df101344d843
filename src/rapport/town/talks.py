"""Messages and mails: conversations on the days on which two people are in touch."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import at_work, log_normal
from rapport.town.doings import Talk
from rapport.town.folk import Person
from rapport.town.sentences import called, say, tongue

KINDS = {"linkedin": "message", "mail": "mail"}


@dataclass(frozen=True)
class Thread:
    """What the lines of one conversation have in common; `address` is the other side's, `title` a group's."""

    channel: str
    key: str
    subject: str = ""
    address: str = ""
    language: str = "en"
    title: str = ""


@dataclass
class Writer:
    """Writes what the owners and their people say to one another, numbering it as it comes."""

    people: dict[str, Person]
    shared: frozenset[str]
    count: int = 0
    opened: set[tuple[str, str]] = field(default_factory=set)

    def conversation(self, rng: Random, bond: Bond, channel: str, day: date) -> list[Talk]:
        """A few messages of one day, alternating, begun by either side. A one-sided bond gets no answer; the first
        mail to or from an address always does, so that every correspondent is one in truth."""
        ends = [bond.owner, bond.person]
        if not bond.is_one_sided and rng.random() < 0.5:
            ends.reverse()
        thread = self.thread(rng, bond, channel)
        length = 1 if bond.is_one_sided else log_normal(rng, 1.6, 0.5, 5)
        if thread.address and (bond.owner, thread.address) not in self.opened:
            self.opened.add((bond.owner, thread.address))
            length = max(2, length)
        talks = []
        for turn, at in enumerate(_moments(rng, day, length)):
            kind = rng.choice(("reply", "reply", "reply", "thanks")) if turn else _opening(bond)
            talks.append(self.line(rng, thread, kind, at, ends[turn % 2], ends[1 - turn % 2]))
        return talks

    def thread(self, rng: Random, bond: Bond, channel: str) -> Thread:
        """A new conversation of the two; on LinkedIn it is always the same one."""
        language = tongue(rng, self.people[bond.person])
        if channel == "linkedin":
            return Thread(channel, conversation_id(bond.owner, bond.person), language=language)
        own = self.addresses(bond.person)
        has_two = len(own) > 1 and self.people[bond.person].sociability > 0.55
        address = own[1] if has_two and rng.random() < 0.25 else own[0]
        return Thread(channel, f"m{self.count + 1:06}", say(rng, "subject", language, ""), address, language)

    def line(self, rng: Random, thread: Thread, kind: str, at: datetime, sender: str, receiver: str) -> Talk:
        """One message with a line of `kind` as its text."""
        text = say(rng, kind, thread.language, called(self.people[receiver]))
        reply = "" if kind in ("open", "hello") or not thread.subject else "Re: "
        return self.write(thread, at, sender, (receiver,), text, reply + thread.subject)

    def write(
        self, thread: Thread, at: datetime, sender: str, receivers: tuple[str, ...], text: str, subject: str = ""
    ) -> Talk:
        self.count += 1
        kind = KINDS[thread.channel]
        number = f"t{self.count:06}"
        return Talk(number, kind, at, sender, receivers, subject, text, thread.key, thread.title, thread.address)

    def addresses(self, person: str) -> tuple[str, ...]:
        """The mail addresses that are nobody else's."""
        return tuple(email for email in self.people[person].emails if email not in self.shared)


def conversation_id(*people: str) -> str:
    """LinkedIn's name for the conversation of these people."""
    return "2-" + base64.b64encode("+".join(sorted(people)).encode()).decode()


def shared_addresses(people: Iterable[Person]) -> frozenset[str]:
    """Mail addresses that more than one person uses."""
    seen: set[str] = set()
    twice: set[str] = set()
    for person in people:
        for email in person.emails:
            (twice if email in seen else seen).add(email)
    return frozenset(twice)


def _opening(bond: Bond) -> str:
    return "hello" if bond.special == "lately" else "open"


def _moments(rng: Random, day: date, count: int) -> list[datetime]:
    """Moments of one day, in order, some minutes apart."""
    moments = [at_work(rng, day)]
    while len(moments) < count:
        moments.append(moments[-1] + timedelta(minutes=rng.randrange(3, 50), seconds=rng.randrange(60)))
    return moments
