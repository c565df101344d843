"""`rapport shots`: the demo's pages as pictures, on a phone and on a desk, in light and in dark, under `shots/`."""

import argparse
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from rapport.site.developing.checkout import ROOT, free_port, surroundings
from rapport.site.developing.chromium import CHROMIUM, chromium
from rapport.site.developing.pages import PAGES, Shown

FOLDER = ROOT / "shots"
PATIENCE = 60.0  # seconds until a filled town must answer
NAMED = re.compile(r"\{(.+?)\}")
PERSON = re.compile(r"/people/(\d+)/")
LISTS = {
    "/events/": ("/events/",),
    "/posts/": ("/talk/?show=all", "/talk/?show=everybody"),
    "/asks/": ("/asks/", "/asks/?view=answered"),
    "/threads/": ("/threads/",),
}
LISTED = re.compile(r"/(?:events|posts|asks|threads)/(\d+)/")


class Form(NamedTuple):
    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]


FORMS = [
    Form(f"{where}-{scheme}", width, height, scheme)
    for where, width, height in (("phone", 390, 844), ("desk", 1280, 900))
    for scheme in ("light", "dark")
]


def main(arguments: list[str]) -> int:
    """Exit 0 if every page was rendered and fits its screen."""
    parser = argparse.ArgumentParser(prog="rapport shots", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which pages; all if none is named")
    parser.add_argument("--size", default="S", choices=("S", "M", "L"), help="how large the town is")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - {shown.name for shown in PAGES}
    if unknown:
        parser.error(f"there is no page '{min(unknown)}'; there are {', '.join(shown.name for shown in PAGES)}")
    if CHROMIUM is None:
        sys.stderr.write("No Chromium was found; on Debian: apt install chromium.\n")
        return 1
    chosen = [shown for shown in PAGES if shown.name in options.names or not options.names]
    FOLDER.mkdir(exist_ok=True)
    try:
        with town(options.size) as address, chromium() as browser:
            faults = [fault for form in FORMS for fault in render(browser, form, address, chosen)]
    except (TimeoutError, subprocess.CalledProcessError) as trouble:
        sys.stderr.write(f"The demo town could not be shown: {trouble}\n")
        return 1
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    sys.stdout.write(f"{len(chosen) * len(FORMS)} pictures in {FOLDER}\n")
    return 1 if faults else 0


@contextmanager
def town(size: str) -> Iterator[str]:
    """Fill a town of its own and serve it on a free port; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="rapport-shots-") as data:
        port = free_port()
        demo = [sys.executable, "-m", "rapport", "demo", "--size", size]
        around = surroundings(RAPPORT_DATA=data)
        subprocess.run([*demo, "--no-serve"], env=around, check=True, stdout=subprocess.DEVNULL)
        with subprocess.Popen([*demo, "--port", str(port)], env=around, stdout=subprocess.DEVNULL) as serving:
            try:
                _wait_for(port, serving)
                yield f"http://127.0.0.1:{port}"
            finally:
                serving.send_signal(signal.SIGINT)


def _wait_for(port: int, serving: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and serving.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("The demo town did not answer.")


def render(browser: Browser, form: Form, address: str, chosen: list[Shown]) -> list[str]:
    """Take the pictures of one form; what is wrong with a page, in words."""
    context = browser.new_context(
        viewport={"width": form.width, "height": form.height}, color_scheme=form.scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{form.name}: {error}"))
    for shown in sorted(chosen, key=lambda shown: shown.viewer):
        _become(page, address, shown.viewer)
        answer = page.goto(address + _numbered(page, address, shown.path))
        # As tall as the page: else the bar at the bottom of a phone lies across its middle.
        page.set_viewport_size({"width": form.width, "height": max(form.height, _height(page))})
        page.screenshot(path=FOLDER / f"{shown.name}-{form.name}.png", full_page=True)
        page.set_viewport_size({"width": form.width, "height": form.height})
        if answer is None or answer.status != shown.status:
            faults.append(f"{form.name}: {shown.path} answers {answer and answer.status}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults.append(f"{form.name}: {shown.path} is wider than the screen")
    context.close()
    return faults


def _become(page: Page, address: str, viewer: str) -> None:
    page.goto(address)
    choice = page.locator(f'button[name="viewer"][value="{viewer}"]')
    if choice.get_attribute("aria-pressed") != "true":
        choice.click()
        page.wait_for_load_state()


def _height(page: Page) -> int:
    return int(page.evaluate("Math.min(document.documentElement.scrollHeight, 12000)"))


def _numbered(page: Page, address: str, path: str) -> str:
    """The path with the numbers of what it names, found as a reader would find them: persons by the search, all else
    in the lists that hold it."""
    lists = next((LISTS[start] for start in LISTS if path.startswith(start)), ())
    for name in NAMED.findall(path):
        if lists:
            found = next((number for each in lists if (number := _listed(page, f"{address}{each}", name))), "0")
        else:
            page.goto(f"{address}/search/?q={quote(name)}")
            linked = page.locator('main a[href^="/people/"]').evaluate_all("links => links.map(link => link.href)")
            person = next(filter(None, map(PERSON.search, [page.url, *linked])), None)
            found = person[1] if person else "0"
        path = path.replace(f"{{{name}}}", found)
    return path


def _listed(page: Page, listing: str, name: str) -> str:
    """The number of what is called so in a list, as its nearest link says; empty if it is not there."""
    page.goto(listing)
    links = page.locator("main a").filter(has_text=name).evaluate_all("links => links.map(link => link.href)")
    found = next(filter(None, map(LISTED.search, links)), None)
    return found[1] if found else ""
