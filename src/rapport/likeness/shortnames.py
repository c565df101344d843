"""Short forms of given names: Bill is William, Pepe is José, Sasha is Aleksandr."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from nicknames import name_triplets
from unidecode import unidecode

# The package lists these too; between strangers they join more than they find.
UNUSUAL = {("emil", "emily"), ("robert", "bill"), ("robert", "billy"), ("robert", "will"), ("aaron", "erin")}


def are_short_forms(one: str, other: str) -> bool:
    """Whether two different folded given names are used for one another, directly or as short forms of a third."""
    return one != other and not full_forms(one).isdisjoint(full_forms(other))


@lru_cache(maxsize=1 << 15)
def full_forms(given: str) -> frozenset[str]:
    """The folded given name and every full name it is short for."""
    return _full_forms().get(given, frozenset()) | {given}


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    """Read once, in a few milliseconds: the English table of the nicknames package, and ours for other languages."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for full, _, short in name_triplets():
        if _is_shorter(full, short) and (full, short) not in UNUSUAL:
            forms[short].add(full)
    for line in files("rapport.likeness").joinpath("shortnames.tsv").read_text("utf-8").splitlines():
        full, _, shorts = line.partition("\t")
        for short in shorts.split():
            forms[unidecode(short)].add(unidecode(full))
    return {short: frozenset(fulls) for short, fulls in forms.items()}


def _is_shorter(full: str, short: str) -> bool:
    # The package also holds reversed rows (bill, william); as they stand they would make Robert a William.
    return len(short) <= len(full) or short.endswith(("y", "ie"))
