"""Commands that answer like people: done (exit 0), refused with one plain sentence (1), wrong usage (2).

A traceback is left for what is our mistake, never for what somebody typed.
"""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from rapport.kit.room_left import is_full

__all__ = ["FULL", "CommandError", "PlainCommand"]

FULL = "The disk is full. Free some space and try again; what is there is whole."


class PlainCommand(BaseCommand):
    """The base of all commands of the product. Refuse by raising `CommandError("One plain sentence.")`.

    Wrong arguments exit 2 (argparse); a file that is not there or not ours to read, and a database that does not
    answer, are refusals too.
    """

    requires_system_checks: list[str] = []  # `rapport check` runs them; a command should start at once
    suppressed_base_arguments = {
        "--version",
        "--verbosity",
        "--traceback",
        "--settings",
        "--pythonpath",
        "--no-color",
        "--force-color",
        "--skip-checks",
    }

    def run_from_argv(self, argv: list[str]) -> None:
        """What the command line calls; `call_command` raises instead of exiting."""
        try:
            super().run_from_argv([*argv[:2], "--traceback", *argv[2:]])  # else Django words the refusal itself
        except CommandError as refusal:
            self._refuse(str(refusal), refusal.returncode)
        except OperationalError as trouble:
            self._refuse(FULL if is_full(trouble) else f"The database does not answer: {_first_line(trouble)}.", 1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our lines has left
        except OSError as trouble:
            if is_full(trouble):
                self._refuse(FULL, 1)
            if trouble.filename is None:
                raise
            self._refuse(f"{trouble.filename}: {trouble.strerror}.", 1)
        except KeyboardInterrupt:
            self._refuse("Stopped.", 130)

    def _refuse(self, sentence: str, code: int) -> Any:
        self.stderr.write(sentence)
        sys.exit(code)


def _first_line(trouble: Exception) -> str:
    return str(trouble).splitlines()[0]
