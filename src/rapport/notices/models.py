"""Notices, which hold nothing but the deed, and how often a member wants them by mail."""

from typing import Any, ClassVar

from django.db import models

from rapport.journal.models import Deed
from rapport.members.models import Block, Member, Mute


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, member: Member) -> "NoticeQuerySet":
        """Theirs, without deeds of somebody they have blocked, muted or lost since; the hub's own are heard."""
        actors = Member.objects.active().exclude(pk__in=Block.of(member))
        muted = Mute.objects.filter(by=member).values("other")
        theirs = models.Q(deed__actor__in=actors) & ~models.Q(deed__actor__in=muted)
        return self.filter(models.Q(deed__actor=None) | theirs, member=member)

    def fresh(self) -> "NoticeQuerySet":
        return self.filter(seen_at=None)


class Notice(models.Model):
    """`member` is to hear of a deed."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = NoticeQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "deed"], name="one_notice"),)
        indexes = (
            models.Index(fields=["member", "-id"], name="notice_latest"),
            models.Index(
                fields=["member"],
                name="notice_unmailed",
                condition=models.Q(seen_at__isnull=True, mailed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"notice {self.pk}"


class Hearing(models.Model):
    """By which way (a file of `ways/`) a member hears by mail, and the day they last did. `is_calendar_mailed`: whether
    dates they come to are mailed for their calendar (`calendar`); None as long as they chose nothing."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=12)
    told_on = models.DateField(null=True)
    is_calendar_mailed = models.BooleanField(null=True)

    def __str__(self) -> str:
        return f"hearing {self.pk}"
