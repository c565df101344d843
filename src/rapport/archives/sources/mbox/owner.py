"""Whose mailbox it is: by the addresses known, else by what it shows of itself."""

from collections import Counter
from dataclasses import dataclass, field

from rapport.archives.facts import AskFact, Fact, MineFact
from rapport.archives.source import Choices
from rapport.archives.sources.mbox.headers import Mailbox

_MOST_OPTIONS = 5


@dataclass
class Traces:
    """What the beginning of a mailbox shows: who wrote the mails filed as sent, whom the others
    reached, and who stands in most of them."""

    sent_by: Counter[str] = field(default_factory=Counter)
    delivered_to: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    lists: set[str] = field(default_factory=set)

    def sent(self, sender: Mailbox) -> None:
        self.sent_by[bare(sender.folded)] += 1
        if sender.name:
            self.names[bare(sender.folded), sender.name] += 1

    def guesses(self) -> list[str]:
        """Likely owners, the likeliest first."""
        ranked = (counted.most_common(_MOST_OPTIONS) for counted in (self.sent_by, self.delivered_to, self.met))
        return list(dict.fromkeys(address for counts in ranked for address, _ in counts))[:_MOST_OPTIONS]

    def shows(self, address: str) -> bool:
        return any(address in counted for counted in (self.sent_by, self.delivered_to, self.met))


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
    is_shown = bool(answer) or any(map(traces.shows, known)) or (bool(sent_by) and not known)
    guessed = set() if is_shown else set(guesses[:1])
    mine = known | sent_by | guessed
    said: list[Fact] = [MineFact("email", address, is_shown) for address in sorted(mine & _seen(traces))]
    said += [MineFact("name", name, is_sure=False) for name in _names(traces, mine)]
    if guessed:
        said.append(AskFact("owner", tuple(guesses), guesses[0], "Which of these addresses is yours?"))
    return Owner(frozenset(mine), tuple(said))


def _seen(traces: Traces) -> set[str]:
    return {*traces.sent_by, *traces.delivered_to, *traces.met}


def _names(traces: Traces, mine: set[str]) -> list[str]:
    return [name for (address, name), _ in traces.names.most_common(1) if address in mine]
