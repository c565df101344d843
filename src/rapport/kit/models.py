"""Who works at what, when what is due, which version of a page stands, and who asks for very much."""

from typing import ClassVar

from django.db import models


class Shift(models.Model):
    """A worker at work, on some host. Its beat tells the other hosts that it lives."""

    name = models.CharField(max_length=120, unique=True)
    host = models.CharField(max_length=80)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Turn(models.Model):
    """When a schedule is due next. Who moves `due_at` on is the one who queues the job."""

    name = models.CharField(max_length=80, unique=True)
    due_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class PageVersion(models.Model):
    """The version of a page that is kept for everybody: `number` is another one, by chance, whenever a row that the
    page shows changes (kit/shows.py). `key` is what the page is of, 0 all pages of its kind."""

    page = models.CharField(max_length=20)
    key = models.BigIntegerField()
    number = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = (models.UniqueConstraint(fields=["page", "key"], name="one_page_version"),)

    def __str__(self) -> str:
        return f"{self.page} {self.key}"


class Tally(models.Model):
    """How often in one window of time a reader turned to something there is a pace for, as far as the processes of the
    server have told each other (kit/pace.py). `reader` is a digest."""

    pace = models.CharField(max_length=20)
    reader = models.CharField(max_length=32)
    window = models.BigIntegerField()
    times = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = (models.UniqueConstraint(fields=["pace", "reader", "window"], name="one_tally"),)
        indexes = (models.Index(fields=["ends_at"], name="tally_over"),)

    def __str__(self) -> str:
        return f"{self.pace} {self.window}"
