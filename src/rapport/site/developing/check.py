"""`rapport check`: form, floors, rules of the house, Django's own checks, types; the fastest first."""

import argparse
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from rapport.site.developing.checkout import ROOT, surroundings

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"


class Step(NamedTuple):
    name: str
    arguments: tuple[str, ...]


STEPS = (
    Step("form", ("-m", "ruff", "format", "--check", "--output-format", "concise", ".")),
    Step("habits", ("-m", "ruff", "check", "--output-format", "concise", ".")),
    Step("floors", ("-c", LINT_IMPORTS)),
    Step("rules of the house", ("-m", "pytest", "-q", "tests/test_house.py")),
    Step("migrations", ("-m", "rapport", "manage", "makemigrations", "--check", "--dry-run")),
    Step("a safe deployment", ("-m", "rapport", "manage", "check", "--deploy", "--fail-level", "WARNING")),
    Step("types", ("-m", "mypy")),
)
DEPLOYED = {"RAPPORT_BASE_URL": "https://hub.example"}


def main(arguments: list[str]) -> int:
    argparse.ArgumentParser(prog="rapport check", description=__doc__).parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="rapport-check-") as data:
        results = [_passes(step, data) for step in STEPS]
    return 0 if all(results) else 1


def _passes(step: Step, data: str) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, *step.arguments],
        cwd=ROOT,
        env=surroundings(RAPPORT_DATA=data, **DEPLOYED),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    passes = done.returncode == 0
    sys.stdout.write(f"{'ok  ' if passes else 'FAIL'} {time.monotonic() - began:5.1f} s  {step.name}\n")
    if not passes:
        sys.stdout.write(done.stdout.rstrip() + "\n")
    sys.stdout.flush()
    return passes
