"""From a command's name to the command itself."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line, load_command_class

# The demo town has a folder and a clock of its own; the settings must know before they are read.
TOWN = {"RAPPORT_DEMO": "1", "RAPPORT_DEMO_MORNING": "2026-11-19T07:40:00+00:00"}


def run(name: str, arguments: list[str]) -> int:
    """Run one command of the product, or one of Django's behind `manage` and `shell`; what it exits with.

    Commands that refuse leave by SystemExit with their own number (see kit/commands.py).
    """
    os.umask(0o077)  # whatever a command writes holds books, or keys to them
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.site.settings")
    if name == "demo":
        os.environ.update(TOWN)
    try:
        django.setup()
    except ImproperlyConfigured as trouble:
        sys.stderr.write(f"The settings do not hold: {' '.join(str(trouble).split())}\n")
        return 1
    if name == "manage":
        execute_from_command_line(["rapport manage", *arguments])
    elif name == "shell":
        execute_from_command_line(["rapport manage", "shell", *arguments])
    else:
        load_command_class("rapport.site", name).run_from_argv(["rapport", name, *arguments])
    return 0
