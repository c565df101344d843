"""Finding anything on a hub of 2,000 members with five years of life; the slowest of many ways counts."""

from django.db import connection

from rapport.kit.shelf import refill
from rapport.members.models import Member
from rapport.search.everywhere import on_hub
from rapport.search.query import read_query
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import NOW
from rapport.site.developing.big_life import big_life

# Names, what everybody says and what nobody does, words of all posts, a topic by its other name, slips.
TYPED = (
    "a an ann nna tunde omarr butterflies lepidoptera offer room evening group tag12 zzz skill,150 quay,spring".split()
)


def run() -> Measured:
    ann = big_life()
    refill()
    queries = [read_query(typed.replace(",", " ")) for typed in TYPED]
    if not all(on_hub(ann, read_query(typed), NOW) for typed in ("tunde", "omarr", "lepidoptera", "room", "tag12")):
        raise AssertionError("Nothing is found.")
    slowest = max(cpu_ms(lambda query=query: on_hub(ann, query, NOW), times=31) for query in queries)  # type: ignore[misc]
    return Measured(slowest, floor=cpu_ms(lambda: _barely(ann), times=31))


def _barely(ann: Member) -> list[tuple[object, ...]]:
    """One pass over the names of members and the latest posts, asking nobody whether they may be seen."""
    with connection.cursor() as cursor:
        cursor.execute("select handle, name from members_member where lower(name) like %s limit 12", ["%zzz%"])
        found = list(cursor.fetchall())
        cursor.execute("select id, html from talk_post where html like %s order by id desc limit 12", ["%butterflies%"])
        return [*found, *cursor.fetchall()]


HUB = Benchmark("search-hub-2k-members", "ms cpu", 10, run)
