"""Interactions that only the erased took part in go with them; from shared ones they only vanish."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from rapport.kit.erasing import Erasure
from rapport.people.models import Book
from rapport.ties.models import Interaction, Touch


def _erase(book: Book, people: Sequence[int]) -> None:
    theirs = Touch.objects.filter(interaction=OuterRef("pk"), person__in=people)
    others = Touch.objects.filter(interaction=OuterRef("pk")).exclude(person__in=people)
    Interaction.objects.filter(Exists(theirs), ~Exists(others), book=book).delete()


ALONE_WITH_THEM = Erasure(_erase)
