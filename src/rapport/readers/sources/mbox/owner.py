"""Whose mailbox it is: by the addresses known, else by what it shows of itself."""

from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest

from rapport.formats.facts import AskFact, Fact, MineFact
from rapport.readers.source import Choices
from rapport.readers.sources.mbox.headers import Mailbox

_MOST_OPTIONS = 5


@dataclass
class Traces:
    """What the beginning of a mailbox shows: who wrote the mails filed as sent, whom the others were delivered to,
    and whom they were written to and by."""

    sent_by: Counter[str] = field(default_factory=Counter)
    delivered_to: Counter[str] = field(default_factory=Counter)
    written_to: Counter[str] = field(default_factory=Counter)
    written_by: Counter[str] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    lists: set[str] = field(default_factory=set)

    def sent(self, sender: Mailbox) -> None:
        self.sent_by[bare(sender.folded)] += 1
        if sender.name:
            self.names[bare(sender.folded), sender.name] += 1

    def guesses(self) -> list[str]:
        """Likely owners, the likeliest first: in the end whoever has most to do with these mails and was reached."""
        filed = (address for counted in (self.sent_by, self.delivered_to) for address, _ in counted.most_common())
        met = nlargest(_MOST_OPTIONS, self.written_to, lambda one: self.written_to[one] + self.written_by[one])
        return list(dict.fromkeys((*filed, *met)))[:_MOST_OPTIONS]

    def seen(self) -> set[str]:
        return {*self.sent_by, *self.delivered_to, *self.written_to, *self.written_by}


@dataclass
class Owner:
    """The owner's addresses in this mailbox, casefolded, and what is to be said of them."""

    addresses: frozenset[str]
    said: tuple[Fact, ...] = ()

    def owns(self, box: Mailbox) -> bool:
        """With and without a `+tag`."""
        return box.folded in self.addresses or bare(box.folded) in self.addresses


def bare(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def owner(traces: Traces, choices: Choices) -> Owner:
    """Decide whose mailbox it is; where nothing known is found in it, a guess with a question."""
    known = {handle.casefold() for platform, handle in choices.mine if platform == "email"}
    if answer := choices.answers.get("owner", "").casefold():
        known.add(answer)
    sent_by = {address for address, _ in traces.sent_by.most_common(_MOST_OPTIONS)}
    guesses = traces.guesses()
    is_shown = bool(answer) or bool(known & traces.seen()) or (bool(sent_by) and not known)
    guessed = set() if is_shown else set(guesses[:1])
    mine = known | sent_by | guessed
    said: list[Fact] = [MineFact("email", address, is_shown) for address in sorted(mine & traces.seen())]
    said += [MineFact("name", name, is_sure=False) for name in _names(traces, mine)]
    if guessed:
        said.append(AskFact("owner", tuple(guesses), guesses[0], "Which of these addresses is yours?"))
    return Owner(frozenset(mine), tuple(said))


def _names(traces: Traces, mine: set[str]) -> list[str]:
    return [name for (address, name), _ in traces.names.most_common(1) if address in mine]
