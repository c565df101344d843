"""The card of an agent that vCard 2.1 sets inside another card: only its name is kept."""

import re

from rapport.kit.contentlines.unfold import Logical

_AGENT = re.compile(rb"(?i)\s*(?:[\w-]+\.)?AGENT\b[^:]{0,200}:\s*(BEGIN\s*:\s*VCARD\s*)?")
_FULL_NAME = re.compile(rb"(?i)\s*FN(?=[;:])")


class Agent:
    """Follows the lines of one card and knows which of them belong to an agent, or to an agent's agent."""

    def __init__(self) -> None:
        self._depth = 0
        self._is_announced = False
        self._is_named = False

    def takes(self, line: Logical, *, begins: bool, ends: bool) -> bool:
        """Whether the line is the agent's. A BEGIN that no AGENT announced is not: the agent's END was lost."""
        announced, self._is_announced = self._is_announced, False
        found = _AGENT.fullmatch(line.raw) if b"AGENT" in line.raw[:80].upper() else None
        if found:
            self._is_named = bool(self._depth)
            self._depth += bool(found[1])
            self._is_announced = not found[1]
            return True
        if begins:
            self._depth = self._depth + 1 if announced else 0
            return announced
        if not self._depth:
            return False
        self._depth -= ends
        return True

    def name_in(self, line: Logical) -> Logical | None:
        """The agent's name as an AGENT line of the outer card, where `line` tells it."""
        found = _FULL_NAME.match(line.raw)
        if not found or self._depth != 1 or self._is_named:
            return None
        self._is_named = True
        return Logical(line.number, b"AGENT" + line.raw[found.end() :], line.is_cut)
