"""Who works at what, when what is due, and which version of a page stands."""

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
