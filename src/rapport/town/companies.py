"""The firms of the town: their names in several variants, what they do, and the titles people bear there."""

from functools import cache
from random import Random

from rapport.town.folk import Company
from rapport.town.words import rows

_FRONTS = (
    "Quay",
    "Harbour",
    "Pier",
    "Beacon",
    "Marsh",
    "Tide",
    "Anchor",
    "Skerry",
    "Dune",
    "Estuary",
    "Jetty",
    "Spire",
)


def make_companies(rng: Random, count: int) -> tuple[Company, ...]:
    """The named firms first; a larger town gets more of the same kinds."""
    made = [_company(*row) for row in rows("companies.tsv")]
    kinds = sorted({company.trade for company in made})
    while len(made) < count:
        trade = rng.choice(kinds)
        name = f"{rng.choice(_FRONTS)} {rng.choice(titles(trade)).split(',')[0]} {len(made)}"
        made.append(_company(trade, f"{name} Group", f"{name};{name} Ltd.", f"firm{len(made)}.example"))
    return tuple(made[:count])


@cache
def titles(trade: str) -> tuple[str, ...]:
    return next(tuple(row[1].split(";")) for row in rows("trades.tsv") if row[0] == trade)


def _company(trade: str, name: str, variants: str, domain: str) -> Company:
    return Company(name, (name, *variants.split(";")), domain, trade)
