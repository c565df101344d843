"""Who works at what, and when what is due: the worker's own two tables."""

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
