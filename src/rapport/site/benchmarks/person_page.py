"""The page of somebody with a long history: most days in touch of 5,000 people, a third of 100,000 interactions."""

from rapport.people.models import Person
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import big_book
from rapport.site.developing.visits import person_page
from rapport.ties.models import Tie


def run() -> Measured:
    member = big_book(5_000, 100_000)
    most = Tie.objects.order_by("-contact_days", "pk").values_list("person_id", flat=True)[0]
    return person_page(member, Person.objects.get(pk=most))


PERSON = Benchmark("person-page", "ms cpu", 15, run)
