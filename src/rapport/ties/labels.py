"""Roles are labels: a wish for all clients holds for each of them."""

from collections.abc import Collection
from typing import Any

from rapport.kit.prepared import prepared
from rapport.people.models import Book, Person
from rapport.people.showing.held import held
from rapport.ties.cadence import Cadence, Labels
from rapport.ties.models import Role, RoleCadence


def _by_role(book: Book, people: Collection[int] | None) -> list[tuple[int, Cadence]]:
    wishes = {wish.role: wish for wish in _wishes.rows(book=book.pk)}
    if not wishes:
        return []
    roles = Role.objects.filter(book=book, name__in=wishes, ended_on=None)
    if people is not None:
        roles = roles.filter(person__in=people)
    return [
        (who, Cadence(wishes[name].cadence, wishes[name].cadence_most, name))
        for who, name in roles.order_by("pk").values_list("person_id", "name")
    ]


@prepared(numbers=("book",))
def _wishes(book: int) -> Any:
    return RoleCadence.objects.filter(book=book, cadence__gte=1)


def _of(person: Person) -> list[Cadence]:
    borne = [role.name for role in held(person, Role) if role.ended_on is None]
    wishes = RoleCadence.objects.filter(book=person.book_id, role__in=borne, cadence__gte=1) if borne else ()
    return [Cadence(wish.cadence, wish.cadence_most, wish.role) for wish in wishes]


ROLES = Labels(_by_role, _of, lambda book: _wishes.of(book=book.pk))
