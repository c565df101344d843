"""One request, as a WSGI application (PEP 3333) is told of it, and what is sent with it."""

import asyncio
import sys
import time
from io import RawIOBase
from typing import Any

_PLAIN = ("CONTENT_TYPE", "CONTENT_LENGTH")
_ALWAYS = {
    "SCRIPT_NAME": "",
    "wsgi.version": (1, 0),
    "wsgi.multithread": True,
    "wsgi.multiprocess": True,
    "wsgi.run_once": False,
}


def surroundings(scope: Any) -> dict[str, Any]:
    """The environ of an RSGI scope. A header with an underscore in its name would pass for another one, which a proxy
    may have written: it is left out."""
    name, _, port = scope.server.rpartition(":")
    visit = {
        **_ALWAYS,
        # Whoever watches a site asks for the head of its pages alone: the web server leaves the rest away.
        "REQUEST_METHOD": "GET" if scope.method == "HEAD" else scope.method,
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": name.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
    }
    if scope.authority:
        visit["HTTP_HOST"] = scope.authority
    for header, value in scope.headers.items():
        if "_" not in header:
            key = header.upper().replace("-", "_")
            key = key if key in _PLAIN else f"HTTP_{key}"
            apart = "; " if key == "HTTP_COOKIE" else ","
            visit[key] = f"{visit[key]}{apart}{value}" if key in visit else value
    return visit


class Told:
    """What the application calls with its status and headers (`start_response`)."""

    status = 500
    headers: list[tuple[str, str]]

    def __init__(self) -> None:
        self.headers = []

    def __call__(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        self.status, self.headers = int(status.partition(" ")[0]), [(name, value.strip()) for name, value in headers]


class Coming(RawIOBase):
    """What is sent, read in a thread as it comes in the loop. TimeoutError for who lets us wait `patience` seconds, or
    is slower than `slowest` bytes in a second."""

    def __init__(self, protocol: Any, loop: asyncio.AbstractEventLoop, patience: float, slowest: float) -> None:
        self._pieces, self._loop = aiter(protocol), loop
        self._patience, self._slowest = patience, slowest
        self._began, self._came, self._left = time.monotonic(), 0, b""

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        if not self._left:
            self._left = self._next()
        given = self._left[: len(into)]
        into[: len(given)] = given
        self._left = self._left[len(given) :]
        return len(given)

    def _next(self) -> bytes:
        asked = asyncio.run_coroutine_threadsafe(self._piece(), self._loop)
        try:
            piece = asked.result(self._patience)
        except TimeoutError:
            asked.cancel()
            raise
        self._came += len(piece)
        if time.monotonic() - self._began > self._patience + self._came / self._slowest:
            raise TimeoutError
        return piece

    async def _piece(self) -> bytes:
        try:
            return bytes(await anext(self._pieces))
        except StopAsyncIteration:
            return b""
