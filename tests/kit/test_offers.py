"""A plug folder is scanned: one object a file, lower ranks first, anything else refused."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from rapport.kit.offers import OfferError, offers


@dataclass(frozen=True)
class Tool:
    name: str
    rank: int = 50


@pytest.fixture
def shed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Path]:
    """An empty package `shed_<test>` on the import path."""
    folder = tmp_path / f"shed_{request.node.name}"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Tools."""\n')
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        del sys.modules[name]


def plug(shed: Path, name: str, *lines: str) -> None:
    path = shed / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([f"from {__name__} import Tool", *lines]))


def test_lower_ranks_come_first_then_names(shed: Path) -> None:
    plug(shed, "saw.py", "SAW = Tool('saw')")
    plug(shed, "axe.py", "AXE = Tool('axe')")
    plug(shed, "pen.py", "PEN = Tool('pen', rank=9)")
    assert [tool.name for tool in offers(shed.name, Tool)] == ["pen", "axe", "saw"]


def test_a_folder_is_one_plug(shed: Path) -> None:
    plug(shed, "saw/__init__.py", f"from {shed.name}.saw.blade import SAW")
    plug(shed, "saw/blade.py", "SAW = Tool('saw')")
    assert [tool.name for tool in offers(shed.name, Tool)] == ["saw"]


def test_the_same_object_under_two_names_is_one(shed: Path) -> None:
    plug(shed, "saw.py", "SAW = OTHER = Tool('saw')")
    assert len(offers(shed.name, Tool)) == 1


def test_a_file_without_an_offer_is_refused(shed: Path) -> None:
    plug(shed, "dust.py", "NAME = 'dust'")
    with pytest.raises(OfferError, match=r"\.dust offers no Tool"):
        offers(shed.name, Tool)


def test_a_file_with_two_offers_is_refused(shed: Path) -> None:
    plug(shed, "pair.py", "ONE = Tool('one')", "TWO = Tool('two')")
    with pytest.raises(OfferError, match=r"\.pair offers 2 objects of type Tool"):
        offers(shed.name, Tool)


def test_a_folder_is_scanned_once(shed: Path) -> None:
    plug(shed, "saw.py", "SAW = Tool('saw')")
    first = offers(shed.name, Tool)
    plug(shed, "axe.py", "AXE = Tool('axe')")
    assert offers(shed.name, Tool) is first
