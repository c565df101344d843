"""What a page costs when a signed-in member asks for it, and what the rows in it cost alone."""

from django.db import connection
from django.test import Client

from rapport.members.models import Member
from rapport.people.models import Person
from rapport.site.developing.benchmark import Measured, cpu_ms

TIMES = 31


def person_page(member: Member, person: Person) -> Measured:
    return Measured(page_ms(member, person.path), floor=cpu_ms(lambda: _barely(person), times=TIMES))


def page_ms(member: Member, path: str) -> float:
    """Milliseconds of CPU for one answer, from the address to the finished page, in the median of many."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    if client.get(path).status_code != 200:
        raise AssertionError("The page does not answer.")
    return cpu_ms(lambda: client.get(path), times=TIMES)


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
