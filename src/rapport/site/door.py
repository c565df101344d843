"""Between the web server and the application: what is sent is waited for without a thread, so that slow senders keep
nobody else waiting, however many they are; and a slow reader holds none either.

The server's own way to call a WSGI application reads a form within the thread that answers it: eight who sent a byte a
second took them all. What is long passes through a thread as it comes, and some threads are always left for the others.
"""

import asyncio
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BufferedReader, BytesIO
from typing import Any

from rapport.site.visit import Coming, Told, surroundings

SHORT = 1 << 16  # bytes that are waited for as a whole
LONG_AT_ONCE = 2  # of what is longer; fewer than there are threads
PATIENCE, SLOWEST = 10.0, 2000  # seconds that a sender has, and bytes for which there is a second more
AT_ONCE = 1 << 20  # bytes of a stream that are made before any is sent
_PLAIN = ("Content-Type", "text/plain; charset=utf-8")


class Door:
    """Calls a WSGI application (PEP 3333) for a server that speaks RSGI."""

    def __init__(self, application: Callable[..., Iterable[bytes]], threads: int) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="answering")
        self._long = asyncio.Semaphore(LONG_AT_ONCE)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        visit = surroundings(scope)
        length = int(visit.get("CONTENT_LENGTH") or 0)
        if not length:
            await self._answer(visit, BytesIO(), protocol)
        elif length <= SHORT:
            await self._short(visit, protocol, PATIENCE + length / SLOWEST)
        else:
            await self._at_length(visit, protocol)

    async def _short(self, visit: dict[str, Any], protocol: Any, seconds: float) -> None:
        try:
            said = await asyncio.wait_for(protocol(), seconds)
        except TimeoutError:
            protocol.response_str(408, [_PLAIN, ("Connection", "close")], "This took too long.\n")
            return
        await self._answer(visit, BytesIO(said), protocol)

    async def _at_length(self, visit: dict[str, Any], protocol: Any) -> None:
        try:
            await asyncio.wait_for(self._long.acquire(), PATIENCE)
        except TimeoutError:
            protocol.response_str(503, [_PLAIN, ("Retry-After", "30")], "Others are sending much at the moment.\n")
            return
        try:
            coming = Coming(protocol, asyncio.get_running_loop(), PATIENCE, SLOWEST)
            await self._answer(visit, BufferedReader(coming, SHORT), protocol)
        finally:
            self._long.release()

    async def _answer(self, visit: dict[str, Any], body: Any, protocol: Any) -> None:
        """Made in a thread, and sent without one."""
        loop, told = asyncio.get_running_loop(), Told()
        visit["wsgi.input"] = body
        pieces = self._pieces(visit, told)
        piece = await loop.run_in_executor(self._threads, _next, pieces)
        if len(piece) < AT_ONCE:
            protocol.response_bytes(told.status, told.headers, piece)
            return
        sending = protocol.response_stream(told.status, told.headers)
        try:
            while piece:
                await sending.send_bytes(piece)
                piece = await loop.run_in_executor(self._threads, _next, pieces)
        finally:
            await loop.run_in_executor(self._threads, pieces.close)

    def _pieces(self, visit: dict[str, Any], told: Told) -> Generator[bytes]:
        """What the application answers, in pieces of at least so many bytes but for the last."""
        answer: Any = self._application(visit, told)
        try:
            held = bytearray()
            for piece in answer:
                held += piece
                if len(held) >= AT_ONCE:
                    yield bytes(held)
                    held.clear()
            yield bytes(held)
        finally:
            answer.close()


def _next(pieces: Generator[bytes]) -> bytes:
    """The last one is short, and ends in this thread what the application began in it."""
    piece = next(pieces, b"")
    if len(piece) < AT_ONCE:
        pieces.close()
    return piece
