"""`python -m rapport COMMAND`: every command of the product, by one name and one line.

Nothing but the standard library is imported until a command is known, so that the list can be printed anywhere.
"""

import difflib
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "up": "serve the hub: web and worker; the first start makes the data folder and prints a first-run link",
    "demo": "fill a folder of its own with the demo town and serve it",
    "member": "add, list or reset members",
    "invite": "make an invitation",
    "import": "bring archives into a member's book, or take a batch out again",
    "export": "write a member's whole book to a file",
    "round": "print a member's round of a day",
    "advise": "measure the advice on a folder of public data, without a hub",
    "backup": "write the database, uploads and keys to one file, also while serving",
    "restore": "put a backup back",
    "manage": "run one of Django's own commands",
    "shell": "open a Python shell with the hub loaded",
}
DEVELOPER_COMMANDS = {
    "test": "run all tests (--long: also fuzzing and load; --postgres: on PostgreSQL)",
    "check": "run linters, the rules of the house and types",
    "bench": "measure what the docs promise",
    "shots": "render the pages of the demo to pictures",
}


def main(arguments: Sequence[str]) -> int:
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("--help", [])
    if name in ("-h", "--help", "help"):
        sys.stdout.write(listing())
        return 0
    if name in DEVELOPER_COMMANDS:
        return int(import_module(f"rapport.site.developing.{name}").main(rest))
    if name in COMMANDS:
        return int(import_module("rapport.site.running").run(name, rest))
    close = difflib.get_close_matches(name, [*COMMANDS, *DEVELOPER_COMMANDS], n=1)
    hint = f"did you mean '{close[0]}'?" if close else "'rapport --help' lists them."
    sys.stderr.write(f"rapport: there is no command '{name}'; {hint}\n")
    return 2


def listing() -> str:
    rows = [f"  {name:<8} {line}\n" for name, line in COMMANDS.items()]
    developing = [f"  {name:<8} {line}\n" for name, line in DEVELOPER_COMMANDS.items()]
    return "".join(
        ["usage: rapport COMMAND [--help] ...\n\n", *rows, "\nfor those who work on Rapport:\n", *developing]
    )


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # while everything was being loaded
        sys.stderr.write("Stopped.\n")
        sys.exit(130)
