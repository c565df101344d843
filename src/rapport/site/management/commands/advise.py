"""`rapport advise`: how good the advice is, measured on a folder of public data."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapport.kit.commands import CommandError, PlainCommand
from rapport.site.advice import circles, identity, interests, links, nudges
from rapport.site.advice.figures import Figure

SAME_PERSON = {"febrl4": 0.988, "febrl3": 0.986, "fake_1000": 0.86}
PRECISION = 0.99
SECONDS_A_SET = 5.0
"""The largest of the three sets has 10,000 records."""


class Command(PlainCommand):
    help = "Measure the advice on a folder of public data sets, each figure beside the one to reach."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="with temporal/, interests/ and er/")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder}: there is no such folder.")
        figures = []
        for figure in measured(folder):
            figures.append(figure)
            if not options["json"]:
                self.stdout.write(line(figure))
        if options["json"]:
            self.stdout.write(json.dumps([row(figure) for figure in figures], indent=1))
        if not figures:
            raise CommandError(f"{folder}: none of the known data sets is there.")
        if missed := sum(not figure.is_reached for figure in figures):
            raise CommandError(f"{missed} of {len(figures)} figures are not reached.")


def measured(folder: Path) -> Iterator[Figure]:
    """All figures the folder has data for, as they become known."""
    yield from nudges.evaluate(folder)
    yield from circles.evaluate(folder)
    yield from links.evaluate(folder)
    yield from interests.evaluate(folder)
    for found in identity.evaluate(folder):
        is_known = found.set in SAME_PERSON
        yield Figure("same person, F1", found.set, found.f1, SAME_PERSON.get(found.set))
        yield Figure("same person, precision", found.set, found.precision, PRECISION if is_known else None)
        seconds = SECONDS_A_SET if is_known else None
        yield Figure("same person, seconds", found.set, found.seconds, seconds, places=1, at_most=True)


def line(figure: Figure) -> str:
    """One figure for people."""
    told = f"{figure.name:34} {figure.set:14} {figure.value:.{figure.places}f}"
    if figure.reach is None:
        return told
    sign = "<=" if figure.at_most else ">="
    return f"{told}   {sign} {figure.reach:g}" + ("" if figure.is_reached else "   not reached")


def row(figure: Figure) -> dict[str, Any]:
    """One figure for programs."""
    value = round(figure.value, 4)
    return {"name": figure.name, "set": figure.set, "value": value, "reach": figure.reach, "ok": figure.is_reached}
