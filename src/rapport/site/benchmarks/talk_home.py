"""Talk's first page on a hub of 2,000 members with five years of life."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rapport.members.models import Member
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big_talk import big_talk

MOST_QUERIES = 15


def run() -> Measured:
    ann = big_talk(2_000, 50_000)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/talk/")
    if page.status_code != 200 or page.content.count(b'class="post ') != 20 or len(asked) > MOST_QUERIES:
        raise AssertionError(f"The page answers {page.status_code} with {len(asked)} queries.")
    return Measured(cpu_ms(lambda: client.get("/talk/"), times=25), floor=cpu_ms(lambda: _barely(ann), times=25))


def _barely(ann: Member) -> str:
    """Twenty posts of those one follows, joined into text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select p.html, m.name from talk_post p join members_member m on m.id = p.author_id "
            "where p.author_id in (select other_id from network_follow where by_id = %s) "
            "order by p.published_at desc limit 20",
            [ann.pk],
        )
        return "\n".join(f"<li>{name}: {html}</li>" for html, name in cursor.fetchall())


HOME = Benchmark("talk-home", "ms cpu", 10, run)
