"""What speaks against two records being one person, whatever their names and addresses say."""

from enum import Flag, auto
from itertools import product

from rapport.likeness.birthdays import Closeness, closeness
from rapport.likeness.traits import Traits


class Conflict(Flag):
    """NONE is empty and false."""

    NONE = 0
    BIRTHDAY = auto()  # two different days, not a slip of the pen
    GENERATION = auto()  # Jr and Sr
    HALF_GENERATION = auto()  # Jr and nothing: the son, or the father
    PAGE = auto()  # two pages on a platform where people keep one: two people, or one who was renamed
    REACH = auto()  # both can be called and written to, each under numbers and addresses of their own


def conflicts(one: Traits, other: Traits) -> Conflict:
    """All that speaks against the two; symmetric."""
    found = Conflict.NONE
    if one.birthdays and other.birthdays and birthday_closeness(one, other) >= Closeness.TWO_SLIPS:
        found |= Conflict.BIRTHDAY
    found |= _generations(one, other)
    if any(pages.isdisjoint(other.pages.get(platform, pages)) for platform, pages in one.pages.items()):
        found |= Conflict.PAGE
    if _are_reached_apart(one, other):
        found |= Conflict.REACH
    return found


def birthday_closeness(one: Traits, other: Traits) -> Closeness:
    """The closest of all their birthdays; NOTHING if one has none."""
    return min(
        (closeness(ours, theirs) for ours in one.birthdays for theirs in other.birthdays), default=Closeness.NOTHING
    )


def share_birthday(one: Traits, other: Traits) -> bool:
    """The same day, or one slip from it; without a year on one side the same day of the year."""
    for ours, theirs in product(one.birthdays, other.birthdays):
        close = closeness(ours, theirs)
        if close <= (Closeness.SLIP if ours.year and theirs.year else Closeness.TWO_PARTS):
            return True
    return False


def _are_reached_apart(one: Traits, other: Traits) -> bool:
    if not (one.phones and other.phones and one.emails and other.emails):
        return False
    return one.phones.isdisjoint(other.phones) and one.emails.isdisjoint(other.emails)


def _generations(one: Traits, other: Traits) -> Conflict:
    ours = {name.generation for name in one.names} - {""}
    theirs = {name.generation for name in other.names} - {""}
    if ours and theirs:
        return Conflict.NONE if ours & theirs else Conflict.GENERATION
    return Conflict.HALF_GENERATION if ours or theirs else Conflict.NONE
