"""Your people: fifty rows of 20,000."""

from django.db import connection
from django.test import Client

from rapport.members.models import Member
from rapport.people.models import Book
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import big_book


def run() -> Measured:
    member = big_book(20_000, 40_000)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    if client.get("/people/").status_code != 200:
        raise AssertionError("The page does not answer.")
    cost = cpu_ms(lambda: client.get("/people/"), times=15)
    return Measured(cost, floor=cpu_ms(lambda: _barely(member), times=15))


def _barely(member: Member) -> str:
    """Fifty names in order, joined into text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select number, name, headline from people_person where book_id = %s order by folded limit 50",
            [Book.of(member).pk],
        )
        return "\n".join(str(row) for row in cursor.fetchall())


PEOPLE = Benchmark("people-page-20k", "ms cpu", 20, run)
