"""Who is to be left alone today: the memory that keeps a round from nagging.

Days are ints (`date.toordinal()`), people whatever names them in one book (their ids).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

AGAIN_AFTER = 14
"""Days before somebody may be suggested again, for whatever reason."""
TRIES = 3
"""The owner's tries in a row without an answer, after which somebody is left in peace."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was shown and answered before.

    `shown`: the day each person last stood in a round, `kinds` as what, if that was today; `kept` are keys of cards
    about nobody that stand in today's. `answered`: people the
    owner has dealt with today. `unanswered`: tries in a row that came to nothing. `asleep`: the day until which
    somebody is snoozed. `refused`: keys of suggestions answered with "not this". `resting`: ties the owner lets rest
    or has ended.
    """

    shown: Mapping[int, int] = field(default_factory=dict)
    kinds: Mapping[int, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    answered: frozenset[int] = frozenset()
    unanswered: Mapping[int, int] = field(default_factory=dict)
    asleep: Mapping[int, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    resting: frozenset[int] = frozenset()

    def shown_on(self, day: int) -> frozenset[int]:
        """Whose round it is already, if the round of that day has been shown."""
        return frozenset(person for person, last in self.shown.items() if last == day)

    def may_suggest(self, key: str, people: tuple[int, ...], today: int, *, is_owed: bool) -> bool:
        """Whether nothing speaks against this suggestion today; one person to be left alone is enough.

        What is owed (a thanks, a promise) is still owed to somebody who did not answer thrice.
        """
        return key not in self.refused and not any(self._is_left_alone(person, today, is_owed) for person in people)

    def _is_left_alone(self, person: int, today: int, is_owed: bool) -> bool:
        last = self.shown.get(person)
        return (
            person in self.resting
            or person in self.answered
            or self.asleep.get(person, today) > today
            or (last is not None and 0 < today - last < AGAIN_AFTER)
            or (not is_owed and self.unanswered.get(person, 0) >= TRIES)
        )
