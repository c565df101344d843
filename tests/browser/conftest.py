"""One real hub for all browser tests, served by `rapport up`; Ann comes in by its first-run link and is its host."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, StorageState

import browsing
import cast
from databases import own_database
from rapport.site.developing.checkout import free_port

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "ann@town.example"
FIRST = "Abena Casimir Delia Emeka Freya Goran Hina Ivo Jarmila Kofi Lucia Marek Nadia Oskar Petra Quentin".split()
LAST = "Boateng Nowak Fontaine Obi Solberg Tadic Mori Lund Havel Mensah Rossi Zielinski Petrov Berg Vidal Webb".split()
PEOPLE = (f"{first} {last}" for first, last in zip(FIRST, LAST, strict=True))


class Hub(NamedTuple):
    base: str
    first_run: str


@pytest.fixture(scope="package")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with own_database() as database:
        yield from _served(tmp_path_factory.mktemp("hub"), database)


def _served(folder: Path, database: dict[str, str]) -> Iterator[Hub]:
    port = free_port()
    around = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
        "RAPPORT_DATA": str(folder),
        **database,
    }
    command = [sys.executable, "-m", "rapport", "up", "--port", str(port)]
    with subprocess.Popen(command, env=around, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        lines = [served.stdout.readline(), served.stdout.readline()]
        yield Hub(f"http://127.0.0.1:{port}", next(word for word in lines[1].split() if "/first-run/" in word))
        served.terminate()


@pytest.fixture(scope="package")
def signed_in(browser: Browser, hub: Hub) -> StorageState:
    """What a browser keeps of Ann once she has come in."""
    with browsing.fresh_page(browser) as page:
        page.goto(hub.first_run)
        page.get_by_label("Name of this place").fill("LinkedAmaranth")
        page.get_by_label("Your name").fill("Ann Okafor")
        page.get_by_label("Handle").fill("ann")
        page.get_by_label("E-mail").fill(ADDRESS)
        page.get_by_label("Password", exact=True).fill(cast.PASSWORD)
        page.get_by_role("button", name="Begin").click()
        page.wait_for_url(f"{hub.base}/")
        return page.context.storage_state()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def are_scripts_on(request: pytest.FixtureRequest) -> bool:
    """Whatever is asked of a page works either way."""
    return bool(request.param)


@pytest.fixture
def page(browser: Browser, hub: Hub, signed_in: StorageState, are_scripts_on: bool) -> Iterator[Page]:
    """A page of Ann's."""
    options = {"storage_state": signed_in, "base_url": hub.base, "java_script_enabled": are_scripts_on}
    with browsing.fresh_page(browser, **options) as opened:
        yield opened


@pytest.fixture
def outside(browser: Browser, hub: Hub, are_scripts_on: bool) -> Iterator[Page]:
    """A page of somebody who is not signed in."""
    with browsing.fresh_page(browser, base_url=hub.base, java_script_enabled=are_scripts_on) as opened:
        yield opened


@pytest.fixture
def scripted(browser: Browser, hub: Hub, signed_in: StorageState) -> Iterator[Page]:
    """A page of Ann's, for what only scripts can do."""
    with browsing.fresh_page(browser, storage_state=signed_in, base_url=hub.base) as opened:
        yield opened


@pytest.fixture
def somebody() -> str:
    """The name of somebody whom no other test has put into the book."""
    return next(PEOPLE)
