"""What a page costs when a signed-in member asks for it, and what the rows in it cost alone."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rapport.members.models import Member
from rapport.people.models import Person
from rapport.site.developing.benchmark import Measured, cpu_ms

TIMES = 31
MOST_QUERIES = 15


def person_page(member: Member, person: Person) -> Measured:
    return Measured(page_ms(member, person.path), floor=cpu_ms(lambda: _barely(person), times=TIMES))


def page_ms(member: Member, path: str) -> float:
    """Milliseconds of CPU for one answer, from the address to the finished page, in the median of many."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    if client.get(path).status_code != 200:
        raise AssertionError("The page does not answer.")
    return cpu_ms(lambda: client.get(path), times=TIMES)


def hub_page_ms(member: Member, path: str, *, holds: str = "", most_queries: int = MOST_QUERIES) -> float:
    """The same for a page of the hub, which says `holds` and asks the database little."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(path)
    if page.status_code != 200 or holds not in page.content.decode() or len(asked) > most_queries:
        raise AssertionError(f"{path} answers {page.status_code} with {len(asked)} queries.")
    return cpu_ms(lambda: client.get(path), times=TIMES)


def rows_ms(*asked: tuple[str, list[Any]]) -> float:
    """Milliseconds of CPU for these queries and their rows joined into text: a page by the barest means."""

    def barely() -> str:
        with connection.cursor() as cursor:
            rows: list[Any] = []
            for sql, values in asked:
                cursor.execute(sql, values)
                rows += cursor.fetchall()
        return "\n".join(f"<li>{row}</li>" for row in rows)

    return cpu_ms(barely, times=TIMES)


def _barely(person: Person) -> str:
    """The row, its addresses and its last fifty touches, joined into text."""
    with connection.cursor() as cursor:
        rows = []
        for query in (
            "select name, headline from people_person where id = %s",
            "select handle from people_identity where person_id = %s",
            "select i.kind, i.day from ties_touch t join ties_interaction i on i.id = t.interaction_id "
            "where t.person_id = %s order by t.day desc limit 50",
        ):
            cursor.execute(query, [person.pk])
            rows += cursor.fetchall()
    return "\n".join(str(row) for row in rows)
