"""Who knows whom as the owner believes, and introductions: who is asked, who agreed, what came of it."""

from typing import ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.people.models import BookRow, Person


class Acquaintance(BookRow):
    """The owner believes that `first` and `second` know each other; `first` has the lower number."""

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")
    said_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["first", "second"], name="one_acquaintance"),
        )

    def __str__(self) -> str:
        return f"acquaintance {self.number}"


class Introduction(BookRow):
    """The owner brings `first` and `second` together. Each is asked in turn, privately; the second is asked only
    after the first agreed. `topic` is what both share; a confided topic appears in no draft."""

    STATES: ClassVar = [
        ("idea", "idea"),
        ("first_asked", "first asked"),
        ("first_agreed", "first agreed"),
        ("second_asked", "second asked"),
        ("agreed", "both agreed"),
        ("made", "made"),
        ("declined", "declined"),
        ("dropped", "dropped"),
    ]
    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=120, blank=True, default="")
    is_confided_first = models.BooleanField(default=False)
    is_confided_second = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=STATES, default="idea")
    declined_by = models.CharField(max_length=6, blank=True, default="")
    outcome = models.CharField(max_length=500, blank=True, default="")
    begun_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["first", "second"], name="one_introduction"),
        )

    def __str__(self) -> str:
        return f"introduction {self.number}"

    @property
    def path(self) -> str:
        return f"/introductions/{self.number}/"
