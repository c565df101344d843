"""At the door of the web server: what a request is told as, and that who sends or reads slowly holds no thread."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from rapport.members.receiving import OF_STRANGERS
from rapport.site import door
from rapport.site.door import Door
from rapport.site.visit import surroundings


class Asked:
    """A request as the server hands it over: `comes` piece by piece; a None among them is a wait without end."""

    def __init__(self, *comes: bytes | None, length: int = 0) -> None:
        self.comes, self.sent = list(comes), list[Any]()
        size = length or sum(len(piece or b"") for piece in comes)
        self.scope = scope(("content-length", str(size)))

    def __aiter__(self) -> "Asked":
        return self

    async def __anext__(self) -> bytes:
        if not self.comes:
            raise StopAsyncIteration
        piece = self.comes.pop(0)
        return piece if piece is not None else await asyncio.Event().wait()  # type: ignore[return-value]

    async def __call__(self) -> bytes:
        return b"".join([piece async for piece in self])

    def response_bytes(self, status: int, _headers: Any, body: bytes) -> None:
        self.sent.append((status, body))

    def response_str(self, status: int, _headers: Any, body: str) -> None:
        self.sent.append((status, body.encode()))

    def response_stream(self, status: int, _headers: Any) -> "Asked":
        return self

    async def send_bytes(self, piece: bytes) -> None:
        self.sent.append(len(piece))


def scope(*headers: tuple[str, str], path: str = "/") -> Any:
    told = {"method": "POST", "path": path, "query_string": "", "http_version": "1.1", "scheme": "http"}
    where = {"server": "127.0.0.1:80", "client": "[::1]:9", "authority": None}
    return SimpleNamespace(**told, **where, headers=SimpleNamespace(items=lambda: headers))


class Application:
    """Answers with what it was sent, or with `says`."""

    def __init__(self, *says: bytes) -> None:
        self.says, self.closed_in = says, ""

    def __call__(self, visit: dict[str, Any], told: Any) -> "Application":
        told("200 OK", [("Content-Type", "text/plain")])
        self.body = visit["wsgi.input"].read(int(visit["CONTENT_LENGTH"]))
        return self

    def __iter__(self) -> Any:
        return iter(self.says or [self.body])

    def close(self) -> None:
        self.closed_in = threading.current_thread().name


def through(asked: list[Asked], application: Any, threads: int = 3) -> list[Any]:
    """All of them at once; what each was answered."""

    async def all_of_them() -> None:
        here = Door(application, threads)
        calls = [asyncio.ensure_future(here.__rsgi__(one.scope, one)) for one in asked]
        await asyncio.wait(calls, timeout=5)
        for call in calls:
            call.cancel()

    with ThreadPoolExecutor(1) as apart:  # a browser under test has a loop of its own in this thread
        apart.submit(lambda: asyncio.run(all_of_them())).result()
    return [one.sent for one in asked]


def test_a_form_and_something_long_arrive_whole() -> None:
    for pieces in ((b"a=", b"1"), (b"x" * door.SHORT, b"y" * 1000)):
        assert through([Asked(*pieces)], Application()) == [[(200, b"".join(pieces))]]


def test_what_the_application_began_it_ends_in_the_same_thread() -> None:
    application = Application()
    through([Asked(b"a")], application)
    assert application.closed_in.startswith("answering")


def test_a_long_answer_is_sent_in_parts() -> None:
    part = b"x" * door.AT_ONCE
    assert through([Asked(b"a")], Application(part, part, b"end")) == [[len(part), len(part), 3]]


def test_who_sends_nothing_is_sent_away_and_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.2)
    slow = [Asked(b"a", None, length=100) for _ in range(20)]
    told = through([*slow, Asked(b"quick")], Application())
    assert told[-1] == [(200, b"quick")]
    assert {sent[0][0] for sent in told[:-1]} == {408}


def test_of_what_is_long_some_threads_are_left_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.2)
    slow = [Asked(b"a", None, length=100_000) for _ in range(4)]
    assert through([*slow, Asked(b"quick")], Application())[-1] == [(200, b"quick")]


def test_the_head_of_a_page_is_had_where_the_page_is() -> None:
    asked = scope()
    asked.method = "HEAD"
    assert surroundings(asked)["REQUEST_METHOD"] == "GET"


def test_a_header_is_no_other_one() -> None:
    """Ours or a proxy's would be taken for it."""
    told = surroundings(scope(("x-forwarded-for", "203.0.113.9"), ("x_forwarded_for", "198.51.100.1")))
    assert told["HTTP_X_FORWARDED_FOR"] == "203.0.113.9"
    told = surroundings(scope(("cookie", "a=1"), ("cookie", "b=2"), ("host", "h"), ("host", "evil"), path="/ä"))
    assert (told["HTTP_COOKIE"], told["HTTP_HOST"]) == ("a=1; b=2", "h,evil")
    assert (told["PATH_INFO"], told["REMOTE_ADDR"]) == ("/Ã¤", "::1")


def test_what_takes_one_of_few_places_is_too_much_for_who_is_not_signed_in() -> None:
    assert door.SHORT >= OF_STRANGERS
