"""Gatherings known privately, and outside groups the owner shares with somebody."""

from django.db import models

from rapport.people.models.book import Batch, BookRow
from rapport.people.models.claims import Claim


class Occasion(BookRow):
    """A gathering from a calendar, an archive or a note; never a hub event. `key` is the source's own.

    `begins_on` is the local date, for lists; `begins_at` the instant where the hour is known.
    """

    key = models.CharField(max_length=400)
    title = models.CharField(max_length=400)
    place = models.CharField(max_length=400, blank=True, default="")
    url = models.CharField(max_length=1000, blank=True, default="")
    text = models.TextField(blank=True, default="")
    begins_on = models.DateField(null=True)
    begins_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    own_answer = models.CharField(max_length=12, blank=True, default="")
    is_cancelled = models.BooleanField(default=False)
    source = models.CharField(max_length=24, default="hand")
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    is_hand = models.BooleanField(default=False)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "key"], name="one_occasion"),
        )
        indexes = (models.Index(fields=["book", "-begins_on"], name="occasion_by_day"),)

    def __str__(self) -> str:
        return f"occasion {self.number}"

    @property
    def path(self) -> str:
        return f"/occasions/{self.number}/"


class Presence(Claim):
    """Invited to or seen at an occasion. `answer`: accepted, declined, tentative, organizer, met, or empty."""

    occasion = models.ForeignKey(Occasion, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=12, blank=True, default="")


class Circle(BookRow):
    """An outside group the owner shares with people: a LinkedIn group, a group chat, an association."""

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "folded"], name="one_circle"),
        )

    def __str__(self) -> str:
        return f"circle {self.number}"


class CircleMember(Claim):
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="+")
