"""What the owner answered to suggestions, and what has been shown and mailed: the peace memory."""

from typing import ClassVar

from django.db import models

from rapport.people.models import Book, Person


class Shown(models.Model):
    """A person stood in the round of a day, or a card about nobody of the book did (`subject` is its key). Written by
    the worker or an answer, never by a page being read."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    subject = models.CharField(max_length=80, blank=True, default="")
    kind = models.CharField(max_length=16)
    day = models.IntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["book", "day", "person"], name="shown_once_a_day"),
            models.UniqueConstraint(
                fields=["book", "day", "subject"], condition=models.Q(person=None), name="card_shown_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"shown {self.pk}"


class Answer(models.Model):
    """What the owner did with a suggestion: wrote, called, met, done, later (with `until`), not_this, rest.

    `subject` is the card's key, `person` its first, `other` its second; a question about nobody has neither.
    """

    ANSWERS: ClassVar = [(word, word) for word in ("wrote", "called", "met", "done", "later", "not_this", "rest")]
    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=16)
    subject = models.CharField(max_length=80, blank=True, default="")
    answer = models.CharField(max_length=8, choices=ANSWERS)
    day = models.IntegerField()
    until = models.IntegerField(null=True)

    class Meta:
        indexes = (models.Index(fields=["book", "-day"], name="answer_latest"),)

    def __str__(self) -> str:
        return f"answer {self.pk}"


class Mailed(models.Model):
    """The morning mail of this day has had its turn, whether there was anything to say or not."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.IntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "day"], name="mailed_once_a_day"),)

    def __str__(self) -> str:
        return f"mailed {self.day}"
