"""What other calendars know: the key to one's own, and what was mailed to it of each date."""

from django.db import models

from rapport.events.models.gathering import Occurrence
from rapport.kit.clock import now
from rapport.members.models import Member


class CalendarKey(models.Model):
    """The secret word in the address of a member's own calendar; only its digest is kept; a new one ends the old."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"calendar key {self.pk}"


class Appointment(models.Model):
    """What a member's calendar was told of a date by mail. `uid` and `sequence` as in the last mail (RFC 5545: the name
    stays, the number rises); `told` is the digest of what it said, empty while the date does not stand in their
    calendar. `due_at`: the worker is to look whether there is something to say; None: all is said."""

    occurrence = models.ForeignKey(Occurrence, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    uid = models.CharField(max_length=200, blank=True, default="")
    sequence = models.PositiveIntegerField(default=0)
    told = models.CharField(max_length=64, blank=True, default="")
    due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["occurrence", "member"], name="one_appointment"),)
        indexes = (models.Index(fields=["due_at"], name="appointment_due", condition=models.Q(due_at__isnull=False)),)

    def __str__(self) -> str:
        return f"appointment {self.pk}"
