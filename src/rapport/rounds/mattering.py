"""Whom to ask about, and keeping whom the owner says matters."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Count

from rapport.people.models import Book, Identity, Note, Person
from rapport.rounds.models import Answer
from rapport.ties.models import Tie
from rapport.ties.rest import tie_of

ASKED = 12


def up_for_choice(book: Book) -> list[tuple[Person, bool]]:
    """Those already chosen, and twelve more the book knows most about so far; by name, each with whether chosen."""
    chosen = set(Tie.objects.filter(book=book, matters=True).values_list("person_id", flat=True))
    days = dict(Tie.objects.filter(book=book).values_list("person_id", "contact_days"))
    notes, ways = _counts(Note, book), _counts(Identity, book)
    people = Person.objects.here().filter(book=book, is_deceased=False)
    ranked = sorted(
        (-days.get(pk, 0), -notes.get(pk, 0), not by_hand, -ways.get(pk, 0), number, pk)
        for pk, number, by_hand in people.values_list("pk", "number", "is_hand")
        if pk not in chosen
    )
    wanted = chosen | {pk for *_, pk in ranked[:ASKED]}
    return [(person, person.pk in chosen) for person in people.filter(pk__in=wanted).order_by("folded", "number")]


@transaction.atomic
def choose(book: Book, numbers: Collection[int], *, on: date) -> int:
    """These people matter to the owner, and nobody else; how many that are."""
    people = list(Person.objects.here().filter(book=book, number__in=numbers))
    Tie.objects.filter(book=book, matters=True).exclude(person__in=people).update(matters=False)
    for person in people:
        tie = tie_of(person)
        tie.matters, tie.is_hand = True, True
        tie.save(update_fields=["matters", "is_hand"])
    if people:
        Answer.objects.get_or_create(book=book, subject="matters", day=on.toordinal(), kind="matters", answer="done")
    return len(people)


def _counts(of: type[Note] | type[Identity], book: Book) -> dict[int, int]:
    rows = of.objects.shown().filter(book=book).values("person_id").annotate(count=Count("pk"))
    return dict(rows.values_list("person_id", "count"))
