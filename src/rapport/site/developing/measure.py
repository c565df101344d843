"""The process in which one benchmark is measured: `python -m rapport.site.developing.measure PACKAGE NAME`."""

import json
import sys
from dataclasses import asdict

import django

from rapport.kit.offers import offers
from rapport.site.developing.benchmark import Benchmark, row


def main(package: str, name: str) -> None:
    django.setup()
    wanted = next(found for found in offers(package, Benchmark) if found.name == name)
    sys.stdout.write("\n" + json.dumps(asdict(row(wanted, wanted.run()))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
