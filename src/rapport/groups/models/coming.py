"""On the way in: who asks to join, who visits as a guest, and who was welcomed by whom."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.groups.models.group import Group
from rapport.kit.clock import now
from rapport.members.models import Member


class JoinRequest(models.Model):
    """`member` asks to be let in. Declined, it stays, and to whoever asked it is waiting for ever."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    line = models.CharField(_("a line about you"), max_length=300, blank=True, default="")
    asked_at = models.DateTimeField(default=now)
    declined_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)  # only of one that was declined: another goes when it is withdrawn

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member"], name="one_join_request")]

    def __str__(self) -> str:
        return f"join request {self.pk}"


class GuestVisit(models.Model):
    """One visit of somebody who is no member. `day` and `occasion` ("event:7") say which, if they asked for one;
    `is_alone`: comes alone and is glad to be found, by own wish."""

    STATES: ClassVar = [("asked", _("asked")), ("admitted", _("admitted")), ("declined", _("declined"))]
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    line = models.CharField(max_length=300, blank=True, default="")
    day = models.DateField(null=True)
    occasion = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=8, choices=STATES, default="asked")
    is_alone = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["group", "member"], condition=models.Q(state="asked"), name="one_visit_asked_for"
            )
        ]
        indexes = (models.Index(fields=["group", "member"], name="visits_of"),)

    def __str__(self) -> str:
        return f"guest visit {self.pk}"


class Welcomed(models.Model):
    """`by` welcomed `member` to the group: once, also when they leave and come back."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member", "by"], name="welcomed_once")]

    def __str__(self) -> str:
        return f"welcomed {self.pk}"


class NotThisGroup(models.Model):
    """`member` does not want the group suggested any more; nobody is told."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["member", "group"], name="one_not_this_group")]

    def __str__(self) -> str:
        return f"not this group {self.pk}"
