"""What the documents name is there: files, links between them, commands, and addresses."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

from rapport.__main__ import COMMANDS, DEVELOPER_COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
DEMO = "http://127.0.0.1:8000"

pytestmark = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", document.read_text("utf-8")):
        if target.startswith(DEMO):
            resolve(target.removeprefix(DEMO).partition("?")[0])
        elif not target.startswith("https:"):
            assert (document.parent / target).exists(), target


def test_files_that_are_named_are_there(document: Path) -> None:
    named = re.findall(r"`([\w./]+/[\w.]+\.(?:py|md|service|html|css))`", document.read_text("utf-8"))
    lost = [name for name in named if not any((root / name).exists() for root in (ROOT, ROOT / "src" / "rapport"))]
    assert lost == []


def test_commands_that_are_named_are_there(document: Path) -> None:
    for name in re.findall(r"\./rapport (\w+)", document.read_text("utf-8")):
        assert name in {**COMMANDS, **DEVELOPER_COMMANDS}, name
