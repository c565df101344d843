"""Requests as the server hands them to the application, without a browser's or a test's help."""

import io
from typing import Any

from rapport.site.developing.benchmark import cpu_ms

TIMES = 20  # requests a measurement: the clock is coarse


def again_ms(app: Any, path: str) -> float:
    """Milliseconds of CPU for a page asked for by somebody who has it already and is not signed in."""
    status, headers = asked(app, path)
    if status != "200 OK":
        raise AssertionError(f"The page answers {status}.")
    etag = headers["ETag"]
    if asked(app, path, etag)[0] != "304 Not Modified":
        raise AssertionError("Who has the page is sent it again.")
    return cpu_ms(lambda: [asked(app, path, etag) for _ in range(TIMES)], times=15) / TIMES


def page_ms(app: Any, path: str, cookie: str) -> float:
    """Milliseconds of CPU for a page that is asked for with this cookie."""
    status, _ = asked(app, path, cookie=cookie)
    if status != "200 OK":
        raise AssertionError(f"The page answers {status}.")
    return cpu_ms(lambda: [asked(app, path, cookie=cookie) for _ in range(TIMES)], times=15) / TIMES


def asked(app: Any, path: str, etag: str = "", cookie: str = "") -> tuple[str, dict[str, str]]:
    told: dict[str, Any] = {}
    around = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "HTTP_HOST": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    if etag:
        around["HTTP_IF_NONE_MATCH"] = etag
    if cookie:
        around["HTTP_COOKIE"] = cookie

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        told["status"], told["headers"] = status, dict(headers)

    answer = app(around, start)
    for _ in answer:
        pass
    if hasattr(answer, "close"):
        answer.close()
    return told["status"], told["headers"]
