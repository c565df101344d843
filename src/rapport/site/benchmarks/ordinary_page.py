"""The page of an ordinary person in a book of 5,000: as many days in touch as the one in the middle."""

from rapport.people.models import Person
from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big import big_book
from rapport.site.developing.visits import person_page
from rapport.ties.models import Tie


def run() -> Measured:
    member = big_book(5_000, 100_000)
    ties = Tie.objects.filter(contact_days__gt=0).order_by("-contact_days", "pk").values_list("person_id", flat=True)
    return person_page(member, Person.objects.get(pk=ties[len(ties) // 2]))


ORDINARY = Benchmark("ordinary-person-page", "ms cpu", 15, run)
