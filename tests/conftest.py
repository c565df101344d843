"""The ground all tests stand on: settings for testing, a clock nobody waits for, and no way out to the world."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page

import browsing
import mutations as mutating
import sockets
from rapport.kit.pace import forget_all
from rapport.site.developing.chromium import CHROMIUM, chromium

FOLDER = tempfile.mkdtemp(prefix="rapport-tests-")
os.environ.update(RAPPORT_TESTING="1", RAPPORT_DATA=FOLDER, RAPPORT_SECRET_KEY="for tests only")  # noqa: S106
os.environ["DJANGO_SETTINGS_MODULE"] = "rapport.site.settings"
# Playwright keeps an event loop in the thread of the tests; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
sockets.close_to_the_world()
django.setup()
settings.DATA = Path(FOLDER)  # a worker of the tests has read the settings already, with the folder of them all
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose

hypothesis_settings.register_profile(
    "default", max_examples=200, deadline=None, database=None, derandomize="CI" in os.environ
)
hypothesis_settings.register_profile("long", max_examples=5000, deadline=None, database=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also fuzzing, crash counting and load")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis_settings.load_profile("long" if config.getoption("--long") else "default")


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> list[str]:
    return [] if CHROMIUM else ["No Chromium was found: the browser tests are left out."]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    out = {name for name, is_in in (("browser", CHROMIUM), ("long", config.getoption("--long"))) if not is_in}
    left_out = [item for item in items if any(item.get_closest_marker(name) for name in out)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.fixture(autouse=True)
def _nobody_has_read_much() -> None:
    forget_all()


@pytest.fixture
def mutations(request: pytest.FixtureRequest) -> Callable[[bytes], Iterator[bytes]]:
    """Broken forms of a sample, the same ones in every run: 5,000 of them, and under --long ten times that."""
    times = 50_000 if request.config.getoption("--long") else 5000
    return lambda sample: mutating.mutated(sample, times)


@pytest.fixture
def times(request: pytest.FixtureRequest) -> int:
    """How many broken forms in all a reader of archives meets: 5,000, and under --long 100,000."""
    return 100_000 if request.config.getoption("--long") else 5000


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that reaches this machine only."""
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of somebody who has never been here, on a desk; errors in its scripts fail the test."""
    with browsing.fresh_page(browser) as opened:
        yield opened
