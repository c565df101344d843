"""Deeds, whom they were done towards, and who has read them."""

from typing import ClassVar

from django.db import models

from rapport.members.models import Member


class Deed(models.Model):
    """One act on the hub, of one member or (`actor` None) of the hub itself: a place that came free by itself, what a
    member who has left cannot say any more. `subject` is a reference in words (`post:12`), resolved by the room that
    owns it; facts of a private book are never deeds."""

    actor = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=80, blank=True, default="")
    done_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["actor", "-done_at"], name="deed_of"),
            models.Index(fields=["subject"], name="deed_about"),
        )

    def __str__(self) -> str:
        return f"{self.verb} {self.pk}"


class Toward(models.Model):
    """A member whom a deed was done towards: who was thanked, asked, answered."""

    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="towards", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["deed", "member"], name="one_toward"),)

    def __str__(self) -> str:
        return f"toward {self.pk}"


class Reading(models.Model):
    """One reader and one deed: a reader that fails neither blocks nor repeats the others. Once read, the row goes."""

    STATES: ClassVar = [("waiting", "waiting"), ("parked", "parked")]
    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="+", db_index=False)
    reader = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["deed", "reader"], name="one_reading"),)
        indexes = (models.Index(fields=["state", "due_at"], name="reading_due"),)

    def __str__(self) -> str:
        return f"reading {self.pk}"
