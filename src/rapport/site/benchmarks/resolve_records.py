"""Who of 10,000 records is the same person: the rules alone."""

import time
from collections import defaultdict
from random import Random

from rapport.likeness import Record, pairs
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import GIVEN, family


def run() -> Measured:
    records = _records(10_000)
    began = time.process_time()
    pairs(records)
    took = time.process_time() - began
    return Measured(took, floor=_by_equal_values(records))


def _records(count: int) -> list[Record]:
    """One in five is a second record of somebody, seen through another source."""
    random = Random(7)  # noqa: S311 - nothing secret
    made: list[Record] = []
    for number in range(count):
        if made and random.random() < 0.2:
            known = random.choice(made)
            keeps = random.random() < 0.5
            made.append(
                Record(
                    id=number, name=known.name, emails=known.emails if keeps else (), organizations=known.organizations
                )
            )
            continue
        name = f"{random.choice(GIVEN)} {family(random)}"
        mail = (f"{folded_mail(name)}{number}@x.example",) if random.random() < 0.6 else ()
        made.append(
            Record(
                id=number,
                name=name,
                emails=mail,
                phones=(f"+44117496{number:05}",) if random.random() < 0.4 else (),
                urls=(f"linkedin:{folded_mail(name)}-{number}",) if random.random() < 0.5 else (),
                organizations=(f"firm {random.randrange(1500)}",),
            )
        )
    return made


def folded_mail(name: str) -> str:
    return name.casefold().replace(" ", ".").encode("ascii", "ignore").decode()


def _by_equal_values(records: list[Record]) -> float:
    """Grouping by equal address alone."""
    began = time.process_time()
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for record in records:
        for value in (*record.emails, *record.phones, *record.urls, record.name.casefold()):
            groups[value].append(record.id)
    return time.process_time() - began


RESOLVE = Benchmark("resolve-10k", "s cpu", 5, run)
