"""`rapport test`: all tests, on SQLite or on a PostgreSQL of their own."""

import argparse
from contextlib import ExitStack

from rapport.site.developing.checkout import run_python
from rapport.site.developing.postgres import throwaway_postgres

PASSED, FAILED, WRONG_USAGE = 0, 1, 2
ANSWERS = {0: PASSED, 4: WRONG_USAGE}  # pytest's own numbers; all others mean that something did not pass


def main(arguments: list[str]) -> int:
    options, rest = _parser().parse_known_args(arguments)
    more = {"RAPPORT_TESTING": "1"}
    with ExitStack() as stack:
        if options.postgres:
            more["RAPPORT_DATABASE_URL"] = stack.enter_context(throwaway_postgres())
        long = ["--long"] if options.long else []
        return ANSWERS.get(run_python("-m", "pytest", "-n", "2", *long, *rest, **more), FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rapport test",
        allow_abbrev=False,
        description="Run the tests. All other arguments go to pytest: files, -k WORD, -x, -n 0 ...",
    )
    parser.add_argument("--long", action="store_true", help="also fuzzing, crash counting and load")
    parser.add_argument("--postgres", action="store_true", help="on a PostgreSQL that is made and thrown away")
    return parser
