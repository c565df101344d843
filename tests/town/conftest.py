"""One town and its files, built once for all tests of the room."""

from pathlib import Path

import pytest

from rapport.town import Town, build, render


@pytest.fixture(scope="session")
def port_amaranth() -> Town:
    return build(1)


@pytest.fixture(scope="session")
def archives(port_amaranth: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all files; one sub-folder for each owner."""
    folder = tmp_path_factory.mktemp("archives")
    render(port_amaranth, folder)
    return folder
