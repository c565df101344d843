"""Who asked this place not to be kept in anybody's book, and in whose books the owner has not answered yet."""

from django.db import models

from rapport.people.models import Book, Person


class Objection(models.Model):
    """Somebody who need not be a member objects to being kept here: a keyed digest of one address of theirs."""

    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"objection {self.pk}"


class Objected(models.Model):
    """One person of a book objected and the owner has not said yet what to do. Nobody else sees it."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "person"], name="one_objected"),)

    def __str__(self) -> str:
        return f"objected {self.pk}"
