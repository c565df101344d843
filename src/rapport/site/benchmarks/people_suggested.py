"""People suggested to one member, with reasons, on a hub of 100,000 members with 2,000,000 connections."""

from itertools import cycle
from random import Random

from django.db import connection

from rapport.members.models import Member
from rapport.network.suggest import suggested
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import NOW
from rapport.site.developing.big_hub import big_hub

MEMBERS, CONNECTIONS, ASKED = 100_000, 2_000_000, 60
BARELY = (
    "SELECT b.other_id, COUNT(*) FROM network_connection a JOIN network_connection b ON b.member_id = a.other_id "
    "WHERE a.member_id = %s AND b.other_id <> a.member_id AND b.other_id NOT IN "
    "(SELECT other_id FROM network_connection WHERE member_id = %s) GROUP BY b.other_id ORDER BY 2 DESC LIMIT 12"
)


def run() -> Measured:
    ids = big_hub(MEMBERS, CONNECTIONS)
    chosen = list(Member.objects.in_bulk(Random(3).sample(ids, ASKED)).values())  # noqa: S311 - nothing secret
    if any(len(suggested(member, 12, now=NOW)) < 12 for member in chosen):
        raise AssertionError("Somebody gets no suggestions.")
    asked, again = cycle(chosen), cycle(chosen)
    value = cpu_ms(lambda: suggested(next(asked), 12, now=NOW), times=ASKED)
    return Measured(value, floor=cpu_ms(lambda: _barely(next(again)), times=ASKED))


def _barely(member: Member) -> list[object]:
    """Those with most connections in common, counted by one statement."""
    with connection.cursor() as cursor:
        cursor.execute(BARELY, [member.pk, member.pk])
        rows: list[object] = cursor.fetchall()
        return rows


SUGGESTED = Benchmark("people-suggested-100k", "ms cpu", 10, run)
