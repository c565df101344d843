"""A date that is known from two sides may be known more exactly from one of them."""

from collections.abc import Iterable

from rapport.people.models import Day


def is_within(less: str, fuller: str) -> bool:
    """Whether `fuller` says all that `less` says, and more: --05-17, 1978 and 1978-05 are within 1978-05-17."""
    if less == fuller:
        return False
    return fuller.startswith(f"{less}-") or (less.startswith("--") and fuller[:10].endswith(less[1:]))


def fullest(days: Iterable[Day]) -> list[tuple[Day, list[Day]]]:
    """Dates of one person in their order: each that no other of its kind says more exactly, with those it contains."""
    known = [*days]
    within = {day.pk: [less for less in known if _says_less(less, day)] for day in known}
    contained = {less.pk for found in within.values() for less in found}
    return [(day, within[day.pk]) for day in known if day.pk not in contained]


def _says_less(less: Day, day: Day) -> bool:
    return less.kind.casefold() == day.kind.casefold() and is_within(less.on, day.on)
