"""Who is the same person, who is not, and who must not come back."""

from typing import ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.people.models.book import Batch, Book, BookRow
from rapport.people.models.person import Person


class Review(BookRow):
    """A pair that may be one person, waiting for the owner. `first` is the lower number of the two."""

    STAGES: ClassVar = [("one_click", "one click"), ("asked", "asked"), ("moot", "moot")]
    MOOT: ClassVar = "moot"  # nothing speaks for it any more
    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    stage = models.CharField(max_length=10, choices=STAGES)
    code = models.CharField(max_length=40)
    weight = models.FloatField()
    not_before = models.DateTimeField(null=True)  # "later"

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["first", "second"], name="one_review"),
        )

    def __str__(self) -> str:
        return f"review {self.number}"


class Rejudged(models.Model):
    """A batch changed this question: what it was before. An empty stage: it had not been asked."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="+")
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+", db_index=False)
    stage = models.CharField(max_length=10, blank=True)
    code = models.CharField(max_length=40, blank=True)
    weight = models.FloatField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["batch", "review"], name="one_rejudged"),)

    def __str__(self) -> str:
        return f"rejudged {self.pk}"


class Distinct(models.Model):
    """The owner said: these are two. Remembered for good."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+")
    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["first", "second"], name="one_distinct"),)

    def __str__(self) -> str:
        return f"distinct {self.pk}"


class Merge(BookRow):
    """`gone` became part of `kept`. Undoing it moves every row of the log back."""

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40)
    is_automatic = models.BooleanField(default=False)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    merged_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"merge {self.number}"


class Move(models.Model):
    """One row that changed hands in a merge: its kind, its key, by which path; never a value."""

    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    path = models.CharField(max_length=40)
    row = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["merge", "kind", "path", "row"], name="one_move"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"


class Suppression(models.Model):
    """Somebody erased who must not come back: keyed digests only. By name alone it asks, because of namesakes."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    digest = models.CharField(max_length=64)
    is_name = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "digest"], name="one_suppression"),)

    def __str__(self) -> str:
        return f"suppression {self.pk}"
