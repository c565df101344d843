"""`rapport bench`: measure what the docs promise, each benchmark in a process of its own."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict

import django
from django.apps import apps

from rapport.kit.offers import offers
from rapport.site.developing.benchmark import Benchmark, Row
from rapport.site.developing.checkout import surroundings

PACKAGE = "rapport.site.benchmarks"


def main(arguments: list[str], package: str = PACKAGE) -> int:
    """Exit 0 if every row keeps its promise, else 1; 2 for a name that is not there."""
    parser = argparse.ArgumentParser(prog="rapport bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones; all if none is named")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--list", action="store_true", help="print the names only")
    options = parser.parse_args(arguments)
    _set_up()
    known = {found.name: found for found in offers(package, Benchmark)}
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error(f"there is no benchmark '{unknown[0]}'; --list prints the names")
    chosen = [known[name] for name in options.names] or list(known.values())
    if options.list:
        sys.stdout.writelines(f"{benchmark.name}\n" for benchmark in chosen)
        return 0
    rows = []
    for benchmark in chosen:
        rows.append(measure(benchmark, package))
        (sys.stderr if options.json else sys.stdout).write(line(rows[-1]) + "\n")
    if options.json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows], indent=1) + "\n")
    return 0 if all(row.ok for row in rows) else 1


def _set_up() -> None:
    """Benchmarks name models; what they do, each does in a child with a data folder of its own."""
    if not apps.ready:
        with tempfile.TemporaryDirectory(prefix="rapport-bench-") as data:
            os.environ.update(surroundings(RAPPORT_DATA=data, DJANGO_SETTINGS_MODULE="rapport.site.settings"))
            django.setup()


def measure(benchmark: Benchmark, package: str) -> Row:
    """Run it in a child of its own, so that neither memory nor caches of another one count."""
    command = [sys.executable, "-m", "rapport.site.developing.measure", package, benchmark.name]
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as data:
        alone = surroundings(
            RAPPORT_DATA=data,
            RAPPORT_DATABASE_URL=f"sqlite:///{data}/rapport.sqlite3",
            DJANGO_SETTINGS_MODULE="rapport.site.settings",
        )
        child = subprocess.run(command, env=alone, stdout=subprocess.PIPE, check=False)
    if child.returncode != 0:
        return Row(benchmark.name, None, benchmark.unit, None)
    return Row(**json.loads(child.stdout.splitlines()[-1]))


def line(row: Row) -> str:
    if row.value is None:
        return f"FAIL  {row.name}: broke off"
    floor = "" if row.ratio is None else f"; {row.ratio:g} times the floor of {row.floor:g}"
    promise = f"promised {row.limit:g}" if row.limit is not None else "no floor to compare with"
    memory = f"{row.peak_mb} MB" + ("" if row.most_mb is None else f" of {row.most_mb} promised")
    return f"{'ok  ' if row.ok else 'FAIL'}  {row.name}: {row.value:g} {row.unit} ({promise}{floor}; {memory})"
