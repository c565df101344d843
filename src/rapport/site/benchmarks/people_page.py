"""Your people: fifty rows of 20,000."""

from django.db import connection

from rapport.members.models import Member
from rapport.people.models import Book
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import big_book
from rapport.site.developing.visits import page_ms


def run() -> Measured:
    member = big_book(20_000, 40_000)
    return Measured(page_ms(member, "/people/"), floor=cpu_ms(lambda: _barely(member), times=15))


def _barely(member: Member) -> str:
    """Fifty names in order, joined into text."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select number, name, headline from people_person where book_id = %s order by folded limit 50",
            [Book.of(member).pk],
        )
        return "\n".join(str(row) for row in cursor.fetchall())


PEOPLE = Benchmark("people-page-20k", "ms cpu", 20, run)
