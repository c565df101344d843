"""A post with 300 comments, read by a member."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big_talk import big_talk, discussed
from rapport.talk.models import Post

MOST_QUERIES = 15


def run() -> Measured:
    ann = big_talk(2_000, 20_000)
    post = discussed(ann, 300)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(post.path)
    if page.status_code != 200 or page.content.count(b'id="comment-') != 300 or len(asked) > MOST_QUERIES:
        raise AssertionError(f"The page answers {page.status_code} with {len(asked)} queries.")
    return Measured(cpu_ms(lambda: client.get(post.path), times=25), floor=cpu_ms(lambda: _barely(post), times=25))


def _barely(post: Post) -> str:
    """The post and its comments with their authors, joined into text."""
    with connection.cursor() as cursor:
        cursor.execute("select html from talk_post where id = %s", [post.pk])
        text = str(cursor.fetchone())
        cursor.execute(
            "select c.html, m.name from talk_comment c left join members_member m on m.id = c.author_id "
            "where c.post_id = %s order by c.id",
            [post.pk],
        )
        return text + "\n".join(f"<li>{name}: {html}</li>" for html, name in cursor.fetchall())


POST = Benchmark("post-300-comments", "ms cpu", 10, run)
