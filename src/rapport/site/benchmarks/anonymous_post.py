"""A public post asked for by somebody who is not signed in and has it already; through the whole of the server's
side, from the request as the server hands it on."""

from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big_talk import big_talk, discussed
from rapport.site.developing.wire import TIMES, again_ms
from rapport.talk.models import Post


def run() -> Measured:
    post = discussed(big_talk(2_000, 10_000), 30)
    app = get_wsgi_application()
    return Measured(
        again_ms(app, post.path), floor=cpu_ms(lambda: [_barely(post) for _ in range(TIMES)], times=15) / TIMES
    )


def _barely(post: Post) -> tuple[Any, ...] | None:
    """Whether the post's row is still of that version."""
    with connection.cursor() as cursor:
        cursor.execute("select version from talk_post where id = %s and audience = 0", [post.pk])
        found: tuple[Any, ...] | None = cursor.fetchone()
        return found


ANONYMOUS = Benchmark("anonymous-post", "ms cpu", 0.5, run)
