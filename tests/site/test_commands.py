"""Every command answers in the same manner."""

import pkgutil
from pathlib import Path

import pytest
from django.core.management import load_command_class

import rapport.site
from rapport.__main__ import COMMANDS
from rapport.kit.commands import PlainCommand

FOLDER = Path(rapport.site.__file__).parent / "management" / "commands"


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules([str(FOLDER)])])
def test_a_command_is_listed_and_plain(name) -> None:
    assert name in COMMANDS
    assert isinstance(load_command_class("rapport.site", name), PlainCommand)
