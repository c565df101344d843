"""The checkout that a developer command works in, and Python commands run there."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]


def surroundings(**more: str) -> dict[str, str]:
    """The environment for a Python of ours that is started from here."""
    paths = filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH")))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **more}


def run_python(*arguments: str, **more: str) -> int:
    """Run Python in the checkout, in front of the reader, and return what it exits with. Ctrl-C is the child's to
    answer: we wait until it has tidied up."""
    with subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=surroundings(**more)) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def free_port() -> int:
    """A port of this machine that nobody listened on a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
