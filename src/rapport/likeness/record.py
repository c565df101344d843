"""The two shapes that likeness speaks in: what is known of a person, and a pair that may be one."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["automatic", "one_click", "asked"]
STAGES: tuple[Stage, ...] = ("automatic", "one_click", "asked")


@dataclass(frozen=True, slots=True)
class Record:
    """What one book knows of one person, as far as it helps to tell people apart. Every field but `id` may be empty.

    `phones` are E.164. `urls` are profile keys of the person's own pages ("linkedin:oystein-braten", "x:foo");
    `links` are profile keys which those pages name as the same person (rel=me). `birthdays` are ISO days, the year
    may be missing ("--03-07"). `source_keys` are a source's own keys, "source:archive owner:key"; one with a "|" is a
    row of a list of people and stands for a page of its own. `given` and `family` are filled where a source keeps
    them apart.
    """

    id: int
    name: str = ""
    other_names: tuple[str, ...] = ()
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birthdays: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    source_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records (a < b) that may be one person. `reason` is an English fragment for `code`, which stays stable.

    `weight` from 0 to 1 says how likely it is; `stage` says what may be done about it.
    """

    a: int
    b: int
    stage: Stage
    reason: str
    code: str
    weight: float
