"""A public post asked for by somebody who is not signed in and has it already; through the whole of the server's
side, from the request as the server hands it on."""

import io
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big_talk import big_talk, discussed
from rapport.talk.models import Post

TIMES = 20  # requests a measurement: the clock is coarse


def run() -> Measured:
    post = discussed(big_talk(200, 2_000), 30)
    app = get_wsgi_application()
    status, headers = _asked(app, post.path, "")
    if status != "200 OK":
        raise AssertionError(f"The page answers {status}.")
    etag = headers["ETag"]
    if _asked(app, post.path, etag)[0] != "304 Not Modified":
        raise AssertionError("Who has the page is sent it again.")
    cost = cpu_ms(lambda: [_asked(app, post.path, etag) for _ in range(TIMES)], times=15) / TIMES
    return Measured(cost, floor=cpu_ms(lambda: [_barely(post) for _ in range(TIMES)], times=15) / TIMES)


def _asked(app: Any, path: str, etag: str) -> tuple[str, dict[str, str]]:
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

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        told["status"], told["headers"] = status, dict(headers)

    answer = app(around, start)
    for _ in answer:
        pass
    answer.close()
    return told["status"], told["headers"]


def _barely(post: Post) -> tuple[Any, ...] | None:
    """Whether the post's row is still of that version."""
    with connection.cursor() as cursor:
        cursor.execute("select version from talk_post where id = %s and audience = 0", [post.pk])
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found


ANONYMOUS = Benchmark("anonymous-post", "ms cpu", 0.5, run)
