"""Finding somebody among 20,000 people, by whatever one remembers; the slowest of many ways counts."""

from django.db import connection

from rapport.people.models import Book
from rapport.search.everywhere import everywhere
from rapport.search.query import read_query
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import big_book

# Rare and common fragments, words that everybody has, a topic by its other name, slips, and what is not there.
TYPED = "a an ann nna tunde manager example lepidoptera p17@x anm omarr jonas katherine zzz p1777 +442079460000".split()


def run() -> Measured:
    book = Book.of(big_book(20_000, 40_000))
    if not all(everywhere(book, read_query(typed)) for typed in ("ann", "omarr", "lepidoptera")):
        raise AssertionError("Nothing is found.")
    slowest = max(cpu_ms(lambda typed=typed: everywhere(book, read_query(typed)), times=31) for typed in TYPED)  # type: ignore[misc]
    return Measured(slowest, floor=cpu_ms(lambda: _barely(book), times=31))


def _barely(book: Book) -> list[tuple[int, str]]:
    """One pass over all names, without accents, slips, or anything else one may remember."""
    with connection.cursor() as cursor:
        sql = "select number, name from people_person where book_id = %s and folded like %s order by number limit 20"
        cursor.execute(sql, [book.pk, "%zzz%"])
        return list(cursor.fetchall())


SEARCH = Benchmark("search-20k-people", "ms cpu", 10, run)
