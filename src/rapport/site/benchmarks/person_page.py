"""The page of somebody with a long history, in a book of 5,000."""

from django.db import connection
from django.db.models import Max
from django.test import Client

from rapport.people.models import Person
from rapport.site.developing.benchmark import Benchmark, Measured, cpu_ms
from rapport.site.developing.big import big_book
from rapport.ties.models import Tie


def run() -> Measured:
    member = big_book(5_000, 100_000)
    most = Tie.objects.aggregate(Max("contact_days"))["contact_days__max"]
    person = Person.objects.get(pk=Tie.objects.filter(contact_days=most).values_list("person_id", flat=True)[0])
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    if client.get(person.path).status_code != 200:
        raise AssertionError("The page does not answer.")
    return Measured(cpu_ms(lambda: client.get(person.path), times=15), floor=cpu_ms(lambda: _barely(person), times=15))


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


PERSON = Benchmark("person-page", "ms cpu", 15, run)
