"""Connections asked for and made, degrees of trust, and follows."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rapport.kit.clock import now
from rapport.members.models import Member


class Request(models.Model):
    """`by` asked `other` to connect. It goes when it is accepted or withdrawn; one that is ignored stays, and whoever
    asked sees it waiting for ever."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField(default=now)
    ignored_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["by", "other"], name="one_request"),
            models.CheckConstraint(condition=~Q(by=F("other")), name="request_of_another"),
        )

    def __str__(self) -> str:
        return f"request {self.pk}"


class Connection(models.Model):
    """Two rows a connection, one for each side, so that whose side it is needs no asking. `is_living_room`: `member`
    lets `other` see what is for the living room."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)
    is_living_room = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "other"], name="one_connection"),
            models.CheckConstraint(condition=~Q(member=F("other")), name="connection_with_another"),
        ]
        indexes = (models.Index(fields=["member", "-since"], name="connection_lately"),)

    def __str__(self) -> str:
        return f"connection {self.pk}"


class Follow(models.Model):
    """`by` reads what `other` writes; one way, nobody is asked."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "other"], name="one_follow"),
            models.CheckConstraint(condition=~Q(by=F("other")), name="follow_of_another"),
        ]

    def __str__(self) -> str:
        return f"follow {self.pk}"
