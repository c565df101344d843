"""What can be done with several ticked people at once; the rooms above offer theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.utils.functional import Promise

from rapport.kit.rooms import gather
from rapport.people.models import Person


@dataclass(frozen=True)
class Together:
    """`name` is the button's value, `label` its words. `act(people, word, now)` does it to these persons of one book
    and returns one sentence on what was done; it raises ValueError with a sentence when it cannot.

    With `asks` a field of that label stands beside it, and what is typed there is `word`. Found in
    `<room>/together_acts.py`.
    """

    order: int
    name: str
    label: str | Promise
    act: Callable[[Sequence[Person], str, datetime], str]
    asks: str | Promise = ""
    icon: str = ""


@cache
def acts() -> tuple[Together, ...]:
    return tuple(sorted(gather("together_acts", Together), key=lambda offer: offer.order))
