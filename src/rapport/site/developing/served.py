"""A hub served as `rapport up` serves it, looked at from outside."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rapport.site.developing.checkout import free_port, surroundings

LONGEST = 60.0  # seconds that a start may take before it counts as none


@dataclass(frozen=True, slots=True)
class Served:
    pid: int
    address: str

    def page(self, path: str, session: str = "") -> bytes:
        """The page, as the browser with this session gets it."""
        asked = urllib.request.Request(self.address + path, headers={"Cookie": f"sessionid={session}"})  # noqa: S310
        with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 - an address of ours
            return bytes(answer.read())


@contextmanager
def served() -> Iterator[Served]:
    """`rapport up` on the data folder of this process, on a port of its own: from its first whole page to the end of
    the block."""
    port, began = free_port(), time.monotonic()
    command = [sys.executable, "-m", "rapport", "up", "--port", str(port)]
    with subprocess.Popen(command, env=surroundings(), stdout=subprocess.DEVNULL) as process:
        hub = Served(process.pid, f"http://127.0.0.1:{port}")
        try:
            while not _answers(hub):
                if process.poll() is not None or time.monotonic() - began > LONGEST:
                    raise AssertionError("The hub does not come up.")
                time.sleep(0.005)
            yield hub
        finally:
            process.send_signal(signal.SIGINT)


def _answers(hub: Served) -> bool:
    try:
        return b"</html>" in hub.page("/enter/login/")
    except urllib.error.HTTPError:
        raise
    except OSError:
        return False


def processes(pid: int) -> dict[int, int]:
    """A process and all under it, each with its resident memory in kilobytes."""
    listed = subprocess.check_output(["ps", "-eo", "pid=,ppid=,rss="], text=True).splitlines()  # noqa: S607
    rows = {int(one): (int(parent), int(rss)) for one, parent, rss in map(str.split, listed)}
    tree = [pid]
    for above in tree:
        tree += [one for one, (parent, _rss) in rows.items() if parent == above]
    return {one: rows[one][1] for one in tree}


def memory_mb(pid: int) -> float:
    """What a process and all under it hold, in MB: of memory that several of them share each counts its part, so that
    the sum is what the machine gives (PSS); where the system does not tell, all of it for each (RSS)."""
    return sum(_part_of(one) or resident for one, resident in processes(pid).items()) / 1024


def _part_of(pid: int) -> int | None:
    """Proportional set size in kilobytes."""
    told = Path(f"/proc/{pid}/smaps_rollup")
    try:
        lines = told.read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), None)
